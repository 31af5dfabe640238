package org.sencrm.core.field;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.core.filter.Keys;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;

/**
 * Takes the values of a removed field out of its column, some rows at a time, and its words out of what quick search looks
 * into. Records keep their version: nobody changed them.
 */
final class Cleaner {

    private static final int ROWS = 500;

    /** Clears the next rows behind this id; gives the last id among them, null where there were none. */
    Long clear(Connection connection, StoredType type, FieldTable.Free free, long behind) throws SQLException {
        return free.searched()
                ? clearWithWords(connection, type, free.column(), behind)
                : clearPlain(connection, type, free.column(), behind);
    }

    private static Long clearPlain(Connection connection, StoredType type, String column, long behind)
            throws SQLException {
        List<Long> ids = filled("ID", type, column, behind).query(connection, row -> row.getLong(1));
        if (ids.isEmpty()) {
            return null;
        }
        Sql.of("update " + type.table() + " set " + column + "=null where ID in ")
                .list(ColumnType.LONG, ids)
                .execute(connection);
        return ids.get(ids.size() - 1);
    }

    private static Long clearWithWords(Connection connection, StoredType type, String column, long behind)
            throws SQLException {
        List<StoredField> searched = type.searchable().stream()
                .filter(field -> !field.column().name().equals(column))
                .toList();
        StringBuilder columns = new StringBuilder("ID, VERSION");
        searched.forEach(field -> columns.append(", ").append(field.column().name()));
        List<Row> rows = filled(columns.toString(), type, column, behind).query(connection, row -> {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < searched.size(); i++) {
                values.put(searched.get(i).name(), searched.get(i).read(row, i + 3));
            }
            return new Row(row.getLong(1), row.getLong(2), values);
        });
        for (Row row : rows) {
            // one that somebody changed in between is found again
            Sql.of(
                            "update " + type.table() + " set " + column
                                    + "=null, SEARCH_TEXT=? where ID=? and VERSION=?",
                            Keys.search(type.searchTexts(row.values)),
                            row.id,
                            row.version)
                    .execute(connection);
        }
        return rows.isEmpty() ? null : rows.get(rows.size() - 1).id;
    }

    private static Sql filled(String columns, StoredType type, String column, long behind) {
        return Sql.of(
                "select " + columns + " from " + type.table() + " where ID>? and " + column
                        + " is not null order by ID fetch first " + ROWS + " rows only",
                behind);
    }

    private record Row(long id, long version, Map<String, Object> values) {}
}
