package org.sencrm.core.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Lets one node at a time change the schema. On PostgreSQL it is an advisory lock, which goes with the connection that
 * holds it, so a killed node leaves nothing behind; Derby is open to one process only and needs none. Whoever holds it may
 * take any lock that Liquibase kept in its own table for a left-over.
 */
final class SchemaLock implements AutoCloseable {

    /** Any number that nobody else uses for an advisory lock in the product's database. */
    private static final long KEY = 0x53454e43524dL;

    private static final long PAUSE_MILLIS = 500;

    private final Connection connection;
    private final boolean held;

    private SchemaLock(Connection connection, boolean held) {
        this.connection = connection;
        this.held = held;
    }

    /** @throws SQLTimeoutException where another node holds it for longer than the time given */
    static SchemaLock take(Connection connection, Duration wait) throws SQLException, InterruptedException {
        if (!connection.getMetaData().getDatabaseProductName().contains("PostgreSQL")) {
            return new SchemaLock(connection, false);
        }
        long end = System.nanoTime() + wait.toNanos();
        while (!ask(connection, "select pg_try_advisory_lock(" + KEY + ")")) {
            if (System.nanoTime() > end) {
                throw new SQLTimeoutException("another node is changing the schema");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return new SchemaLock(connection, true);
    }

    @Override
    public void close() throws SQLException {
        if (held) {
            ask(connection, "select pg_advisory_unlock(" + KEY + ")");
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
