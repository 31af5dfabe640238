package org.sencrm.core.customtype;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sencrm.core.store.Sql;

/** The registry of custom types, {@code CORE_CUSTOM_TYPE}. No line of it ever goes. */
final class TypeTable {

    /** Oldest first. */
    List<Registered> all(Connection connection) throws SQLException {
        return Sql.of("select ID, NAME, VERSION, RETIRED, DESCRIPTION from CORE_CUSTOM_TYPE order by ID")
                .query(
                        connection,
                        row -> Registered.of(
                                row.getLong(1), row.getString(2), row.getLong(3), row.getBoolean(4), row.getString(5)));
    }

    /** How often types were made and changed: as none goes, another number with every change. */
    long changes(Connection connection) throws SQLException {
        return Sql.of("select coalesce(sum(VERSION), 0) from CORE_CUSTOM_TYPE")
                .first(connection, row -> row.getLong(1));
    }

    void insert(Connection connection, Registered made) throws SQLException {
        Sql.of(
                        "insert into CORE_CUSTOM_TYPE (ID, NAME, VERSION, RETIRED, DESCRIPTION) values (?,?,?,?,?)",
                        made.id(),
                        made.type().name(),
                        made.type().version(),
                        made.type().retired(),
                        made.description())
                .execute(connection);
    }

    /** Whether it still was of the version before. */
    boolean update(Connection connection, Registered changed) throws SQLException {
        int updated = Sql.of(
                        "update CORE_CUSTOM_TYPE set VERSION=?, RETIRED=?, DESCRIPTION=? where ID=? and VERSION=?",
                        changed.type().version(),
                        changed.type().retired(),
                        changed.description(),
                        changed.id(),
                        changed.type().version() - 1)
                .execute(connection);
        return updated == 1;
    }
}
