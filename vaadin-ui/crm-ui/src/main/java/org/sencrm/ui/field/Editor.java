package org.sencrm.ui.field;

import com.vaadin.flow.component.Component;
import java.util.Collection;
import org.sencrm.api.record.Field;

/** An input for the value of one field, named by the field's label. Used on the UI thread. */
public interface Editor {

    Field field();

    Component component();

    /** What stands in it, as the Java type of the field's kind; null for nothing. */
    Object value();

    /** Puts a value in without telling {@link #whenChanged}; null empties it. */
    void show(Object value);

    /** Whether something was typed that cannot be read as a value; the input says so itself. */
    boolean isUnreadable();

    /** Whether it is unreadable because a part of it that is needed is empty; the input says so itself. */
    default boolean isIncomplete() {
        return false;
    }

    /** Shows at the input why its value was not taken; null takes the message away. */
    void refuse(String message);

    /** Marks the input as required, beside what the field itself says. */
    default void require(boolean required) {}

    /** Narrows what can be chosen to these codes; null offers all. What is chosen stays. */
    default void offer(Collection<String> codes) {}

    void focus();

    /** Runs the work when the person has put in another value: at once for what is chosen, on leaving for what is typed. */
    void whenChanged(Runnable work);
}
