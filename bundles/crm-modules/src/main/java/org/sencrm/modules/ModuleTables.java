package org.sencrm.modules;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.sencrm.api.fault.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables that belong to a module: all that begin with its word. */
final class ModuleTables {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleTables.class);
    private static final String OURS = "crm-";

    private final DataSource database;

    ModuleTables(DataSource database) {
        this.database = database;
    }

    /**
     * Names in capitals, sorted; empty for a module without tables.
     *
     * @param unavailable message of the fault where the database is away
     */
    List<String> of(String module, String unavailable) {
        String prefix = prefix(module);
        try (Connection connection = database.getConnection()) {
            try {
                return read(connection, prefix);
            } finally {
                // Derby refuses to close a connection with an open transaction
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            LOG.error("The tables {}… cannot be listed", prefix, e);
            throw new Unavailable(unavailable);
        }
    }

    /** {@code crm-sales} has the tables {@code SALES_…}. */
    private static String prefix(String module) {
        String word = module.startsWith(OURS) ? module.substring(OURS.length()) : module;
        return word.toUpperCase(Locale.ROOT).replace('-', '_') + "_";
    }

    private static List<String> read(Connection connection, String prefix) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                String table = rows.getString("TABLE_NAME").toUpperCase(Locale.ROOT);
                if (table.startsWith(prefix)) {
                    tables.add(table);
                }
            }
        }
        tables.sort(null);
        return tables;
    }
}
