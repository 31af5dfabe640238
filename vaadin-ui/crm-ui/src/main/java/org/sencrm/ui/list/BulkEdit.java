package org.sencrm.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.Editor;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.field.FieldPart;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.host.HostContext;

/** Asks for a field and the value that all chosen records are to get. */
final class BulkEdit extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient RecordType type;
    private final transient Editors editors;
    private final transient Consumer<Map<String, Object>> onApply;
    private final ComboBox<Field> field = new ComboBox<>();
    private final Div valuePlace = new Div();
    private transient Editor value;

    BulkEdit(HostContext context, RecordType type, String title, Consumer<Map<String, Object>> onApply) {
        this.context = context;
        this.type = type;
        this.editors = new Editors(context, null);
        this.onApply = onApply;
        setHeaderTitle(title);
        FieldText words = new FieldText(context);
        field.setLabel(context.text("filter.field"));
        field.setItems(editable());
        field.setItemLabelGenerator(each -> words.label(type, each));
        field.addValueChangeListener(event -> offer(event.getValue()));
        field.setAutofocus(true);
        valuePlace.addClassName("value-place");
        Div form = new Div(field, valuePlace);
        form.addClassName("form");
        add(form);
        Button apply = new Button(context.text("filter.apply"), event -> apply());
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(context.text("form.cancel"), event -> close()), apply);
    }

    /** Begins with this field chosen. */
    BulkEdit choosing(String name) {
        type.field(name).ifPresent(field::setValue);
        return this;
    }

    private List<Field> editable() {
        Set<String> hidden = new HashSet<>(context.services().access().hiddenFields(context.caller(), type.name()));
        hidden.addAll(FieldPart.leftOut(context, type));
        return type.fields().stream()
                .filter(each -> !hidden.contains(each.name()) && editors.canEdit(each) && !each.unique())
                .filter(each ->
                        !each.name().equals(type.labelField()) && !each.name().equals("externalId"))
                .toList();
    }

    private void offer(Field chosen) {
        valuePlace.removeAll();
        value = chosen == null ? null : editors.of(type, chosen);
        if (value != null) {
            valuePlace.add(value.component());
        }
    }

    private void apply() {
        if (value == null) {
            field.setInvalid(true);
            return;
        }
        if (value.isUnreadable()) {
            return;
        }
        Map<String, Object> patch = new HashMap<>();
        patch.put(value.field().name(), value.value());
        close();
        onApply.accept(patch);
    }
}
