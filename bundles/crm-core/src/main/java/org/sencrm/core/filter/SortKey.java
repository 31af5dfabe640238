package org.sencrm.core.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.sencrm.core.store.Column;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;

/** One column of an order. On both databases a missing value comes after all others, and first when falling. */
record SortKey(Column column, boolean falling, boolean nullable) {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    String name() {
        return column.name();
    }

    ColumnType type() {
        return column.type();
    }

    String sql() {
        return name() + (falling ? " desc" : "");
    }

    /** All values, as a range that begins where the order begins: it shows Derby the index that has this order. */
    Sql wholeRange() {
        return Sql.of(name() + (falling ? "<=?" : ">=?")).bind(type(), falling ? greatest() : least());
    }

    /** From a value on, itself included. */
    Sql from(Object value) {
        return Sql.of(name() + (falling ? "<=?" : ">=?")).bind(type(), value);
    }

    Sql behind(Object value) {
        return Sql.of(name() + (falling ? "<?" : ">?")).bind(type(), value);
    }

    Sql same(Object value) {
        return value == null ? isNull() : Sql.of(name() + "=?").bind(type(), value);
    }

    Sql isNull() {
        return Sql.of(name() + " is null");
    }

    private Object least() {
        return switch (type()) {
            case TEXT -> "";
            case DECIMAL -> column.greatest().negate();
            case INTEGER -> (long) Integer.MIN_VALUE;
            case LONG -> Long.MIN_VALUE;
            case BOOLEAN -> false;
            case DATE -> LocalDate.of(1, 1, 1);
            case TIMESTAMP -> FIRST;
        };
    }

    private Object greatest() {
        return switch (type()) {
            case TEXT -> "\uffff";
            case DECIMAL -> column.greatest();
            case INTEGER -> (long) Integer.MAX_VALUE;
            case LONG -> Long.MAX_VALUE;
            case BOOLEAN -> true;
            case DATE -> LocalDate.of(9999, 12, 31);
            case TIMESTAMP -> LAST;
        };
    }

    /** The value as a cursor carries it. */
    static String text(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    /** The value that {@link #text} wrote; an exception of its type's own where it did not. */
    Object value(String text) {
        return switch (type()) {
            case TEXT -> text;
            case DECIMAL -> new BigDecimal(text);
            case INTEGER, LONG -> Long.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case TIMESTAMP -> Instant.parse(text);
        };
    }
}
