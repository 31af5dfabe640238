package org.sencrm.modules;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;

/** One value of a row in a file, exact to the last digit. */
final class CellCopy {

    private CellCopy() {}

    static void write(ResultSet row, int column, int type, DataOutputStream out) throws SQLException, IOException {
        switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> {
                long value = row.getLong(column);
                if (isThere(row.wasNull(), out)) {
                    out.writeLong(value);
                }
            }
            case Types.BOOLEAN, Types.BIT -> {
                boolean value = row.getBoolean(column);
                if (isThere(row.wasNull(), out)) {
                    out.writeBoolean(value);
                }
            }
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> {
                double value = row.getDouble(column);
                if (isThere(row.wasNull(), out)) {
                    out.writeDouble(value);
                }
            }
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> bytes(row.getBytes(column), out);
            case Types.DECIMAL, Types.NUMERIC -> text(row.getBigDecimal(column), out);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> text(moment(row.getTimestamp(column, utc())), out);
            case Types.DATE -> text(row.getDate(column), out);
            case Types.TIME -> text(row.getTime(column), out);
            default -> text(row.getString(column), out);
        }
    }

    /** As it stands in the table: in the zone of this machine, some of those moments would be none. */
    private static LocalDateTime moment(Timestamp value) {
        return value == null ? null : LocalDateTime.ofInstant(value.toInstant(), ZoneOffset.UTC);
    }

    /** Copies of before have a blank in the middle. */
    private static Timestamp moment(String text) {
        return Timestamp.from(LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
    }

    private static boolean isThere(boolean isNull, DataOutputStream out) throws IOException {
        out.writeBoolean(!isNull);
        return !isNull;
    }

    private static void text(Object value, DataOutputStream out) throws IOException {
        bytes(value == null ? null : value.toString().getBytes(StandardCharsets.UTF_8), out);
    }

    private static void bytes(byte[] value, DataOutputStream out) throws IOException {
        if (isThere(value == null, out)) {
            out.writeInt(value.length);
            out.write(value);
        }
    }

    static void read(PreparedStatement row, int column, int type, DataInputStream in) throws SQLException, IOException {
        if (!in.readBoolean()) {
            row.setNull(column, type);
            return;
        }
        switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> row.setLong(column, in.readLong());
            case Types.BOOLEAN, Types.BIT -> row.setBoolean(column, in.readBoolean());
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> row.setDouble(column, in.readDouble());
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> row.setBytes(column, bytes(in));
            case Types.DECIMAL, Types.NUMERIC -> row.setBigDecimal(column, new BigDecimal(text(in)));
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> row.setTimestamp(column, moment(text(in)), utc());
            case Types.DATE -> row.setDate(column, java.sql.Date.valueOf(text(in)));
            case Types.TIME -> row.setTime(column, java.sql.Time.valueOf(text(in)));
            default -> row.setString(column, text(in));
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] value = in.readNBytes(length);
        if (value.length < length) {
            throw new EOFException();
        }
        return value;
    }
}
