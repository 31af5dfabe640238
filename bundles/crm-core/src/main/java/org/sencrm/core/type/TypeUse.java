package org.sencrm.core.type;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sencrm.core.store.Database;

/**
 * Keeps transactions that write records of a type apart from changes of its table, on this node. A change of a table that
 * waited inside the database for one of them would hold up all readers behind it; here it gives up instead. While somebody
 * waits to be alone all others queue up behind, those who take part already and come again too: so nobody may wait long.
 * Thread safe.
 */
final class TypeUse {

    private static final int ALL = Integer.MAX_VALUE;

    private final Map<String, Semaphore> byType = new ConcurrentHashMap<>();

    /** Takes part until the thread's transaction is over; waits while somebody is alone. */
    void takePart(Database database, String type) {
        Semaphore use = of(type);
        use.acquireUninterruptibly();
        boolean kept = false;
        try {
            database.atEnd(use::release);
            kept = true;
        } finally {
            if (!kept) {
                use.release();
            }
        }
    }

    /** Does the work where within this time nobody takes part; tells whether it was done. */
    boolean alone(String type, long waitMillis, Runnable work) {
        Semaphore use = of(type);
        try {
            if (!use.tryAcquire(ALL, waitMillis, TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            use.release(ALL);
        }
    }

    private Semaphore of(String type) {
        return byType.computeIfAbsent(type, any -> new Semaphore(ALL, true));
    }
}
