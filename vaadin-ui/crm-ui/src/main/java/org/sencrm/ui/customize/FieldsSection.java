package org.sencrm.ui.customize;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.field.CustomField;
import org.sencrm.api.field.CustomFields;
import org.sencrm.api.field.CustomTypes;
import org.sencrm.api.record.Field;
import org.sencrm.ui.field.ButtonTable;
import org.sencrm.ui.host.HostContext;

/** All fields of a type; those of administrators can be changed and removed. */
final class FieldsSection extends Section {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient CustomFields fields;
    private final String type;

    FieldsSection(HostContext context, String type) {
        this.context = context;
        this.type = type;
        this.fields = context.services().customFields().orElseThrow();
        addClassNames("card", "pad", "stack");
        getElement().setAttribute("aria-label", context.text("fields.title"));
        Button create = new Button(context.text("fields.create"), event -> open(null));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Span gap = new Span();
        gap.addClassName("grow");
        Div head = new Div(new H2(context.text("fields.title")), gap, create);
        head.addClassName("row");
        add(head, table());
    }

    private Div table() {
        Map<String, CustomField> own = new LinkedHashMap<>();
        fields.list(context.caller(), type).forEach(field -> own.put(field.name(), field));
        ButtonTable table = new ButtonTable(Stream.of("label", "kind", "origin", "traits")
                .map(column -> context.text("fields.column." + column))
                .toList());
        context.types().get(type).fields().stream()
                .filter(field -> !field.system())
                .forEach(field -> add(table, field, own.get(field.name())));
        return table;
    }

    private void add(ButtonTable table, Field field, CustomField own) {
        Span label = new Span(context.messages().field(context.locale(), type, field.name()));
        label.addClassName("strong");
        HtmlContainer name = new HtmlContainer("code");
        name.setText(field.name());
        name.addClassName("muted");
        Div both = new Div(label, name);
        both.addClassName("field-name");
        boolean isCustom = CustomTypes.MODULE.equals(context.types().get(type).module());
        List<Object> cells = List.of(
                both,
                context.text("fields.kind." + (own == null ? field.kind().code() : FieldInput.kind(own))),
                context.text(own == null && !isCustom ? "fields.origin.product" : "fields.origin.own"),
                String.join(", ", traits(field)));
        if (own == null) {
            table.row(cells);
        } else {
            String said = label.getText();
            table.row(
                    cells,
                    button("fields.edit", said, () -> open(own)),
                    button("fields.remove", said, () -> confirm(own)));
        }
    }

    private List<String> traits(Field field) {
        List<String> traits = new ArrayList<>();
        if (field.required()) {
            traits.add(context.text("fields.required"));
        }
        if (field.unique()) {
            traits.add(context.text("fields.unique"));
        }
        if (field.readOnly()) {
            traits.add(context.text("fields.readOnly"));
        }
        return traits;
    }

    private Button button(String key, String label, Runnable work) {
        Button button = new Button(context.text(key), event -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.getElement().setAttribute("aria-label", context.text(key) + ": " + label);
        return button;
    }

    private void open(CustomField field) {
        new FieldDialog(context, type, field).open();
    }

    /** Its values go with it, which nobody can take back: so this is asked. */
    private void confirm(CustomField field) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(
                context.text("fields.remove.title", context.messages().field(context.locale(), type, field.name())));
        question.setText(context.text("fields.remove.text"));
        question.setCancelable(true);
        question.setCancelText(context.text("form.cancel"));
        question.setConfirmText(context.text("fields.remove"));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(event -> remove(field));
        question.open();
    }

    private void remove(CustomField field) {
        try {
            fields.remove(context.caller(), type, field.name(), field.version());
            context.inform(context.text("fields.removed"));
        } catch (Fault refused) {
            context.report(refused);
        }
    }
}
