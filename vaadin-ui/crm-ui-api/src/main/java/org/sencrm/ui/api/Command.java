package org.sencrm.ui.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that a person can do from anywhere, published as a service. It stands in the command palette (Ctrl+K) under
 * the message {@code command.<name>} for as long as the service is there, and is found by the words of {@code
 * command.<name>.keywords} too, where there is such a message.
 *
 * <p>All methods are called on the UI thread of a browser tab, through the guard of the module: what {@link #run} throws is
 * told to the person with the module's name and disturbs nothing else; where {@link #offered} fails the command is left
 * out. Slow work belongs into a {@link org.sencrm.api.job.Jobs job}.
 *
 * <pre>{@code
 * @Component
 * public class NewLead implements Command {
 *     public String name() { return "sales.newLead"; }
 *     public String icon() { return "plus"; }
 *     public List<String> shortcut() { return List.of("n", "l"); }
 *     public boolean offered(CommandContext context) {
 *         return access.may(context.caller(), Right.CREATE, "leads");
 *     }
 *     public void run(CommandContext context) { context.create("leads", Map.of()); }
 * }
 * }</pre>
 */
@ConsumerType
public interface Command {

    /** Unique in the product: words with dots that begin with the module's word, e.g. {@code sales.newLead}. */
    String name();

    /** Name of an icon of the product's family. */
    String icon();

    /** Place among the commands of all modules, small first. */
    default int order() {
        return 100;
    }

    /**
     * Keys that run the command: none, one, or two that are pressed one after the other; each a lower case letter from a to z
     * or a digit. They work while nobody types. Keys of the product itself win ({@code c e j k} and whatever begins with
     * {@code g}), then those of the command that came first; the sheet of keys shows which command has to do without.
     */
    default List<String> shortcut() {
        return List.of();
    }

    /** Whether this person has the command here; asked whenever the palette opens, so it must be quick. */
    default boolean offered(CommandContext context) {
        return true;
    }

    /** @throws org.sencrm.api.fault.Fault shown to the person as it is */
    void run(CommandContext context);
}
