package org.sencrm.core.field;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sencrm.core.store.Dialect;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The columns {@code CX_1}, {@code CX_2} … of a type's table. None is ever dropped: Derby would write the table anew. */
final class Columns {

    private static final Logger LOG = LoggerFactory.getLogger(Columns.class);
    private static final String PREFIX = "CX_";
    private static final int NAME_OF_COLUMN = 4;
    private static final int NAME_OF_TABLE = 3;

    /**
     * Longer than another node takes to learn that a field is gone, so that no value of it arrives in the column of the next.
     */
    static final Duration REST = Duration.ofMinutes(10);

    private final FieldTable table;
    private final Clock clock;

    Columns(FieldTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Finds or makes columns for a field. */
    Definition give(Connection connection, StoredType type, Definition field) throws SQLException {
        Storage storage = field.storage();
        String first = give(connection, type, storage.sqlType());
        return field.in(first, storage.second() == null ? null : give(connection, type, storage.second()));
    }

    private String give(Connection connection, StoredType type, String sqlType) throws SQLException {
        Instant rested = clock.instant().minus(REST);
        for (FieldTable.Free free : table.cleared(connection, type.name(), sqlType, rested)) {
            if (isEmpty(connection, type, free.column())) {
                table.take(connection, free);
                return free.column();
            }
            table.clearedAt(connection, free, null);
        }
        String name = PREFIX + table.nextColumn(connection, type.name());
        add(connection, type, name, sqlType);
        return name;
    }

    private static boolean isEmpty(Connection connection, StoredType type, String column) throws SQLException {
        return Sql.of("select ID from " + type.table() + " where " + column + " is not null fetch first 1 rows only")
                        .first(connection, row -> row.getLong(1))
                == null;
    }

    private static void add(Connection connection, StoredType type, String column, String sqlType) throws SQLException {
        Sql.of("alter table " + type.table() + " add column " + column + " " + sqlType)
                .execute(connection);
    }

    /** Makes the columns anew that went with the table, as they do where a module was purged and installed again. */
    void mend(Connection connection, Dialect dialect, StoredType type, List<Definition> fields) throws SQLException {
        Set<String> there = fields.isEmpty() ? Set.of() : names(connection, dialect, type.table());
        for (Definition field : fields) {
            Storage storage = field.storage();
            mend(connection, type, there, field.column(), storage.sqlType());
            mend(connection, type, there, field.second(), storage.second());
        }
    }

    private static void mend(Connection connection, StoredType type, Set<String> there, String column, String sqlType)
            throws SQLException {
        if (column != null && !there.contains(column)) {
            add(connection, type, column, sqlType);
            LOG.warn("Column {} of {} was lost with its values and is there again", column, type.table());
        }
    }

    private static Set<String> names(Connection connection, Dialect dialect, String tableName) throws SQLException {
        String written = dialect == Dialect.POSTGRESQL ? tableName.toLowerCase(Locale.ROOT) : tableName;
        Set<String> names = new HashSet<>();
        try (ResultSet columns = connection.getMetaData().getColumns(null, connection.getSchema(), written, null)) {
            while (columns.next()) {
                if (columns.getString(NAME_OF_TABLE).equals(written)) {
                    names.add(columns.getString(NAME_OF_COLUMN).toUpperCase(Locale.ROOT));
                }
            }
        }
        return names;
    }
}
