package org.sencrm.core.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.sencrm.api.audit.AuditCheck;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.StoreException;
import org.sencrm.core.value.Json;

/**
 * For the launcher: checks the audit trail of a home whose product does not run, without a framework. Prints the same JSON
 * as REST. Reads only; what was still waiting to be sealed is sealed at the next start.
 */
public final class StoppedHome {

    private final String address;
    private final Properties login;
    private final boolean embedded;

    private StoppedHome(String address, Properties login, boolean embedded) {
        this.address = address;
        this.login = login;
        this.embedded = embedded;
    }

    /** @param arguments the home, and a head that has to be in the chain, where one was noted down */
    public static void main(String[] arguments) throws IOException, SQLException {
        StoppedHome home = of(Path.of(arguments[0]));
        AuditCheck check = home.check(arguments.length > 1 ? arguments[1] : null);
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(Json.write(json(check)));
    }

    /** The database that the home uses: the one of its own, or that which it was last started with. */
    static StoppedHome of(Path home) throws IOException {
        Path settings = home.resolve("database.cfg");
        if (!Files.exists(settings)) {
            return new StoppedHome("jdbc:derby:" + home.resolve("db/crm"), new Properties(), true);
        }
        Properties given = new Properties();
        try (Reader reader = Files.newBufferedReader(settings)) {
            given.load(reader);
        }
        Properties login = new Properties();
        login.setProperty("user", given.getProperty("user", ""));
        login.setProperty("password", given.getProperty("password", ""));
        String address = "jdbc:postgresql://" + given.getProperty("serverName") + ':' + given.getProperty("portNumber")
                + '/' + given.getProperty("databaseName");
        return new StoppedHome(address, login, false);
    }

    AuditCheck check(String expected) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address, login)) {
            connection.setReadOnly(true);
            AuditTable table = new AuditTable();
            // another node may seal meanwhile: what it puts in then is behind the head that is read after
            long last = table.last(connection);
            return new ChainCheck(
                            new ChainCheck.Source() {
                                @Override
                                public <T> T read(Database.Task<T> task) {
                                    return run(connection, task);
                                }
                            },
                            table.head(connection),
                            last,
                            expected)
                    .run();
        } finally {
            close();
        }
    }

    private static <T> T run(Connection connection, Database.Task<T> task) {
        try {
            return task.run(connection);
        } catch (SQLException e) {
            throw new StoreException("a statement failed", e);
        }
    }

    /** Derby says good-bye with an exception, and only then leaves its files as a start wants them. */
    private void close() throws SQLException {
        if (embedded) {
            try (Connection over = DriverManager.getConnection(address + ";shutdown=true")) {
                throw new IllegalStateException("the database is still open: " + over);
            } catch (SQLException goodBye) {
                if (!"08006".equals(goodBye.getSQLState())) {
                    throw goodBye;
                }
            }
        }
    }

    private static Map<String, Object> json(AuditCheck check) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("whole", check.isWhole());
        json.put("entries", Long.toString(check.entries()));
        json.put("changes", Long.toString(check.changes()));
        json.put("head", check.head());
        json.put("flaw", check.isWhole() ? null : check.flaw().code());
        json.put("entry", check.isWhole() ? null : Long.toString(check.entry()));
        return json;
    }
}
