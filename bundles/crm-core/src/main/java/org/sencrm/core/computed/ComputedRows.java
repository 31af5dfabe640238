package org.sencrm.core.computed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sencrm.core.store.Column;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Dialect;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;

/** Rows whose computed fields are looked at. Writing them is nobody's edit: version, author and time stay. */
final class ComputedRows {

    private final Dialect dialect;

    ComputedRows(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Keeps others from the rows until the transaction is over; in the order of their ids. */
    void lock(Connection connection, StoredType type, Collection<Long> ids) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            Sql.of("select ID from " + type.table() + " where ID in ")
                    .list(ColumnType.LONG, ids)
                    .add(" order by ID for update")
                    .query(connection, row -> row.getLong(1));
        } else {
            for (Long id : ids) {
                Sql.of("update " + type.table() + " set VERSION=VERSION where ID=?", id)
                        .execute(connection);
            }
        }
    }

    List<Row> read(Connection connection, StoredType type, Collection<Long> ids, Collection<StoredField> fields)
            throws SQLException {
        String columns = fields.stream()
                .flatMap(field -> field.columns().stream())
                .map(Column::name)
                .distinct()
                .collect(Collectors.joining(", "));
        List<StoredField> inOrder = new ArrayList<>(fields);
        return Sql.of("select ID, DELETED_AT" + (columns.isEmpty() ? "" : ", " + columns) + " from " + type.table()
                        + " where ID in ")
                .list(ColumnType.LONG, ids)
                .query(connection, row -> row(row, inOrder));
    }

    private static Row row(ResultSet row, List<StoredField> fields) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        int index = 3;
        for (StoredField field : fields) {
            values.put(field.name(), field.read(row, index));
            index += field.columns().size();
        }
        return new Row(row.getLong(1), row.getTimestamp(2) == null, values);
    }

    void write(
            Connection connection, StoredType type, long id, Collection<StoredField> fields, Map<String, Object> values)
            throws SQLException {
        String assignments = fields.stream()
                .flatMap(field -> field.columns().stream())
                .map(column -> column.name() + "=?")
                .collect(Collectors.joining(", "));
        Sql statement = Sql.of("update " + type.table() + " set " + assignments + " where ID=?");
        fields.forEach(field -> field.bind(statement, values.get(field.name())));
        statement.bind(ColumnType.LONG, id).execute(connection);
    }

    /** @param living whether it is not in the trash */
    record Row(long id, boolean living, Map<String, Object> values) {}
}
