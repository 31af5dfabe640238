package org.sencrm.core.schema;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Remembers in the database which files a module's schema was last brought up to date from. A start with the same files
 * finds nothing to do without waking Liquibase, which alone takes seconds.
 */
final class SchemaMark {

    private static final String TABLE = "CRM_SCHEMA";

    private final ConnectionSource source;
    private final String module;
    private final String fingerprint;

    /** @param files all files that the changelog may consist of */
    SchemaMark(ConnectionSource source, String module, Collection<URL> files) throws IOException {
        this.source = source;
        this.module = module;
        this.fingerprint = fingerprint(files);
    }

    /** Whether the schema was last brought up to date from these very files. */
    boolean isCurrent() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return exists(connection, TABLE) && fingerprint.equals(kept(connection));
        }
    }

    /** Notes that the schema is up to date. */
    void keep() throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (!exists(connection, TABLE)) {
                try (Statement ddl = connection.createStatement()) {
                    ddl.execute("create table " + TABLE
                            + " (MODULE varchar(100) not null primary key, FINGERPRINT varchar(64) not null)");
                }
            }
            execute(connection, "delete from " + TABLE + " where MODULE=?", module);
            execute(connection, "insert into " + TABLE + " (MODULE, FINGERPRINT) values (?,?)", module, fingerprint);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    /** Ids of the modules with a mark. */
    static Set<String> modules(Connection connection) throws SQLException {
        Set<String> modules = new TreeSet<>();
        if (exists(connection, TABLE)) {
            try (Statement query = connection.createStatement();
                    ResultSet rows = query.executeQuery("select MODULE from " + TABLE)) {
                while (rows.next()) {
                    modules.add(rows.getString(1));
                }
            }
        }
        return modules;
    }

    /** Takes the module's mark and Liquibase's own history of it away, within the connection's transaction. */
    static void forget(Connection connection, String module) throws SQLException {
        if (exists(connection, TABLE)) {
            execute(connection, "delete from " + TABLE + " where MODULE=?", module);
        }
        for (String history : Migration.historyTables(module)) {
            if (exists(connection, history)) {
                try (Statement ddl = connection.createStatement()) {
                    ddl.execute("drop table " + history);
                }
            }
        }
    }

    private String kept(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select FINGERPRINT from " + TABLE + " where MODULE=?")) {
            query.setString(1, module);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    /** By the name in either case: Derby keeps it in capitals, PostgreSQL in small letters. */
    private static boolean exists(Connection connection, String table) throws SQLException {
        for (String name : List.of(table, table.toLowerCase(Locale.ROOT))) {
            try (ResultSet tables = connection.getMetaData().getTables(null, null, name, null)) {
                if (tables.next()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void execute(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static String fingerprint(Collection<URL> files) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (URL file :
                    files.stream().sorted(Comparator.comparing(URL::getPath)).toList()) {
                try (InputStream content = file.openStream()) {
                    digest.update(content.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
