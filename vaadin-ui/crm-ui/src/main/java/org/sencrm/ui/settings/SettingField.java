package org.sencrm.ui.settings;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sencrm.api.record.Choice;
import org.sencrm.api.setting.Setting;
import org.sencrm.ui.field.DayWords;
import org.sencrm.ui.host.HostContext;

/** A described setting as a field of a form. */
final class SettingField {

    private final HostContext context;
    private final Setting setting;
    private final Map<String, String> labels;
    private final Input<?> input;
    /** Stands under a field that has no place of its own for help and errors. */
    private final Div note = new Div();

    private final Div box = new Div();
    /** Takes a secret away that is set. */
    private final Button remove;

    /** A field and how its value is written as a text; null is no value. */
    private record Input<T>(AbstractField<?, T> field, Function<T, String> write, Function<String, T> read) {

        String value() {
            return write.apply(field.getValue());
        }

        void show(String text) {
            if (text == null) {
                field.clear();
            } else {
                field.setValue(read.apply(text));
            }
        }
    }

    /**
     * @param choices of a setting of the kind choice; none for any other
     * @param onRemove told where the person takes a secret away
     */
    SettingField(HostContext context, Setting setting, List<Choice> choices, Consumer<Setting> onRemove) {
        this.context = context;
        this.setting = setting;
        this.labels = choices.stream().collect(Collectors.toMap(Choice::code, Choice::label, (one, same) -> one));
        this.input = input(choices.stream().map(Choice::code).toList());
        remove = new Button(context.text("settings.secretRemove"), event -> onRemove.accept(setting));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        box.addClassName("setting");
        box.add(input.field());
        describe();
        refuse(null);
    }

    Setting setting() {
        return setting;
    }

    Component component() {
        return box;
    }

    /** What is entered; null for nothing. */
    String value() {
        return input.value();
    }

    /** @param value what holds now; of a secret only whether there is one is shown */
    void show(String value) {
        if (setting.isSecret()) {
            input.show(null);
            ((PasswordField) input.field()).setPlaceholder(value == null ? "" : context.text("settings.secretSet"));
            remove.setVisible(value != null && !setting.mandatory());
        } else {
            input.show(isKnown(value) ? value : null);
        }
    }

    /** Codes of what there is to choose. */
    Set<String> options() {
        return labels.keySet();
    }

    /** @param message null for nothing wrong */
    void refuse(String message) {
        if (input.field() instanceof HasValidation field) {
            field.setErrorMessage(message);
            field.setInvalid(message != null);
        } else {
            note.setText(message == null ? help() : message);
            note.setClassName("bad", message != null);
        }
    }

    void focus() {
        ((Focusable<?>) input.field()).focus();
    }

    private boolean isKnown(String value) {
        return value == null
                || switch (setting.kind()) {
                    case CHOICE -> labels.containsKey(value);
                    case DATE -> SettingRules.isDay(value);
                    default -> true;
                };
    }

    private Input<?> input(List<String> options) {
        return switch (setting.kind()) {
            case TEXT, URL -> new Input<>(new TextField(), SettingField::written, Function.identity());
            case LONG_TEXT -> new Input<>(lines(), SettingField::written, Function.identity());
            case EMAIL -> new Input<>(new EmailField(), SettingField::written, Function.identity());
            case SECRET -> new Input<>(secret(), SettingField::written, Function.identity());
            case NUMBER -> new Input<>(number(), SettingField::written, Double::valueOf);
            case BOOLEAN -> new Input<>(new Checkbox(), String::valueOf, Boolean::valueOf);
            case DATE -> new Input<>(day(), day -> day == null ? null : day.toString(), LocalDate::parse);
            case CHOICE -> new Input<>(select(options), Function.identity(), Function.identity());
        };
    }

    private static String written(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static String written(Double number) {
        return number == null
                ? null
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** As high as what is in it, up to where the page would be nothing else. */
    private static TextArea lines() {
        TextArea field = new TextArea();
        field.setMaxHeight("240px");
        return field;
    }

    private static PasswordField secret() {
        PasswordField field = new PasswordField();
        field.getElement().setAttribute("autocomplete", "new-password");
        return field;
    }

    private NumberField number() {
        NumberField field = new NumberField();
        field.setMin(setting.least().doubleValue());
        field.setMax(setting.most().doubleValue());
        return field;
    }

    private DatePicker day() {
        DatePicker field = new DatePicker();
        field.setI18n(DayWords.of(context));
        field.setLocale(context.locale());
        field.setClearButtonVisible(!setting.mandatory());
        return field;
    }

    private Select<String> select(List<String> options) {
        Select<String> field = new Select<>();
        field.setItems(options);
        field.setItemLabelGenerator(code -> labels.getOrDefault(code, ""));
        field.setEmptySelectionAllowed(!setting.mandatory());
        field.setEmptySelectionCaption(context.text("settings.none"));
        return field;
    }

    private void describe() {
        ((HasLabel) input.field()).setLabel(context.text("setting." + setting.key()));
        if (input.field() instanceof HasHelper field) {
            field.setHelperText(help());
        } else {
            note.addClassNames("small", "muted");
            box.add(note);
        }
        if (setting.isSecret()) {
            remove.getElement()
                    .setAttribute(
                            "aria-label",
                            context.text("settings.secretRemove") + " " + context.text("setting." + setting.key()));
            box.add(remove);
        }
        // a choice that must be made has no empty line; Vaadin's button of it may not carry the mark either
        input.field().setRequiredIndicatorVisible(setting.mandatory() && setting.kind() != Setting.Kind.CHOICE);
    }

    private String help() {
        String key = "setting." + setting.key() + ".help";
        return context.messages().has(context.locale(), key) ? context.text(key) : "";
    }
}
