package org.sencrm.core.field;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.sencrm.api.access.Caller;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Dialect;
import org.sencrm.core.store.Ids;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;

/**
 * The index on a reference field along which a roll-up reads. Without one every save would go through all records of the
 * type, and on Derby wait for whoever changes any of them.
 */
final class PointerIndex {

    private static final String COLUMN = "COLUMN_NAME";
    private static final String PLACE = "ORDINAL_POSITION";

    private final Database database;
    private final TableChange change;

    PointerIndex(Database database, TableChange change) {
        this.database = database;
        this.change = change;
    }

    /** Makes it where there is none that begins with the column. */
    void provide(Caller caller, StoredType type, StoredField pointer) {
        String column = pointer.column().name();
        if (!database.read(connection -> isThere(connection, type.table(), column))) {
            change.run(
                    caller,
                    type,
                    connection -> Sql.of(
                                    "create index IX_RU_" + Ids.next() + " on " + type.table() + " (" + column + ")")
                            .execute(connection));
        }
    }

    private boolean isThere(Connection connection, String table, String column) throws SQLException {
        String written = database.dialect() == Dialect.POSTGRESQL ? table.toLowerCase(Locale.ROOT) : table;
        try (ResultSet indexes =
                connection.getMetaData().getIndexInfo(null, connection.getSchema(), written, false, true)) {
            while (indexes.next()) {
                if (indexes.getInt(PLACE) == 1 && column.equalsIgnoreCase(indexes.getString(COLUMN))) {
                    return true;
                }
            }
        }
        return false;
    }
}
