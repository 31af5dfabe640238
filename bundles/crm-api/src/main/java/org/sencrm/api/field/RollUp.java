package org.sencrm.api.field;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * How a field of a record follows from other records that point to it: how many there are, or the sum, the smallest or the
 * greatest value of one of their fields. Records in the trash do not count. Immutable.
 *
 * <pre>{@code
 * new RollUp(RollUp.Function.SUM, "opportunities", "account", "amount", "stage==won")
 * }</pre>
 *
 * @param function what is made of them
 * @param type the type of the records that point
 * @param by their reference field that points
 * @param field the field whose values are taken; null for a count
 * @param filter RSQL over their own fields: only those that it finds count; empty for all
 */
public record RollUp(Function function, String type, String by, String field, String filter) {

    /** What is made of the records. */
    public enum Function {
        COUNT,
        /** Of numbers, amounts and lengths of time. */
        SUM,
        /** Of these and percents, days and points in time. */
        MIN,
        /** As {@link #MIN}. */
        MAX;

        /** The name in REST. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The function with this code; {@link IllegalArgumentException} where there is none. */
        public static Function of(String code) {
            return Arrays.stream(values())
                    .filter(function -> function.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such function: " + code));
        }
    }

    public RollUp {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(by, "by");
        filter = filter == null ? "" : filter.strip();
    }
}
