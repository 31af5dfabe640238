package org.sencrm.core.record;

import java.util.Locale;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.type.StoredField;

/**
 * One measure of a summary.
 *
 * @param name as it was asked for, e.g. {@code sum:amount}
 * @param field null for a count
 */
record Measure(String name, Function function, StoredField field) {

    boolean isMoney() {
        return field != null && field.kind() == FieldKind.MONEY;
    }

    /** Whether what it comes to in several currencies can be told in one. */
    boolean isConverted() {
        return isMoney() && function == Function.SUM;
    }

    /** For {@code select}: the parts from which the measure of several groups together can still be made. */
    String sql() {
        String column = field.column().name();
        return switch (function) {
            case COUNT -> throw new IllegalStateException("counted anyway");
            case SUM, AVG -> "sum(" + sum(column) + "), count(" + column + ")";
            case MIN -> "min(" + column + "), count(" + column + ")";
            case MAX -> "max(" + column + "), count(" + column + ")";
        };
    }

    /** Sums of many whole numbers grow beyond their own type. */
    private String sum(String column) {
        return switch (field.column().type()) {
            case INTEGER, LONG -> "cast(" + column + " as decimal(19,0))";
            default -> column;
        };
    }

    enum Function {
        COUNT,
        SUM,
        MIN,
        MAX,
        AVG;

        static Function of(String code) {
            for (Function function : values()) {
                if (function.name().toLowerCase(Locale.ROOT).equals(code)) {
                    return function;
                }
            }
            return null;
        }
    }
}
