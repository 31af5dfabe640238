package org.sencrm.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Field;

/** An input for a text field whose values are chosen by their labels. What stands in it stays, offered or not. */
public final class OneOf implements Editor {

    private final ComboBox<String> input;
    private final Editor editor;
    private final Map<String, String> labels = new LinkedHashMap<>();

    public OneOf(Field field, String label) {
        input = new ComboBox<>(label);
        input.setItemLabelGenerator(code -> labels.getOrDefault(code, code));
        editor = new ValueEditor<>(field, input, code -> code, Object::toString);
    }

    /** Offers these from now on. */
    public OneOf offer(List<Choice> choices) {
        Object chosen = value();
        labels.clear();
        choices.forEach(choice -> labels.put(choice.code(), choice.label()));
        input.setItems(labels.keySet());
        show(chosen);
        return this;
    }

    @Override
    public Field field() {
        return editor.field();
    }

    @Override
    public Component component() {
        return input;
    }

    @Override
    public Object value() {
        return editor.value();
    }

    @Override
    public void show(Object value) {
        editor.show(value);
    }

    @Override
    public boolean isUnreadable() {
        return editor.isUnreadable();
    }

    @Override
    public void refuse(String message) {
        editor.refuse(message);
    }

    @Override
    public void focus() {
        editor.focus();
    }

    @Override
    public void whenChanged(Runnable work) {
        editor.whenChanged(work);
    }
}
