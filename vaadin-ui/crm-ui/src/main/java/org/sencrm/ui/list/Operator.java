package org.sencrm.ui.list;

import java.util.List;
import org.sencrm.api.record.FieldKind;

/** How a filter compares a field with values. */
enum Operator {
    CONTAINS("contains", 1),
    BEGINS("begins", 1),
    EQUALS("equals", 1),
    DIFFERS("differs", 1),
    MORE("more", 1),
    AT_LEAST("atLeast", 1),
    LESS("less", 1),
    AT_MOST("atMost", 1),
    ANY_OF("anyOf", Integer.MAX_VALUE),
    NONE_OF("noneOf", Integer.MAX_VALUE),
    DURING("during", 1),
    EMPTY("empty", 0),
    FILLED("filled", 0);

    private final String code;
    private final int mostValues;

    Operator(String code, int mostValues) {
        this.code = code;
        this.mostValues = mostValues;
    }

    /** Key of the message that names it in a sentence "field operator value". */
    String messageKey() {
        return "filter.operator." + code;
    }

    boolean takesValue() {
        return mostValues > 0;
    }

    /** The comparisons that make sense for a kind, the usual one first; empty where the kind cannot be filtered. */
    static List<Operator> of(FieldKind kind) {
        return switch (kind) {
            case TEXT, LONG_TEXT, RICH_TEXT, EMAIL, PHONE, URL, ADDRESS, PERSON_NAME ->
                List.of(CONTAINS, BEGINS, EQUALS, DIFFERS, EMPTY, FILLED);
            case NUMBER, MONEY, PERCENT -> List.of(AT_LEAST, AT_MOST, MORE, LESS, EQUALS, EMPTY, FILLED);
            case DATE -> List.of(DURING, AT_LEAST, AT_MOST, EQUALS, EMPTY, FILLED);
            case DATE_TIME -> List.of(DURING, AT_LEAST, AT_MOST, EMPTY, FILLED);
            case BOOLEAN -> List.of(EQUALS, EMPTY, FILLED);
            case CHOICE, REFERENCE -> List.of(ANY_OF, NONE_OF, EMPTY, FILLED);
            case CHOICES, REFERENCES -> List.of(ANY_OF, EMPTY, FILLED);
            case DURATION, STRUCTURE -> List.of();
        };
    }
}
