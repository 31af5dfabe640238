package org.sencrm.ui.customize;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.host.HostContext;

/** The value that new records begin with, put in as in a form of the kind. */
final class DefaultInput extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final String label;
    private final ComboBox<String> choice = new ComboBox<>();
    private final MultiSelectComboBox<String> choices = new MultiSelectComboBox<>();
    private transient Editor editor;
    private String kind = "";

    DefaultInput(HostContext context) {
        this.context = context;
        this.label = context.text("fields.default");
        addClassName("value-place");
        choice.setLabel(label);
        choice.setClearButtonVisible(true);
        choices.setLabel(label);
        choices.setClearButtonVisible(true);
    }

    /**
     * Shows the input for a kind of field, empty; none where a field of the kind begins with nothing.
     *
     * @param code as {@link FieldInput#kinds}
     */
    void show(String code) {
        if (kind.equals(code)) {
            return;
        }
        kind = code;
        editor = null;
        choice.clear();
        choices.clear();
        removeAll();
        if (FieldKind.CHOICE.code().equals(code)) {
            add(choice);
        } else if (FieldKind.CHOICES.code().equals(code)) {
            add(choices);
        } else if (!FieldInput.isReference(code) && !FieldInput.isComputed(code)) {
            editor = new Editors(context, null).of(null, field(code), label);
            add(editor.component());
        }
    }

    private static Field field(String code) {
        FieldKind kind = Arrays.stream(FieldKind.values())
                .filter(possible -> possible.code().equals(code))
                .findFirst()
                .orElseThrow();
        return new Field("default", kind, false, false, false, false, 0, List.of(), List.of(), false, false, false);
    }

    /**
     * Says what there is to choose, of a choice; what is chosen and no more offered goes.
     *
     * @param options names by code
     */
    void offer(Map<String, String> options) {
        String chosen = choice.getValue();
        Set<String> several = new LinkedHashSet<>(choices.getValue());
        several.retainAll(options.keySet());
        choice.setItemLabelGenerator(code -> options.getOrDefault(code, code));
        choices.setItemLabelGenerator(code -> options.getOrDefault(code, code));
        choice.setItems(options.keySet());
        choices.setItems(options.keySet());
        choice.setValue(options.containsKey(chosen) ? chosen : null);
        choices.setValue(several);
    }

    /** @param value as the Java type of the kind; null for none */
    void value(Object value) {
        if (editor != null) {
            editor.show(value);
        } else if (value instanceof Collection<?> codes) {
            Set<String> several = new LinkedHashSet<>();
            codes.forEach(code -> several.add(code.toString()));
            choices.setValue(several);
        } else if (value != null) {
            choice.setValue(value.toString());
        }
    }

    /** As the Java type of the kind; null for none. */
    Object value() {
        if (editor != null) {
            // a box that nobody ticked stands for nothing, not for a no
            return Boolean.FALSE.equals(editor.value()) ? null : editor.value();
        } else if (FieldKind.CHOICES.code().equals(kind)) {
            return choices.isEmpty() ? null : List.copyOf(choices.getValue());
        }
        return choice.getValue();
    }

    /** Whether something was typed that is no value of the kind; the input says so itself. */
    boolean isUnreadable() {
        return editor != null && editor.isUnreadable();
    }

    /** Says at the input why its value was not taken; null takes that away. */
    void refuse(String message) {
        if (editor != null) {
            editor.refuse(message);
        } else {
            choice.setErrorMessage(message);
            choice.setInvalid(message != null);
            choices.setErrorMessage(message);
            choices.setInvalid(message != null);
        }
    }
}
