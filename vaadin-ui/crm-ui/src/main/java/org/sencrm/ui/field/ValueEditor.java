package org.sencrm.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sencrm.api.record.Field;

/**
 * An editor made of one Vaadin input.
 *
 * @param <V> what the input holds
 */
final class ValueEditor<V> implements Editor {

    private final Field field;
    private final Component component;
    private final HasValue<?, V> input;
    private final Function<V, Object> read;
    private final Function<Object, V> write;
    private boolean refused;
    private Consumer<Collection<String>> offering = codes -> {};
    private Collection<String> offered;

    /**
     * @param read the field's value of what the input holds; asked only where it holds something
     * @param write what the input holds for a value; never asked for null
     */
    <C extends Component & HasValue<?, V>> ValueEditor(
            Field field, C input, Function<V, Object> read, Function<Object, V> write) {
        this.field = field;
        this.component = input;
        this.input = input;
        this.read = read;
        this.write = write;
        input.setRequiredIndicatorVisible(field.required());
    }

    /** @param change shows other options; gets null for all */
    ValueEditor<V> offering(Consumer<Collection<String>> change) {
        offering = change;
        return this;
    }

    @Override
    public void require(boolean required) {
        input.setRequiredIndicatorVisible(required || field.required());
    }

    @Override
    public void offer(Collection<String> codes) {
        if (!Objects.equals(offered, codes)) {
            offered = codes;
            V chosen = input.getValue();
            offering.accept(codes);
            input.setValue(chosen);
        }
    }

    @Override
    public Field field() {
        return field;
    }

    @Override
    public Component component() {
        return component;
    }

    @Override
    public Object value() {
        // an empty checkbox says no, every other empty input says nothing
        return input.isEmpty() && !(input instanceof Checkbox) ? null : read.apply(input.getValue());
    }

    @Override
    public void show(Object value) {
        if (value == null) {
            input.clear();
        } else {
            input.setValue(write.apply(value));
        }
    }

    @Override
    public boolean isUnreadable() {
        boolean invalid = component instanceof HasValidation checked && checked.isInvalid();
        boolean missing = field.required() && input.isEmpty();
        return invalid && !refused && !missing && value() == null;
    }

    @Override
    public void refuse(String message) {
        refused = message != null;
        if (component instanceof HasValidation checked) {
            checked.setErrorMessage(message);
            checked.setInvalid(refused);
        } else {
            component.getElement().setAttribute("title", refused ? message : "");
        }
    }

    @Override
    public void focus() {
        if (component instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    @Override
    public void whenChanged(Runnable work) {
        input.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                work.run();
            }
        });
    }
}
