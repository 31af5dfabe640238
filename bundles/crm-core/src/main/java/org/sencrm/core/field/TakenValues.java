package org.sencrm.core.field;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;

/** Values of a field that becomes unique, or is so no more, in the table {@code CORE_UNIQUE}. */
final class TakenValues {

    /**
     * Takes the values of all living records.
     *
     * @return names of two records that have the same value; none where all differ and everything is taken
     */
    List<String> take(Connection connection, StoredType type, StoredField field) throws SQLException {
        Map<String, Holder> holders = new HashMap<>();
        List<List<String>> doubles = Sql.of(
                        "select ID, " + type.label().column().name())
                .add(", "
                        + String.join(
                                ", ",
                                field.columns().stream()
                                        .map(column -> column.name())
                                        .toList()))
                .add(" from " + type.table() + " where DELETED_AT is null and "
                        + field.column().name() + " is not null")
                .query(connection, row -> {
                    Holder holder = new Holder(row.getLong(1), row.getString(2));
                    Holder other = holders.putIfAbsent(field.uniqueKey(field.read(row, 3)), holder);
                    return other == null ? List.<String>of() : List.of(other.label, holder.label);
                });
        for (List<String> two : doubles) {
            if (!two.isEmpty()) {
                return two;
            }
        }
        for (Map.Entry<String, Holder> taken : holders.entrySet()) {
            Sql.of(
                            "insert into CORE_UNIQUE (RECORD_TYPE, FIELD, VALUE_KEY, RECORD_ID) values (?,?,?,?)",
                            type.name(),
                            field.name(),
                            taken.getKey(),
                            taken.getValue().id)
                    .execute(connection);
        }
        return List.of();
    }

    void release(Connection connection, String type, String field) throws SQLException {
        Sql.of("delete from CORE_UNIQUE where RECORD_TYPE=? and FIELD=?", type, field)
                .execute(connection);
    }

    private record Holder(long id, String label) {}
}
