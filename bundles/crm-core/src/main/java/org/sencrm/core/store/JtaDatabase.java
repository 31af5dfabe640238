package org.sencrm.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.SystemException;
import javax.transaction.TransactionManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.fault.DatabaseAway;

/** The database in the container: a pooled XA data source and JTA, so that units of several modules commit together. */
@Component(service = Database.class)
public final class JtaDatabase implements Database {

    private final DataSource source;
    private final TransactionManager transactions;
    private final Dialect dialect;
    /** What is still to be done in the transaction that {@link #writeOnce} began on this thread. */
    private final ThreadLocal<List<Runnable>> ending = new ThreadLocal<>();

    @Activate
    public JtaDatabase(
            @Reference(target = "(dataSourceName=crm-core)") DataSource source,
            @Reference TransactionManager transactions)
            throws SQLException {
        this.source = source;
        this.transactions = transactions;
        try (Connection connection = source.getConnection()) {
            this.dialect = Dialect.of(connection);
        }
    }

    @Override
    public <T> T read(Task<T> task) {
        return withConnection(task);
    }

    @Override
    public <T> T writeOnce(Task<T> task) {
        if (inTransaction()) {
            return withConnection(task);
        }
        boolean done = false;
        try {
            transactions.begin();
            ending.set(new ArrayList<>());
            T result = withConnection(task);
            end();
            done = true;
            transactions.commit();
            return result;
        } catch (RollbackException e) {
            throw new StoreException("the transaction was rolled back", e);
        } catch (javax.transaction.HeuristicMixedException
                | javax.transaction.HeuristicRollbackException
                | javax.transaction.NotSupportedException
                | SystemException e) {
            throw new StoreException("the transaction failed", e);
        } finally {
            ending.remove();
            if (!done) {
                rollBack();
            }
        }
    }

    /** Work may bring more work. */
    private void end() {
        List<Runnable> works = ending.get();
        for (int i = 0; i < works.size(); i++) {
            works.get(i).run();
        }
    }

    @Override
    public boolean inTransaction() {
        try {
            return transactions.getStatus() != Status.STATUS_NO_TRANSACTION;
        } catch (SystemException e) {
            throw new StoreException("the transaction manager failed", e);
        }
    }

    /** Ours know their own end, where a failure still reaches the caller as it is; others are asked to tell. */
    @Override
    public void beforeCommit(Runnable work) {
        if (ending.get() != null) {
            ending.get().add(work);
        } else if (inTransaction()) {
            register(work, status -> {});
        } else {
            work.run();
        }
    }

    @Override
    public void afterCommit(Runnable work) {
        atEnd(status -> {
            if (status == Status.STATUS_COMMITTED) {
                work.run();
            }
        });
    }

    @Override
    public void atEnd(Runnable work) {
        atEnd(status -> work.run());
    }

    /** @param work gets how the transaction ended */
    private void atEnd(IntConsumer work) {
        if (!inTransaction()) {
            work.accept(Status.STATUS_COMMITTED);
        } else {
            register(() -> {}, work);
        }
    }

    private void register(Runnable before, IntConsumer after) {
        try {
            transactions.getTransaction().registerSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    before.run();
                }

                @Override
                public void afterCompletion(int status) {
                    after.accept(status);
                }
            });
        } catch (RollbackException | SystemException e) {
            throw new StoreException("the transaction is over", e);
        }
    }

    @Override
    public void doom() {
        try {
            if (inTransaction()) {
                transactions.setRollbackOnly();
            }
        } catch (SystemException e) {
            throw new StoreException("the transaction manager failed", e);
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    private <T> T withConnection(Task<T> task) {
        try (Connection connection = source.getConnection()) {
            return task.run(connection);
        } catch (SQLException e) {
            throw translate(e);
        }
    }

    /** A database that is away is told apart from a statement that is wrong. */
    private static RuntimeException translate(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        boolean away = state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
        return away ? new DatabaseAway() : new StoreException("a statement failed", e);
    }

    private void rollBack() {
        try {
            if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transactions.rollback();
            }
        } catch (SystemException e) {
            throw new StoreException("the transaction could not be rolled back", e);
        }
    }
}
