package org.sencrm.ui.customize;

import com.vaadin.flow.component.Component;
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
        HtmlContainer head = new HtmlContainer("tr");
        Stream.of("label", "kind", "origin", "traits").forEach(column -> {
            HtmlContainer cell = new HtmlContainer("th");
            cell.setText(context.text("fields.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        head.add(new HtmlContainer("td"));
        HtmlContainer body = new HtmlContainer("tbody");
        context.types().get(type).fields().stream()
                .filter(field -> !field.system())
                .forEach(field -> body.add(row(field, own.get(field.name()))));
        Div frame = new Div(new HtmlContainer("table", new HtmlContainer("thead", head), body));
        frame.addClassName("table-frame");
        return frame;
    }

    private HtmlContainer row(Field field, CustomField own) {
        Span label = new Span(context.messages().field(context.locale(), type, field.name()));
        label.addClassName("strong");
        HtmlContainer name = new HtmlContainer("code");
        name.setText(field.name());
        name.addClassName("muted");
        Div both = new Div(label, name);
        both.addClassName("field-name");
        boolean isCustom = CustomTypes.MODULE.equals(context.types().get(type).module());
        HtmlContainer buttons = new HtmlContainer("td");
        if (own != null) {
            String said = label.getText();
            buttons.add(
                    button("fields.edit", said, () -> open(own)), button("fields.remove", said, () -> confirm(own)));
        }
        return new HtmlContainer(
                "tr",
                cell(both),
                cell(new Span(context.text(
                        "fields.kind." + (own == null ? field.kind().code() : FieldInput.kind(own))))),
                cell(new Span(context.text(own == null && !isCustom ? "fields.origin.product" : "fields.origin.own"))),
                cell(new Span(String.join(", ", traits(field)))),
                buttons);
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

    private static HtmlContainer cell(Component content) {
        HtmlContainer cell = new HtmlContainer("td");
        cell.add(content);
        return cell;
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
