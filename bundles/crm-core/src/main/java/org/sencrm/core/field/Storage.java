package org.sencrm.core.field;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sencrm.api.record.FieldKind;
import org.sencrm.core.store.Column;
import org.sencrm.core.store.ColumnType;

/**
 * How the values of a kind are stored. Kinds share few types of columns, so that a column that became free soon finds
 * another field.
 *
 * @param sqlType type of the column on every database
 * @param length longest text in characters, which may be less than the column holds; 0 where that has no meaning
 * @param second type of the column beside it; null for none
 */
record Storage(String sqlType, ColumnType type, int length, int precision, int scale, String second) {

    private static final String LINE = "VARCHAR(255)";
    private static final String LIST = "VARCHAR(2000)";
    private static final String PROSE = "VARCHAR(10000)";
    private static final String CODE = "VARCHAR(60)";
    private static final int CODE_LENGTH = 60;

    /** How a field of the kind is stored; empty where there are no custom fields of the kind. */
    static Optional<Storage> of(FieldKind kind, String target) {
        return Optional.ofNullable(
                switch (kind) {
                    case TEXT -> text(LINE, 255);
                    case LONG_TEXT, RICH_TEXT -> text(PROSE, 10_000);
                    case NUMBER, PERCENT -> decimal(6, null);
                    case MONEY -> decimal(4, CODE);
                    case DATE -> plain("DATE", ColumnType.DATE, null);
                    case DATE_TIME -> plain("TIMESTAMP", ColumnType.TIMESTAMP, null);
                    case DURATION -> plain("BIGINT", ColumnType.LONG, null);
                    case BOOLEAN -> plain("BOOLEAN", ColumnType.BOOLEAN, null);
                    case CHOICE -> text(CODE, CODE_LENGTH);
                    case EMAIL -> text(LINE, 254);
                    case PHONE -> text(LINE, 50);
                    case PERSON_NAME -> text(LINE, 200);
                    case URL -> text(LIST, 1_000);
                    case ADDRESS -> text(LIST, 1_000);
                    case CHOICES, REFERENCES -> text(LIST, 2_000);
                    case REFERENCE -> plain("BIGINT", ColumnType.LONG, "*".equals(target) ? CODE : null);
                    case STRUCTURE -> null;
                });
    }

    /** Kinds of which there are custom fields. */
    static List<FieldKind> kinds() {
        return Arrays.stream(FieldKind.values())
                .filter(kind -> of(kind, null).isPresent())
                .toList();
    }

    Column column(String name) {
        return new Column(name, type, length, precision, scale);
    }

    static Column secondColumn(String name) {
        return Column.text(name, CODE_LENGTH);
    }

    /** Decimals as many as asked for before which 19 digits stand. */
    private static Storage decimal(int scale, String second) {
        int precision = 19 + scale;
        return new Storage("DECIMAL(" + precision + "," + scale + ")", ColumnType.DECIMAL, 0, precision, scale, second);
    }

    private static Storage text(String sqlType, int length) {
        return new Storage(sqlType, ColumnType.TEXT, length, 0, 0, null);
    }

    private static Storage plain(String sqlType, ColumnType type, String second) {
        return new Storage(sqlType, type, 0, 0, 0, second);
    }
}
