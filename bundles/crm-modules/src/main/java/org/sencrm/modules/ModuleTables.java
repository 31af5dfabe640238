package org.sencrm.modules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.sencrm.api.module.ModuleData;
import org.sencrm.api.module.ModuleDetails.Table;
import org.sencrm.modules.pack.TableWord;

/**
 * The tables that belong to a module: all that begin with its word, save those that begin with the longer word of another
 * module. They are copied to a file, brought back from it and dropped, each as a whole or not at all.
 */
final class ModuleTables {

    private static final int COUNTING_SECONDS = 3;
    /** What PostgreSQL says then. */
    private static final String TOOK_TOO_LONG = "57014";

    private final DataSource database;
    private final ModuleData data;

    ModuleTables(DataSource database, ModuleData data) {
        this.database = database;
        this.data = data;
    }

    /** Names in capitals, sorted; empty for a module without tables. */
    List<String> of(String module) throws SQLException {
        return inTransaction(connection -> names(connection, module));
    }

    /** The module's tables and how many rows each has, as of now. */
    List<Table> sizes(String module) throws SQLException {
        List<Table> sizes = new ArrayList<>();
        for (String table : of(module)) {
            sizes.add(new Table(table, rows(table)));
        }
        return sizes;
    }

    /** In a transaction of its own: PostgreSQL does nothing more in one in which counting took too long. */
    private long rows(String table) throws SQLException {
        try {
            return inTransaction(connection -> rows(connection, table));
        } catch (SQLException e) {
            if (e instanceof SQLTimeoutException || TOOK_TOO_LONG.equals(e.getSQLState())) {
                return -1;
            }
            throw e;
        }
    }

    private static long rows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(COUNTING_SECONDS);
            try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                count.next();
                return count.getLong(1);
            }
        }
    }

    /** Copies all rows to the file, with what the core keeps beside them; the file is there when it returns. */
    void save(String module, Path file) throws Exception {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        inTransaction(connection -> {
            new TableCopy(connection)
                    .write(ordered(connection, names(connection, module)), data.companions(module), part);
            return null;
        });
        Home.place(part, file);
    }

    /** Drops all tables and forgets how far the changelog has run, in one transaction. */
    void drop(String module) throws Exception {
        inTransaction(connection -> {
            List<String> tables = ordered(connection, names(connection, module));
            Collections.reverse(tables);
            try (Statement statement = connection.createStatement()) {
                for (String table : tables) {
                    statement.execute("drop table " + table);
                }
            }
            data.forgetSchema(module, connection);
            return null;
        });
    }

    /** Puts the rows of the file in place of all that the tables hold and the core beside them, in one transaction. */
    void load(String module, Path file) throws Exception {
        inTransaction(connection -> {
            List<String> tables = ordered(connection, names(connection, module));
            Collections.reverse(tables);
            try (Statement statement = connection.createStatement()) {
                for (String table : tables) {
                    statement.executeUpdate("delete from " + table);
                }
            }
            new TableCopy(connection).read(file, data.companions(module));
            return null;
        });
    }

    private List<String> names(Connection connection, String module) throws SQLException {
        String prefix = TableWord.of(module);
        List<String> longer = data.known().stream()
                .filter(other -> !other.equals(module))
                .map(TableWord::of)
                .filter(other -> other.startsWith(prefix))
                .toList();
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                String table = rows.getString("TABLE_NAME").toUpperCase(Locale.ROOT);
                if (table.startsWith(prefix) && longer.stream().noneMatch(table::startsWith)) {
                    tables.add(table);
                }
            }
        }
        tables.sort(null);
        return tables;
    }

    /** A table comes after those that it refers to. */
    private static List<String> ordered(Connection connection, List<String> tables) throws SQLException {
        List<String> ordered = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String table : tables) {
            order(connection, table, tables, seen, ordered);
        }
        return ordered;
    }

    private static void order(
            Connection connection, String table, List<String> tables, Set<String> seen, List<String> ordered)
            throws SQLException {
        if (!seen.add(table)) {
            return;
        }
        List<String> referred = new ArrayList<>();
        try (ResultSet keys = connection
                .getMetaData()
                .getImportedKeys(
                        connection.getCatalog(), connection.getSchema(), TableCopy.stored(connection, table))) {
            while (keys.next()) {
                referred.add(keys.getString("PKTABLE_NAME").toUpperCase(Locale.ROOT));
            }
        }
        referred.retainAll(tables);
        for (String other : referred) {
            order(connection, other, tables, seen, ordered);
        }
        ordered.add(table);
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (java.io.IOException e) {
                throw new SQLException("the copy cannot be written or read", e);
            } finally {
                // after a commit there is nothing left to roll back; Derby refuses to close an open transaction
                connection.rollback();
                connection.setAutoCommit(before);
            }
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException, java.io.IOException;
    }
}
