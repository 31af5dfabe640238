package org.sencrm.core.store;

import java.sql.Connection;
import java.sql.SQLException;
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
    public <T> T write(Task<T> task) {
        if (inTransaction()) {
            return withConnection(task);
        }
        boolean done = false;
        try {
            transactions.begin();
            T result = withConnection(task);
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
            if (!done) {
                rollBack();
            }
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
            return;
        }
        try {
            transactions.getTransaction().registerSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // only the end matters
                }

                @Override
                public void afterCompletion(int status) {
                    work.accept(status);
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
