package org.sencrm.core.store;

import java.sql.Connection;
import java.sql.SQLException;

/** The one database. Work inside a transaction of the calling thread joins it. */
public interface Database {

    /** Reads; outside of a transaction each statement stands alone. */
    <T> T read(Task<T> task);

    /** How often work is done at most that the database sends away for another's sake. */
    int MOST_TRIES = 4;

    /**
     * Writes in the thread's transaction, or in a new one that is committed before the call returns. Two who wait for each
     * other's rows are no fault of the caller: whoever the database sends away is run again. So the task leaves nothing
     * behind but in the database.
     */
    default <T> T write(Task<T> task) {
        for (int tries = 1; ; tries++) {
            try {
                return writeOnce(task);
            } catch (StoreException e) {
                if (!e.isDeadlock() || tries == MOST_TRIES || inTransaction()) {
                    throw e;
                }
            }
        }
    }

    /** As {@link #write}, but run a single time: for work of which nobody here knows what else it does. */
    <T> T writeOnce(Task<T> task);

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
