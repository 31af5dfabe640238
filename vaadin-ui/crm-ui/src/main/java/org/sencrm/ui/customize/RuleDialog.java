package org.sencrm.ui.customize;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.field.RecordRule;
import org.sencrm.api.field.RecordRules;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.text.Messages;
import org.sencrm.ui.host.HostContext;

/** Makes a rule, or changes one. */
final class RuleDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient RecordRules rules;
    private final transient RecordRule stored;
    private final RecordRule.Kind kind;
    private final String type;
    private final ComboBox<String> field = new ComboBox<>();
    private final ComboBox<String> by = new ComboBox<>();
    private final Checkbox required = new Checkbox();
    private final Map<String, TextField> messages = new LinkedHashMap<>();
    private final Map<String, MultiSelectComboBox<String>> choices = new LinkedHashMap<>();
    private final Div matrix = new Div();
    private final ExpressionInput condition;
    private final ErrorPlaces errors = new ErrorPlaces();

    /** @param rule null for a new one */
    RuleDialog(HostContext context, String type, RecordRule.Kind kind, RecordRule rule) {
        this.context = context;
        this.type = type;
        this.kind = kind;
        this.stored = rule;
        this.rules = context.services().rules().orElseThrow();
        condition = new ExpressionInput(
                context, type, context.text("rules.condition." + kind.code()), rule == null ? null : rule.condition());
        setHeaderTitle(context.text("rules.create." + kind.code()));
        setWidth("min(680px, 96vw)");
        configureFields();
        Paragraph about = new Paragraph(context.text("rules.about." + kind.code()));
        about.addClassName("muted");
        Div content = new Div(errors, about);
        content.addClassName("stack");
        switch (kind) {
            case REFUSE -> content.add(condition, field, messages());
            case SHOW -> content.add(field, condition, required);
            case CHOICES -> content.add(field, by, matrix);
        }
        add(content);
        Button save = new Button(context.text("settings.save"), event -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(context.text("form.cancel"), event -> close()), save);
        follow();
    }

    private void configureFields() {
        boolean choosing = kind == RecordRule.Kind.CHOICES;
        configure(
                field,
                "rules.field." + kind.code(),
                one -> !choosing || one.kind() == FieldKind.CHOICE || one.kind() == FieldKind.CHOICES);
        configure(by, "rules.by", one -> one.kind() == FieldKind.CHOICE);
        field.setClearButtonVisible(kind == RecordRule.Kind.REFUSE);
        required.setLabel(context.text("rules.required"));
        if (stored != null) {
            field.setValue(stored.field());
            by.setValue(stored.by());
            required.setValue(stored.required());
        }
        field.addValueChangeListener(event -> follow());
        by.addValueChangeListener(event -> follow());
        errors.at("field", field);
        errors.at("by", by);
        errors.at("condition", condition.input());
    }

    private void configure(ComboBox<String> input, String key, Predicate<Field> possible) {
        input.setLabel(context.text(key));
        input.setItems(context.types().get(type).fields().stream()
                .filter(one -> !one.system() && !one.readOnly())
                .filter(possible)
                .map(Field::name)
                .toList());
        input.setItemLabelGenerator(name -> context.messages().field(context.locale(), type, name));
        input.setWidthFull();
    }

    private Div messages() {
        Div inputs = new Div();
        inputs.addClassName("settings-fields");
        for (Locale locale : Messages.LOCALES) {
            String language = locale.getLanguage();
            TextField input = new TextField(context.text("rules.message", context.text("language." + language)));
            input.setMaxLength(100);
            input.setValue(stored == null ? "" : stored.message().getOrDefault(language, ""));
            messages.put(language, input);
            inputs.add(input);
        }
        errors.at("message", messages.values().iterator().next());
        return inputs;
    }

    /** One line for each value of the field on which the choices depend. */
    private void follow() {
        matrix.removeAll();
        choices.clear();
        if (kind != RecordRule.Kind.CHOICES || field.isEmpty() || by.isEmpty()) {
            return;
        }
        List<Choice> possible = context.types().choices(type, field.getValue(), context.locale());
        Map<String, String> labels = new LinkedHashMap<>();
        possible.forEach(choice -> labels.put(choice.code(), choice.label()));
        for (Choice value : context.types().choices(type, by.getValue(), context.locale())) {
            MultiSelectComboBox<String> input = new MultiSelectComboBox<>(context.text("rules.where", value.label()));
            input.setItems(labels.keySet());
            input.setItemLabelGenerator(labels::get);
            input.setHelperText(context.text("rules.where.help"));
            input.setWidthFull();
            boolean same = stored != null && by.getValue().equals(stored.by());
            if (same && stored.choices().containsKey(value.code())) {
                input.setValue(stored.choices().get(value.code()).stream()
                        .filter(labels::containsKey)
                        .toList());
            }
            choices.put(value.code(), input);
            matrix.add(input);
        }
    }

    private void save() {
        errors.clear();
        try {
            if (stored == null) {
                RecordRule made = rules.create(context.caller(), type, description());
                close();
                context.informWithUndo(
                        context.text("rules.created"),
                        () -> undo(() -> rules.remove(context.caller(), type, made.id(), made.version())));
            } else {
                RecordRule changed = rules.update(context.caller(), type, stored.id(), stored.version(), description());
                close();
                context.informWithUndo(
                        context.text("settings.saved"),
                        () -> undo(() -> rules.update(
                                context.caller(), type, stored.id(), changed.version(), stored.description())));
            }
        } catch (Fault refused) {
            errors.show(refused);
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

    private Map<String, Object> description() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", kind.code());
        members.put("field", field.getValue());
        switch (kind) {
            case REFUSE -> {
                members.put("condition", condition.value());
                Map<String, String> texts = new LinkedHashMap<>();
                messages.forEach((language, input) -> texts.put(language, input.getValue()));
                texts.values().removeIf(String::isBlank);
                members.put("message", texts.isEmpty() ? null : texts);
            }
            case SHOW -> {
                members.put("condition", condition.value());
                members.put("required", required.getValue());
            }
            case CHOICES -> {
                members.put("by", by.getValue());
                Map<String, List<String>> given = new LinkedHashMap<>();
                choices.forEach((code, input) -> {
                    if (!input.isEmpty()) {
                        given.put(code, List.copyOf(input.getValue()));
                    }
                });
                members.put("choices", given);
            }
        }
        return members;
    }
}
