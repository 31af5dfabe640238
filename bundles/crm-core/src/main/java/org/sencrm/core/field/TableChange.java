package org.sencrm.core.field;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotNow;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Dialect;
import org.sencrm.core.store.Sql;
import org.sencrm.core.store.StoreException;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;

/**
 * Changes a table while others read and write it: alone on this node, and never waiting for long inside the database, where
 * everybody else would wait behind. Whoever cannot begin at once steps back and tries again.
 */
public final class TableChange {

    private static final int TRIES = 40;
    private static final long WAIT_MILLIS = 50;
    private static final long SHORTEST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 500;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Database database;
    private final TypeRegistry types;
    private final Faults faults;

    public TableChange(Database database, TypeRegistry types, Faults faults) {
        this.database = database;
        this.types = types;
        this.faults = faults;
    }

    /** Runs the change in a transaction of its own; {@link NotNow} where the type is too busy for it. */
    public <T> T run(Caller caller, StoredType type, Database.Task<T> change) {
        if (database.inTransaction()) {
            throw new IllegalStateException("fields cannot change inside a transaction that may hold their type");
        }
        for (int tries = 0; tries < TRIES; tries++) {
            Attempt<T> attempt = new Attempt<>(change);
            if (types.alone(type, WAIT_MILLIS, attempt) && attempt.done) {
                return attempt.result;
            }
            pause(tries);
        }
        throw new NotNow(faults.text(caller, "fault.field.busy"));
    }

    private static void pause(int tries) {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, SHORTEST_PAUSE_MILLIS << Math.min(tries, 5));
        LockSupport.parkNanos(1_000_000 * ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLIS / 2, longest));
    }

    /** Two nodes that begin with a type at once count as busy, too. */
    private static boolean isBusy(StoreException e) {
        return e.isDeadlock() || e.isDuplicate() || LOCK_NOT_AVAILABLE.equals(e.state());
    }

    private final class Attempt<T> implements Runnable {

        private final Database.Task<T> change;
        private T result;
        private boolean done;

        Attempt(Database.Task<T> change) {
            this.change = change;
        }

        @Override
        public void run() {
            try {
                result = database.write(this::patiently);
                done = true;
            } catch (StoreException e) {
                if (!isBusy(e)) {
                    throw e;
                }
            }
        }

        private T patiently(Connection connection) throws SQLException {
            if (database.dialect() == Dialect.POSTGRESQL) {
                Sql.of("set local lock_timeout='200ms'").execute(connection);
            }
            return change.run(connection);
        }
    }
}
