package org.sencrm.ui.api;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.text.Messages;

/** What a component of a module works with. Belongs to one browser tab; used on that tab's UI thread. */
@ProviderType
public interface ScreenContext {

    /** The person at this browser tab. */
    Caller caller();

    default Locale locale() {
        return caller().locale();
    }

    Records records();

    RecordTypes types();

    Messages messages();

    /** A message in the person's language. */
    default String text(String key, Object... arguments) {
        return messages().text(locale(), key, arguments);
    }

    /** A value of any field kind as people read it, e.g. {@code 1.234.567 ₫}; empty for null. */
    String format(Object value);

    /** Shows the page of a record. */
    void open(Reference record);

    /**
     * Shows the list of a type.
     *
     * @param filter RSQL; empty for all
     */
    void openList(String type, String filter);

    /** Tells the person that something worked or did not, for a few seconds, without taking the focus. */
    void inform(String message);

    /** Runs the work when a record of the type has changed, on the UI thread, until the component is detached. */
    void whenChanged(Component component, String type, Runnable work);

    /**
     * Fills a place of the page with what takes time to read, so that nobody waits for it with anything else. Until then the
     * place keeps what it shows; where it shows nothing, something moves if it takes a while. Where reading fails, the place says why.
     *
     * @param place emptied before its new content is shown
     * @param read run on another thread: takes what it needs (records, caller) along and touches no component
     * @param show adds to the place what was read, on the UI thread; not called where the place is being filled anew
     *     already
     * @since 1.6
     */
    default <P extends Component & HasComponents, T> void fill(P place, Supplier<T> read, Consumer<T> show) {
        T found = read.get();
        place.removeAll();
        show.accept(found);
    }

    /**
     * Does work that ends all sessions of the person at this tab, such as a change of a second factor, and lets the person go
     * on in this browser. In answer to an action of the person.
     *
     * @return what the work gave
     */
    default <T> T stayingSignedIn(Supplier<T> work) {
        return work.get();
    }

    /**
     * Does something dangerous. Where it ends in a {@link org.sencrm.api.signin.ProofRequired}, the person is asked to prove
     * who they are, and it is done once more from its beginning: it must not have changed anything before. In answer to an
     * action of the person.
     *
     * @since 1.4
     */
    default void withProof(Runnable work) {
        work.run();
    }
}
