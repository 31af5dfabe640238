package org.sencrm.ui.field;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Reference;
import org.sencrm.api.text.Messages;
import org.sencrm.ui.host.Formats;
import org.sencrm.ui.host.HostContext;

/** Values in words, with what only the field knows: the labels of choices, the sign of a share, the groups of a number. */
public final class FieldText {

    private static final BigDecimal FIVE_DIGITS = BigDecimal.valueOf(10_000);

    private final Formats formats;
    private final Messages messages;
    private final RecordTypes types;
    private final Locale locale;
    private final Predicate<String> readable;

    public FieldText(HostContext context) {
        this(
                context.formats(),
                context.messages(),
                context.types(),
                context.locale(),
                type -> context.may(Right.READ, type));
    }

    /**
     * For pages that no tab shows.
     *
     * @param readable whether the person may read records of the type
     */
    public FieldText(Formats formats, Messages messages, RecordTypes types, Locale locale, Predicate<String> readable) {
        this.formats = formats;
        this.messages = messages;
        this.types = types;
        this.locale = locale;
        this.readable = readable;
    }

    public String label(RecordType type, Field field) {
        return label(type.name(), field.name());
    }

    public String label(String type, String field) {
        return messages.field(locale, type, field);
    }

    /** The value of a field of the type as people read it, on one line; empty for null. */
    public String value(String type, Field field, Object value) {
        if (value == null) {
            return "";
        }
        return switch (field.kind()) {
            case CHOICE -> choice(type, field, value).label();
            case CHOICES ->
                ((Collection<?>) value)
                        .stream().map(code -> choice(type, field, code).label()).collect(Collectors.joining(", "));
            case NUMBER -> number((BigDecimal) value);
            case PERCENT -> formats.percent((BigDecimal) value);
            case PHONE -> PhoneNumber.grouped(value.toString());
            case ADDRESS -> String.join(", ", value.toString().split("\\R"));
            case RICH_TEXT -> Jsoup.parse(value.toString()).text();
            case STRUCTURE -> "";
            default -> formats.any(value);
        };
    }

    /** A whole number of four digits stands without a mark between them: it may be a year. */
    private String number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        boolean isShort = plain.scale() <= 0 && plain.abs().compareTo(FIVE_DIGITS) < 0;
        return isShort ? plain.toPlainString() : formats.number(value);
    }

    /** The options of a choice field, in order; empty where its module is gone. */
    public List<Choice> choices(String type, Field field) {
        return types.find(type).isEmpty() ? List.of() : types.choices(type, field.name(), locale, readable);
    }

    /** The option with this code, also where it is no longer offered; labelled by the code where it has no name. */
    public Choice choice(String type, Field field, Object code) {
        return choices(type, field).stream()
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .orElseGet(() -> retired(type + "." + field.name() + "." + code, String.valueOf(code)));
    }

    private Choice retired(String key, String code) {
        return new Choice(code, messages.has(locale, key) ? messages.text(locale, key) : code, "neutral");
    }

    /** The value of a field, looked up by name; for fields that are gone, the plain value. */
    public String value(String type, String field, Object value) {
        Optional<Field> known = types.find(type).flatMap(found -> found.field(field));
        return known.map(found -> value(type, found, value)).orElseGet(() -> formats.any(value));
    }

    /** A value that belongs to no field. */
    public String plain(Object value) {
        return formats.any(value);
    }

    /** What people read of a reference; says so where the record is gone or may not be seen. */
    public String reference(Reference reference) {
        return formats.any(reference);
    }
}
