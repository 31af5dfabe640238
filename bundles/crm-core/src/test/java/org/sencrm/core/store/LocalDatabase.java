package org.sencrm.core.store;

import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database for one test: embedded Derby in memory, or a schema of its own on the PostgreSQL server whose JDBC address the
 * system property {@value #POSTGRESQL} gives. Plain JDBC transactions on the calling thread.
 */
public final class LocalDatabase implements Database {

    /** System property. */
    public static final String POSTGRESQL = "sencrm.test.postgresql";

    private final DataSource source;
    private final Dialect dialect;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();
    private final ThreadLocal<List<Runnable>> beforeCommit = ThreadLocal.withInitial(ArrayList::new);
    private final ThreadLocal<List<Runnable>> afterCommit = ThreadLocal.withInitial(ArrayList::new);
    private final ThreadLocal<List<Runnable>> atEnd = ThreadLocal.withInitial(ArrayList::new);
    private final ThreadLocal<Boolean> doomed = ThreadLocal.withInitial(() -> false);

    public LocalDatabase() {
        this.source = isEmbedded() ? derby() : postgresql(System.getProperty(POSTGRESQL));
        this.dialect = isEmbedded() ? Dialect.DERBY : Dialect.POSTGRESQL;
    }

    /** Whether tests run on Derby in memory, as they do unless told otherwise. */
    public static boolean isEmbedded() {
        return System.getProperty(POSTGRESQL) == null;
    }

    /** A copy of a database that {@link #save} kept. */
    public LocalDatabase(Path saved) {
        EmbeddedDataSource copy = derby();
        copy.setCreateDatabase(null);
        copy.setConnectionAttributes("createFrom=" + saved);
        try (Connection first = copy.getConnection()) {
            copy.setConnectionAttributes(null);
        } catch (SQLException e) {
            throw new StoreException("the database cannot be copied", e);
        }
        this.source = copy;
        this.dialect = Dialect.DERBY;
    }

    /** Keeps the database in a folder; where it lies there. */
    public Path save(Path folder) {
        try (Connection connection = source.getConnection();
                CallableStatement save = connection.prepareCall("call SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
            save.setString(1, folder.toString());
            save.execute();
        } catch (SQLException e) {
            throw new StoreException("the database cannot be saved", e);
        }
        return folder.resolve(((EmbeddedDataSource) source).getDatabaseName().replace("memory:", ""));
    }

    private static EmbeddedDataSource derby() {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName("memory:" + UUID.randomUUID());
        derby.setCreateDatabase("create");
        return derby;
    }

    private static DataSource postgresql(String server) {
        String schema = "t" + UUID.randomUUID().toString().replace("-", "");
        PGSimpleDataSource postgresql = new PGSimpleDataSource();
        postgresql.setUrl(server);
        try (Connection connection = postgresql.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        } catch (SQLException e) {
            throw new StoreException("no schema for the test", e);
        }
        postgresql.setCurrentSchema(schema);
        return postgresql;
    }

    /** Gives the memory of the database back: hundreds of them do not fit into one process. */
    public void drop() {
        if (source instanceof EmbeddedDataSource derby) {
            derby.setCreateDatabase(null);
            derby.setConnectionAttributes("drop=true");
            try (Connection connection = derby.getConnection()) {
                throw new IllegalStateException("the database is still there: " + connection);
            } catch (SQLException dropped) {
                // Derby says good-bye with an exception
                if (!"08006".equals(dropped.getSQLState())) {
                    throw new StoreException("the database cannot be dropped", dropped);
                }
            }
        }
    }

    public DataSource source() {
        return source;
    }

    @Override
    public <T> T read(Task<T> task) {
        return run(task, true);
    }

    @Override
    public <T> T writeOnce(Task<T> task) {
        if (inTransaction()) {
            return run(task, true);
        }
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            current.set(connection);
            try {
                T result = task.run(connection);
                List<Runnable> ending = beforeCommit.get();
                for (int i = 0; i < ending.size(); i++) {
                    ending.get(i).run();
                }
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
                atEnd.get().forEach(Runnable::run);
                atEnd.remove();
                beforeCommit.remove();
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
    public void beforeCommit(Runnable work) {
        if (inTransaction()) {
            beforeCommit.get().add(work);
        } else {
            work.run();
        }
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
    public void atEnd(Runnable work) {
        if (inTransaction()) {
            atEnd.get().add(work);
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
        return dialect;
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
