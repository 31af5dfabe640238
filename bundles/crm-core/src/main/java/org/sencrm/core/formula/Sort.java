package org.sencrm.core.formula;

import java.util.List;
import java.util.Set;
import org.sencrm.api.record.FieldKind;

/** What a part of an expression comes to. */
public enum Sort {
    NUMBER(FieldKind.NUMBER, FieldKind.MONEY, FieldKind.PERCENT),
    TEXT(FieldKind.TEXT),
    BOOLEAN(FieldKind.BOOLEAN),
    /** A day. */
    DATE(FieldKind.DATE),
    /** A point in time. */
    MOMENT,
    /** Several choices or records, of which one asks whether one is among them. */
    LIST,
    /** A record that is pointed to: there, or not there. */
    RECORD,
    /** The word NULL, which goes with everything. */
    NOTHING;

    private final List<FieldKind> results;

    Sort(FieldKind... results) {
        this.results = List.of(results);
    }

    /** Kinds of fields that can hold it, the plainest first; none for what no formula may result in. */
    public List<FieldKind> results() {
        return results;
    }

    /** What a value of the kind is in an expression; null where the kind has no place in any. */
    static Sort of(FieldKind kind) {
        return switch (kind) {
            case NUMBER, MONEY, PERCENT, DURATION -> NUMBER;
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL, ADDRESS, PERSON_NAME, CHOICE -> TEXT;
            case BOOLEAN -> BOOLEAN;
            case DATE -> DATE;
            case DATE_TIME -> MOMENT;
            case CHOICES, REFERENCES -> LIST;
            case REFERENCE -> RECORD;
            case RICH_TEXT, STRUCTURE -> null;
        };
    }

    boolean isOrdered() {
        return Set.of(NUMBER, TEXT, DATE, MOMENT, NOTHING).contains(this);
    }

    /** What both are, where one of two may come about; null where they do not go together. */
    static Sort common(Sort one, Sort other) {
        if (one == NOTHING || one == other) {
            return other;
        }
        return other == NOTHING ? one : null;
    }

    /** As above, for all of them. */
    static Sort common(List<Sort> all) {
        Sort common = NOTHING;
        for (Sort next : all) {
            common = common == null ? null : common(common, next);
        }
        return common;
    }

    boolean suits(Sort wanted) {
        return this == wanted || this == NOTHING;
    }
}
