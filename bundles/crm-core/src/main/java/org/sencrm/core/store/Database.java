package org.sencrm.core.store;

import java.sql.Connection;
import java.sql.SQLException;

/** The one database. Work inside a transaction of the calling thread joins it. */
public interface Database {

    /** Reads; outside of a transaction each statement stands alone. */
    <T> T read(Task<T> task);

    /** Writes in the thread's transaction, or in a new one that is committed before the call returns. */
    <T> T write(Task<T> task);

    /** Whether the thread is inside a transaction. */
    boolean inTransaction();

    /** Runs the work at the end of the thread's transaction, while it can still write and fail; at once outside of one. */
    void beforeCommit(Runnable work);

    /** Runs the work once the thread's transaction is committed, never where it is rolled back; at once outside of one. */
    void afterCommit(Runnable work);

    /** Runs the work once the thread's transaction is over, however it ends; at once outside of one. */
    void atEnd(Runnable work);

    /** Makes sure that the thread's transaction can only be rolled back, whatever its callers catch. */
    void doom();

    Dialect dialect();

    /** Work with a connection that belongs to the database: not to be closed, committed or kept. */
    @FunctionalInterface
    interface Task<T> {
        T run(Connection connection) throws SQLException;
    }
}
