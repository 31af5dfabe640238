package org.sencrm.api.record;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes values into RSQL so that no value is ever read as syntax. */
public final class Rsql {

    private Rsql() {}

    /** {@code field=="value"}, with a {@code *} in the value taken literally. */
    public static String equal(String field, Object value) {
        return field + "==" + quote(String.valueOf(value).replace("*", "\\*"));
    }

    /** {@code field=in=("a","b")}; nothing matches an empty collection. */
    public static String in(String field, Collection<?> values) {
        return values.isEmpty()
                ? "id==0"
                : field + "=in="
                        + values.stream()
                                .map(value -> quote(String.valueOf(value)))
                                .collect(Collectors.joining(",", "(", ")"));
    }

    /** The value in double quotes, with quotes and backslashes escaped. */
    public static String quote(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
