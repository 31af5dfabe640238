package org.sencrm.rest.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.sencrm.api.health.HealthCheck.State;

/**
 * Whether the database answers. Asked on a thread of its own: a database that hangs must not hang the answer that says
 * so. While one question hangs no second is asked.
 */
final class DatabaseCheck implements AutoCloseable {

    private static final int SECONDS = 2;

    private final ExecutorService asker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "crm-health-database");
        thread.setDaemon(true);
        return thread;
    });
    private Future<Boolean> asked;

    /** @param source null where there is none */
    synchronized State state(DataSource source) {
        if (source == null) {
            return State.DOWN;
        }
        if (asked == null || asked.isDone()) {
            asked = asker.submit(() -> answers(source));
        }
        try {
            return asked.get(SECONDS, TimeUnit.SECONDS) ? State.UP : State.DOWN;
        } catch (ExecutionException | TimeoutException away) {
            return State.DOWN;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return State.DOWN;
        }
    }

    private static boolean answers(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(SECONDS);
        }
    }

    @Override
    public void close() {
        asker.shutdownNow();
    }
}
