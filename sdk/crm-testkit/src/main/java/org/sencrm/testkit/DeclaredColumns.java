package org.sencrm.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.store.Column;
import org.sencrm.core.type.StoredType;

/** Whether each field that an entity declares has its column in the table that the changelog made. */
final class DeclaredColumns {

    private DeclaredColumns() {}

    static void check(TestEngine engine, List<String> types) {
        for (String name : types) {
            StoredType type = engine.types.stored(name).orElseThrow();
            Set<String> lacking = engine.database.read(connection -> lacking(connection, type));
            if (!lacking.isEmpty()) {
                throw new IllegalStateException("the changelog makes no column " + String.join(", ", lacking)
                        + " in the table " + type.table() + " of " + name);
            }
        }
    }

    private static Set<String> lacking(Connection connection, StoredType type) throws SQLException {
        Set<String> lacking = new TreeSet<>();
        type.fields()
                .forEach(field -> field.columns().stream().map(Column::name).forEach(lacking::add));
        try (var columns = connection.getMetaData().getColumns(null, null, type.table(), null)) {
            while (columns.next()) {
                lacking.remove(columns.getString("COLUMN_NAME").toUpperCase(Locale.ROOT));
            }
        }
        return lacking;
    }
}
