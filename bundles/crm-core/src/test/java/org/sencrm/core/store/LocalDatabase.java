package org.sencrm.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

/** A database for one test: embedded Derby in memory, plain JDBC transactions on the calling thread. */
public final class LocalDatabase implements Database {

    private final DataSource source;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();
    private final ThreadLocal<List<Runnable>> afterCommit = ThreadLocal.withInitial(ArrayList::new);
    private final ThreadLocal<Boolean> doomed = ThreadLocal.withInitial(() -> false);

    public LocalDatabase() {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName("memory:" + UUID.randomUUID());
        derby.setCreateDatabase("create");
        this.source = derby;
    }

    public DataSource source() {
        return source;
    }

    @Override
    public <T> T read(Task<T> task) {
        return run(task, true);
    }

    @Override
    public <T> T write(Task<T> task) {
        if (inTransaction()) {
            return run(task, true);
        }
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            current.set(connection);
            try {
                T result = task.run(connection);
                if (doomed.get()) {
                    throw new SQLException("the transaction was doomed");
                }
                connection.commit();
                current.remove();
                List<Runnable> works = List.copyOf(afterCommit.get());
                afterCommit.remove();
                works.forEach(Runnable::run);
                return result;
            } finally {
                if (current.get() != null) {
                    connection.rollback();
                }
                current.remove();
                afterCommit.remove();
                doomed.remove();
            }
        } catch (SQLException e) {
            throw new StoreException("a statement failed", e);
        }
    }

    @Override
    public boolean inTransaction() {
        return current.get() != null;
    }

    @Override
    public void afterCommit(Runnable work) {
        if (inTransaction()) {
            afterCommit.get().add(work);
        } else {
            work.run();
        }
    }

    @Override
    public void doom() {
        doomed.set(inTransaction());
    }

    @Override
    public Dialect dialect() {
        return Dialect.DERBY;
    }

    private <T> T run(Task<T> task, boolean autoCommit) {
        Connection joined = current.get();
        try {
            if (joined != null) {
                return task.run(joined);
            }
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(autoCommit);
                return task.run(connection);
            }
        } catch (SQLException e) {
            throw new StoreException("a statement failed", e);
        }
    }
}
