package org.sencrm.core.store;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.TimeZone;

/** What a column holds, and the Java type in which the engine reads and binds it. */
public enum ColumnType {
    /** {@link String}. */
    TEXT(Types.VARCHAR),
    /** {@link BigDecimal}. */
    DECIMAL(Types.DECIMAL),
    /** {@link Long}, at most 32 bits. */
    INTEGER(Types.INTEGER),
    /** {@link Long}. */
    LONG(Types.BIGINT),
    /** {@link Boolean}. */
    BOOLEAN(Types.BOOLEAN),
    /** {@link LocalDate}. */
    DATE(Types.DATE),
    /** {@link Instant}, stored in UTC to the microsecond. */
    TIMESTAMP(Types.TIMESTAMP);

    private final int sqlType;

    ColumnType(int sqlType) {
        this.sqlType = sqlType;
    }

    /** The type for a Java value that the engine binds. */
    public static ColumnType of(Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return LONG;
        } else if (value instanceof String) {
            return TEXT;
        } else if (value instanceof Boolean) {
            return BOOLEAN;
        } else if (value instanceof BigDecimal) {
            return DECIMAL;
        } else if (value instanceof LocalDate) {
            return DATE;
        } else if (value instanceof Instant) {
            return TIMESTAMP;
        }
        throw new IllegalArgumentException("cannot be bound: " + value);
    }

    /** The value of a column of the current row; null where it is not set. */
    public Object read(ResultSet row, int index) throws SQLException {
        Object value = switch (this) {
            case TEXT -> row.getString(index);
            case DECIMAL -> row.getBigDecimal(index);
            case INTEGER, LONG -> row.getLong(index);
            case BOOLEAN -> row.getBoolean(index);
            case DATE -> localDate(row.getDate(index));
            case TIMESTAMP -> instant(row.getTimestamp(index, utc()));
        };
        return row.wasNull() ? null : value;
    }

    void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, sqlType);
            return;
        }
        switch (this) {
            case TEXT -> statement.setString(index, (String) value);
            case DECIMAL -> statement.setBigDecimal(index, (BigDecimal) value);
            case INTEGER -> statement.setInt(index, Math.toIntExact(((Number) value).longValue()));
            case LONG -> statement.setLong(index, ((Number) value).longValue());
            case BOOLEAN -> statement.setBoolean(index, (Boolean) value);
            case DATE -> statement.setDate(index, Date.valueOf((LocalDate) value));
            case TIMESTAMP -> statement.setTimestamp(index, Timestamp.from((Instant) value), utc());
        }
    }

    private static LocalDate localDate(Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
