package org.sencrm.ui.field;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.host.HostContext;

/** Makes the input for a field by its kind, named by the field's label. */
public final class Editors {

    private final HostContext context;
    private final FieldText words;
    private final ReferenceInputs references;

    /** @param newTarget how a record is made that a reference is to point to; null to offer only what is there */
    public Editors(HostContext context, NewTarget newTarget) {
        this.context = context;
        this.words = new FieldText(context);
        this.references = new ReferenceInputs(context, newTarget);
    }

    /** Whether people can put in values of the field at all; not so for what only its module understands. */
    public boolean canEdit(Field field) {
        return !field.readOnly()
                && switch (field.kind()) {
                    case STRUCTURE -> false;
                    case REFERENCE -> field.target() == null || isThere(field.target());
                    case REFERENCES -> field.target() != null && isThere(field.target());
                    default -> true;
                };
    }

    public Editor of(RecordType type, Field field) {
        return of(type, field, words.label(type, field));
    }

    /** As {@link #of(RecordType, Field)}, under another name. */
    public Editor of(RecordType type, Field field, String label) {
        return switch (field.kind()) {
            case LONG_TEXT, RICH_TEXT, ADDRESS -> area(field, label);
            case NUMBER -> number(field, label);
            case PERCENT -> percent(field, label);
            case MONEY -> MoneyInput.editor(context, field, label);
            case DATE -> day(field, label);
            case DATE_TIME -> dayTime(field, label);
            case DURATION -> duration(field, label);
            case BOOLEAN -> new ValueEditor<>(field, new Checkbox(label), yes -> yes, Boolean.class::cast);
            case CHOICE -> choice(type, field, label);
            case CHOICES -> choices(type, field, label);
            case REFERENCE -> reference(field, label);
            case REFERENCES -> several(field, label);
            case EMAIL -> email(field, label);
            case TEXT, PHONE, URL, PERSON_NAME, STRUCTURE -> line(field, label);
        };
    }

    private boolean isThere(String type) {
        return context.types().find(type).isPresent();
    }

    private static Editor line(Field field, String label) {
        TextField input = new TextField(label);
        if (field.maxLength() > 0) {
            input.setMaxLength(field.maxLength());
        }
        if (field.kind() == FieldKind.PHONE) {
            input.getElement().setAttribute("inputmode", "tel");
        } else if (field.kind() == FieldKind.URL) {
            input.setPlaceholder("https://");
        }
        return text(field, input);
    }

    private static Editor email(Field field, String label) {
        EmailField input = new EmailField(label);
        return new ValueEditor<>(field, input, String::strip, Object::toString);
    }

    private static Editor area(Field field, String label) {
        TextArea input = new TextArea(label);
        input.setMinHeight("5.5em");
        if (field.maxLength() > 0) {
            input.setMaxLength(field.maxLength());
        }
        return new ValueEditor<>(field, input, Editors::strippedOrNull, Object::toString);
    }

    private static Editor text(Field field, TextField input) {
        return new ValueEditor<>(field, input, Editors::strippedOrNull, Object::toString);
    }

    private static Object strippedOrNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    private Editor number(Field field, String label) {
        BigDecimalField input = new BigDecimalField(label);
        input.addThemeVariants(TextFieldVariant.LUMO_ALIGN_RIGHT);
        return new ValueEditor<>(field, input, number -> number, Editors::plain);
    }

    private Editor percent(Field field, String label) {
        BigDecimalField input = new BigDecimalField(label);
        input.addThemeVariants(TextFieldVariant.LUMO_ALIGN_RIGHT);
        input.setSuffixComponent(new Span("%"));
        return new ValueEditor<>(field, input, number -> number, Editors::plain);
    }

    /** Without zeros after the decimal point and without an exponent, as people would type it. */
    private static BigDecimal plain(Object value) {
        BigDecimal stripped = ((BigDecimal) value).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private Editor day(Field field, String label) {
        DatePicker input = new DatePicker(label);
        input.setI18n(DayWords.of(context));
        return new ValueEditor<>(field, input, day -> day, LocalDate.class::cast);
    }

    private Editor dayTime(Field field, String label) {
        DateTimePicker input = new DateTimePicker(label);
        // the hours run to 24 in both languages of the product
        input.setLocale(Locale.UK);
        input.setDatePickerI18n(DayWords.of(context));
        input.setStep(Duration.ofMinutes(15));
        nameParts(input);
        var zone = context.caller().zone();
        return new ValueEditor<>(
                field,
                input,
                local -> local.atZone(zone).toInstant(),
                value -> ((Instant) value).atZone(zone).toLocalDateTime());
    }

    /** The inputs for day and time have no label of their own; a screen reader says what each is for. */
    private void nameParts(DateTimePicker input) {
        input.getElement()
                .executeJs(
                        "const name = (part, text) => { const input = this.querySelector(part)?.inputElement;"
                                + "if (input) { input.setAttribute('aria-label', text); } };"
                                + "name('[slot=date-picker]', $0); name('[slot=time-picker]', $1);",
                        context.text("editor.day"),
                        context.text("editor.time"));
    }

    private Editor duration(Field field, String label) {
        TextField input = new TextField(label);
        input.setPattern(DurationText.PATTERN);
        input.setPlaceholder("1:30");
        return new ValueEditor<>(field, input, DurationText::read, value -> DurationText.write((Duration) value));
    }

    private Editor choice(RecordType type, Field field, String label) {
        ComboBox<String> input = new ComboBox<>(label);
        List<String> all = codes(type, field);
        input.setItems(all);
        input.setItemLabelGenerator(
                code -> words.choice(type.name(), field, code).label());
        return new ValueEditor<>(field, input, code -> code, Object::toString)
                .offering(codes -> input.setItems(among(all, codes)));
    }

    private Editor choices(RecordType type, Field field, String label) {
        MultiSelectComboBox<String> input = new MultiSelectComboBox<>(label);
        List<String> all = codes(type, field);
        input.setItems(all);
        input.setItemLabelGenerator(
                code -> words.choice(type.name(), field, code).label());
        if (field.isOpen()) {
            input.setAllowCustomValue(true);
            input.setPlaceholder(context.text("editor.openList"));
            input.addCustomValueSetListener(event -> input.setValue(with(input.getValue(), event.getDetail())));
        }
        Function<Object, Set<String>> write = value -> ((Collection<?>) value)
                .stream().map(Object::toString).collect(Collectors.toCollection(LinkedHashSet::new));
        return new ValueEditor<>(field, input, List::copyOf, write)
                .offering(codes -> input.setItems(among(all, codes)));
    }

    private static List<String> among(List<String> all, Collection<String> codes) {
        return codes == null ? all : all.stream().filter(codes::contains).toList();
    }

    /** These and what was typed, of which a comma makes several. */
    private static Set<String> with(Set<String> chosen, String typed) {
        Set<String> all = new LinkedHashSet<>(chosen);
        Arrays.stream(typed.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(all::add);
        return all;
    }

    private List<String> codes(RecordType type, Field field) {
        return words.choices(type.name(), field).stream().map(Choice::code).toList();
    }

    private Editor reference(Field field, String label) {
        return field.target() == null
                ? references.any(field, label)
                : references.single(context.types().get(field.target()), field, label);
    }

    private Editor several(Field field, String label) {
        return references.several(context.types().get(field.target()), field, label);
    }
}
