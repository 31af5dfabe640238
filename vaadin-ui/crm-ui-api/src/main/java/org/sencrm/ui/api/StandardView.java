package org.sencrm.ui.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to look at the list of a type that a module brings along, such as a report by groups: a tab beside the views that
 * people keep, for all who see the module. Published as a service; asked on the tab's UI thread. Whether it is offered is asked
 * when such a list opens; what it filters by when somebody chooses it, so that it may read a little for it.
 *
 * <pre>{@code
 * @Component
 * public class OverdueByOwner implements StandardView {
 *     public String type() { return "invoices"; }
 *     public int order() { return 10; }
 *     public String label() { return "invoices.view.overdueByOwner"; }
 *     public String filter(ScreenContext context) { return "dueOn=during=past;paidOn=isnull=true"; }
 *     public String groupBy() { return "owner"; }
 * }
 * }</pre>
 */
@ConsumerType
public interface StandardView {

    /** Name of the record type, of this or another module. */
    String type();

    /** Place among these tabs, small first. */
    int order();

    /** Key of the message that is its name. */
    String label();

    default boolean offered(ScreenContext context) {
        return true;
    }

    /** RSQL; empty for all records. */
    default String filter(ScreenContext context) {
        return "";
    }

    /** Field names with commas between, {@code -} before a falling one; empty for the usual order. */
    default String sort() {
        return "";
    }

    /** Names of the fields that are shown; empty for the usual ones. */
    default List<String> columns() {
        return List.of();
    }

    /**
     * Name of the field by which the records are grouped: of a choice, choices, a reference or yes and no. Empty for none.
     * Who may not read the field is not offered the view.
     */
    default String groupBy() {
        return "";
    }
}
