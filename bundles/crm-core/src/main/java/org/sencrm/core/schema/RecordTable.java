package org.sencrm.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.core.store.Dialect;

/**
 * What the table of every record type has, whether a changelog makes it or an administrator: the columns, and the indexes
 * that every list needs.
 *
 * <p>No index leads with {@code DELETED_AT}: nearly all rows are alive, so it would tempt the database away from the index
 * that gives the order. Derby cannot read an index backwards, hence those that fall; PostgreSQL can, and reads the newest
 * records by the primary key.
 */
public final class RecordTable {

    static final String KEY = "ID";

    static final List<Part> COLUMNS = List.of(
            new Part(KEY, "BIGINT", true),
            new Part("VERSION", "BIGINT", true),
            new Part("OWNER_ID", "BIGINT", false),
            new Part("TEAM_ID", "BIGINT", false),
            new Part("CREATED_AT", "TIMESTAMP", true),
            new Part("CREATED_BY", "BIGINT", true),
            new Part("UPDATED_AT", "TIMESTAMP", true),
            new Part("UPDATED_BY", "BIGINT", true),
            new Part("SOURCE", "VARCHAR(50)", false),
            new Part("EXTERNAL_ID", "VARCHAR(200)", false),
            new Part("DELETED_AT", "TIMESTAMP", false),
            new Part("LABEL_KEY", "VARCHAR(300)", false),
            new Part("SEARCH_TEXT", "VARCHAR(2000)", false));

    private RecordTable() {}

    /**
     * The statements that make the table of a type, in order.
     *
     * @param own columns beside those of every type, each as it stands in SQL
     */
    public static List<String> statements(Dialect dialect, String table, List<String> own) {
        boolean isPostgresql = dialect == Dialect.POSTGRESQL;
        String columns =
                Stream.concat(COLUMNS.stream().map(Part::sql), own.stream()).collect(Collectors.joining(", "));
        List<String> statements = new ArrayList<>();
        statements.add("create table %s (%s, constraint PK_%s primary key (%s))".formatted(table, columns, table, KEY));
        if (isPostgresql) {
            statements.addAll(byteOrder(table));
        }
        indexes(isPostgresql)
                .forEach(index -> statements.add("create index %s on %s (%s)"
                        .formatted(index.name(table), table, String.join(", ", index.columns()))));
        return statements;
    }

    /** @param isPostgresql whether the database can read an index backwards */
    static List<Index> indexes(boolean isPostgresql) {
        List<Index> indexes = new ArrayList<>();
        if (!isPostgresql) {
            indexes.add(new Index("NEWEST", List.of("ID desc")));
            indexes.add(new Index("LABEL_LAST", List.of("LABEL_KEY desc", "ID desc")));
        }
        indexes.add(new Index("LABEL", List.of("LABEL_KEY", "ID")));
        indexes.add(new Index("UPDATED", List.of("UPDATED_AT desc", "ID desc")));
        indexes.add(new Index("OWNER", List.of("OWNER_ID")));
        indexes.add(new Index("TEAM", List.of("TEAM_ID")));
        indexes.add(new Index("EXTERNAL", List.of("EXTERNAL_ID")));
        return indexes;
    }

    /** On PostgreSQL: folded text is compared byte by byte on every database, so that pages and prefixes agree everywhere. */
    static List<String> byteOrder(String table) {
        return COLUMNS.stream()
                .filter(column ->
                        column.name().equals("LABEL_KEY") || column.name().equals("SEARCH_TEXT"))
                .map(column -> "alter table %s alter column %s type %s collate \"C\""
                        .formatted(table, column.name(), column.type()))
                .toList();
    }

    /** A column that every type has. */
    record Part(String name, String type, boolean required) {

        private String sql() {
            return name + " " + type + (required ? " not null" : "");
        }
    }

    /** @param columns each with {@code desc} behind it where it falls */
    record Index(String purpose, List<String> columns) {

        String name(String table) {
            return "IX_" + table + "_" + purpose;
        }
    }
}
