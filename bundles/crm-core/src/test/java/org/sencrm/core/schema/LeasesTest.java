package org.sencrm.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Modules that keep a connection, and with it locks that others wait for. */
class LeasesTest {

    private final EmbeddedDataSource database = new EmbeddedDataSource();
    private final List<String> overdue = new ArrayList<>();

    @BeforeEach
    void fill() throws SQLException {
        database.setDatabaseName("memory:leases" + System.nanoTime());
        database.setCreateDatabase("create");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table ONE (X int)");
            statement.execute("insert into ONE values (1)");
        }
    }

    @Test
    void aConnectionThatIsKeptIsRolledBackAndTakenAway() throws Exception {
        Leases leases = new Leases(Duration.ofMillis(50), overdue::add);
        Connection kept = leases.of("acme-lock", database).getConnection();
        kept.setAutoCommit(false);
        try (Statement statement = kept.createStatement()) {
            statement.execute("update ONE set X = 2");
        }
        Thread.sleep(100);
        leases.look();

        assertEquals(List.of("acme-lock"), overdue);
        assertTrue(kept.isClosed());
        assertEquals(1, value(database));
        leases.look();
        assertEquals(1, overdue.size());
    }

    @Test
    void oneThatIsGivenBackIsForgotten() throws Exception {
        Leases leases = new Leases(Duration.ofMillis(50), overdue::add);
        assertEquals(1, value(leases.of("acme-good", database)));

        Thread.sleep(100);
        leases.look();

        assertEquals(List.of(), overdue);
    }

    @Test
    void oneThatIsStillYoungIsLeftAlone() throws Exception {
        Leases leases = new Leases(Duration.ofMinutes(1), overdue::add);
        try (Connection connection = leases.of("acme-good", database).getConnection()) {
            leases.look();
            assertFalse(connection.isClosed());
        }
    }

    private static int value(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select X from ONE")) {
            row.next();
            return row.getInt(1);
        }
    }
}
