package org.sencrm.core.value;

import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;

/**
 * What can be done with the values of one {@link FieldKind}. Values are in the Java type of the kind and in one normal form,
 * so that two of them are the same exactly when they are equal. Stateless.
 */
public abstract class ValueKind {

    public static ValueKind of(FieldKind kind) {
        return switch (kind) {
            case TEXT, PHONE, PERSON_NAME, CHOICE -> TextValues.ONE_LINE;
            case LONG_TEXT, ADDRESS -> TextValues.LINES;
            case RICH_TEXT -> TextValues.HTML;
            case EMAIL -> TextValues.EMAIL;
            case URL -> TextValues.URL;
            case NUMBER, PERCENT -> NumberValues.INSTANCE;
            case MONEY -> MoneyValues.INSTANCE;
            case DATE -> DateValues.INSTANCE;
            case DATE_TIME -> InstantValues.INSTANCE;
            case DURATION -> DurationValues.INSTANCE;
            case BOOLEAN -> BooleanValues.INSTANCE;
            case CHOICES -> ChoiceListValues.INSTANCE;
            case REFERENCE -> ReferenceValues.INSTANCE;
            case REFERENCES -> ReferenceListValues.INSTANCE;
            case STRUCTURE -> StructureValues.INSTANCE;
        };
    }

    /**
     * Understands a value in the kind's Java type or in the form that JSON has it in.
     *
     * @return in normal form; null for nothing. References may come out as {@link ExternalReference}
     * @throws Refusal where it makes no sense or does not fit
     */
    public final Object accept(Object input, Shape shape) {
        return input == null ? null : understand(input, shape);
    }

    abstract Object understand(Object input, Shape shape);

    /** The value in the form that JSON has it in, for the change log. */
    public Object plain(Object value) {
        return value;
    }

    /**
     * What {@link #plain} once wrote, possibly when the field was declared otherwise; null where that makes no sense any
     * more.
     */
    public Object revive(Object plain, Shape shape) {
        try {
            return accept(plain, shape);
        } catch (Refusal e) {
            return null;
        }
    }

    /**
     * What the first column is compared with in a filter.
     *
     * @throws Refusal where the text is no value of the kind
     */
    public Object comparable(String text, Shape shape) {
        Object value = accept(text, shape);
        return value == null ? null : first(value);
    }

    /** What goes into the first column. */
    public Object first(Object value) {
        return value;
    }

    /** What goes into the second column of money and of references to any type. */
    public Object second(Object value) {
        return null;
    }

    /** The value that the columns hold; the first one is not null. */
    public Object load(Field field, Object first, Object second) {
        return first;
    }
}
