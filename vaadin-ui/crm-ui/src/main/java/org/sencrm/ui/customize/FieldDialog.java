package org.sencrm.ui.customize;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.field.CustomField;
import org.sencrm.api.field.CustomFields;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.text.Messages;
import org.sencrm.ui.host.HostContext;

/** Makes a field, or changes one; what a field can never change is shown and cannot be touched. */
final class FieldDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient CustomFields fields;
    private final transient CustomField stored;
    private final String type;
    private final Map<String, TextField> labels = new LinkedHashMap<>();
    private final TextField name = new TextField();
    private final ComboBox<String> kind = new ComboBox<>();
    private final ComboBox<String> target = new ComboBox<>();
    private final TextArea options = new TextArea();
    private final Checkbox required = new Checkbox();
    private final Checkbox unique = new Checkbox();
    private final DefaultInput initial;
    private final ExpressionInput expression;
    private final RollUpInput rollUp;
    private final ErrorPlaces errors = new ErrorPlaces();

    /** @param field null for a new one */
    FieldDialog(HostContext context, String type, CustomField field) {
        this.context = context;
        this.type = type;
        this.stored = field;
        this.fields = context.services().customFields().orElseThrow();
        expression = new ExpressionInput(
                context, type, context.text("fields.expression"), field == null ? null : field.expression());
        initial = new DefaultInput(context);
        rollUp = new RollUpInput(context, type, field == null ? null : field.rollUp());
        setHeaderTitle(context.text(field == null ? "fields.create" : "fields.edit"));
        setWidth("min(680px, 96vw)");
        configureLabels();
        configureKind();
        configureRest();
        Div content = new Div(errors);
        content.addClassName("stack");
        Div first = new Div();
        first.addClassName("settings-fields");
        labels.values().forEach(first::add);
        first.add(name, kind, target);
        Div traits = new Div(required, unique);
        traits.addClassName("row");
        content.add(first, options, expression, rollUp, initial, traits);
        add(content);
        Button save = new Button(context.text("settings.save"), event -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(context.text("form.cancel"), event -> close()), save);
        follow();
        if (stored != null) {
            initial.value(stored.initial());
        }
    }

    private void configureLabels() {
        for (Locale locale : Messages.LOCALES) {
            String language = locale.getLanguage();
            TextField label = new TextField(context.text("fields.label", context.text("language." + language)));
            label.setMaxLength(100);
            label.setValue(stored == null ? "" : stored.label().getOrDefault(language, ""));
            label.addValueChangeListener(event -> suggestName(event.getValue()));
            labels.put(language, label);
        }
        errors.at("label", labels.values().iterator().next());
    }

    private void configureKind() {
        name.setLabel(context.text("fields.name"));
        name.setHelperText(context.text("fields.name.help"));
        name.setMaxLength(40);
        name.setValue(stored == null ? "" : stored.name());
        name.setReadOnly(stored != null);
        kind.setLabel(context.text("fields.kind"));
        kind.setItems(FieldInput.kinds());
        kind.setItemLabelGenerator(code -> context.text("fields.kind." + code));
        kind.setValue(stored == null ? "text" : FieldInput.kind(stored));
        kind.setReadOnly(stored != null);
        kind.addValueChangeListener(event -> follow());
        target.setLabel(context.text("fields.target"));
        List<String> types = new ArrayList<>(
                context.types().all().stream().map(RecordType::name).toList());
        types.add("*");
        target.setItems(types);
        target.setItemLabelGenerator(one -> "*".equals(one)
                ? context.text("fields.target.any")
                : context.messages().many(context.locale(), one));
        target.setReadOnly(stored != null);
        if (stored != null) {
            target.setValue(stored.target());
        }
        errors.at("name", name);
        errors.at("kind", kind);
        errors.at("target", target);
    }

    private void configureRest() {
        options.setLabel(context.text("fields.options"));
        options.setHelperText(context.text("fields.options.help"));
        options.setWidthFull();
        options.setValue(stored == null ? "" : FieldInput.lines(stored, language()));
        options.addValueChangeListener(event -> follow());
        required.setLabel(context.text("fields.required"));
        required.setValue(stored != null && stored.required());
        unique.setLabel(context.text("fields.unique"));
        unique.setValue(stored != null && stored.unique());
        unique.addValueChangeListener(event -> follow());
        errors.at("options", options);
        errors.at("expression", expression.input());
    }

    /** Shows what the kind needs. */
    private void follow() {
        String chosen = kind.getValue();
        options.setVisible(FieldInput.isChoice(chosen));
        target.setVisible(FieldInput.isReference(chosen));
        expression.setVisible(FieldInput.FORMULA.equals(chosen));
        rollUp.setVisible(FieldInput.ROLL_UP.equals(chosen));
        required.setVisible(!FieldInput.isComputed(chosen));
        unique.setVisible(!FieldInput.isComputed(chosen));
        initial.show(chosen);
        initial.offer(FieldInput.names(options.getValue()));
        initial.setVisible(beginsWithSomething(chosen));
    }

    /** Two records that begin with the same value would not be unique; what a reference may point to is not known for good. */
    private boolean beginsWithSomething(String chosen) {
        return !FieldInput.isComputed(chosen) && !FieldInput.isReference(chosen) && !unique.getValue();
    }

    /** As long as nobody wrote a name. */
    private void suggestName(String label) {
        if (stored == null && name.isEmpty()) {
            name.setValue(SuggestedName.ofField(label));
        }
    }

    private void save() {
        errors.clear();
        if (initial.isVisible() && initial.isUnreadable()) {
            return;
        }
        initial.refuse(null);
        try {
            if (stored == null) {
                CustomField made = fields.create(context.caller(), type, description());
                close();
                context.informWithUndo(
                        context.text("fields.created"),
                        () -> undo(() -> fields.remove(context.caller(), type, made.name(), made.version())));
            } else {
                CustomField changed =
                        fields.update(context.caller(), type, stored.name(), stored.version(), description());
                close();
                context.informWithUndo(context.text("settings.saved"), () -> undo(() -> putBack(changed)));
            }
        } catch (Fault refused) {
            errors.show(refused);
            if (refused instanceof InvalidRecord invalid) {
                invalid.message("default").ifPresent(initial::refuse);
            }
        }
    }

    private void undo(Runnable work) {
        try {
            work.run();
            context.inform(context.text("fields.undone"));
        } catch (Fault refused) {
            context.report(refused);
        }
    }

    /** As the field was when the dialogue was opened; refused where somebody changed it since. */
    private void putBack(CustomField changed) {
        Map<String, Object> before = new LinkedHashMap<>();
        before.put("label", stored.label());
        before.put("required", stored.required());
        before.put("unique", stored.unique());
        before.put("default", stored.initial());
        if (!stored.options().isEmpty()) {
            before.put(
                    "options",
                    stored.options().stream()
                            .map(option ->
                                    Map.of("code", option.code(), "label", option.label(), "retired", option.retired()))
                            .toList());
        }
        if (stored.expression() != null) {
            before.put("expression", stored.expression());
        }
        if (stored.rollUp() != null) {
            before.put("rollUp", rollUpOf(stored));
        }
        fields.update(context.caller(), type, stored.name(), changed.version(), before);
    }

    private static Map<String, Object> rollUpOf(CustomField field) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("function", field.rollUp().function().code());
        members.put("type", field.rollUp().type());
        members.put("by", field.rollUp().by());
        members.put("field", field.rollUp().field());
        members.put("filter", field.rollUp().filter());
        return members;
    }

    private Map<String, Object> description() {
        Map<String, Object> members = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        labels.forEach((language, input) -> texts.put(language, input.getValue()));
        texts.values().removeIf(String::isBlank);
        members.put("label", texts.isEmpty() ? null : texts);
        String chosen = kind.getValue();
        if (stored == null) {
            members.put("name", name.getValue().strip());
            members.put("kind", chosen);
            if (FieldInput.isReference(chosen)) {
                members.put("target", target.getValue());
            }
        }
        if (FieldInput.isChoice(chosen)) {
            members.put("options", FieldInput.options(options.getValue(), stored, language()));
        } else if (FieldInput.FORMULA.equals(chosen)) {
            members.put("expression", expression.value());
        } else if (FieldInput.ROLL_UP.equals(chosen)) {
            members.put("rollUp", rollUp.value());
        }
        if (!FieldInput.isComputed(chosen)) {
            members.put("required", required.getValue());
            members.put("unique", unique.getValue());
            members.put("default", beginsWithSomething(chosen) ? initial.value() : null);
        }
        return members;
    }

    private String language() {
        return context.locale().getLanguage();
    }
}
