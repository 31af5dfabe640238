package org.sencrm.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** Threads that do not want to end. */
class ThreadEndTest {

    private static final String OWN = ThreadEndTest.class.getName();

    private final ThreadEnd end = new ThreadEnd(new OwnCode(name -> name.startsWith(OWN)));
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void oneThatListensEndsByItself() throws Exception {
        Thread sleeping = start(() -> sleep(60_000));

        assertEquals(0, end.of(List.of(sleeping)));
        assertFalse(sleeping.isAlive());
    }

    @Test
    void oneThatSpinsInItsOwnCodeIsEndedByForceWhereThisJavaCan() throws Exception {
        Thread spinning = start(() -> {
            long turns = 0;
            while (!over.get()) {
                turns++;
            }
        });

        int left = end.of(List.of(spinning));

        assertEquals(Runtime.version().feature() < 20 ? 0 : 1, left);
        over.set(true);
        spinning.join(10_000);
    }

    @Test
    void oneThatSleepsOnIsEndedByForceToo() throws Exception {
        Thread deaf = start(() -> {
            while (!over.get()) {
                sleep(60_000);
            }
        });

        assertEquals(Runtime.version().feature() < 20 ? 0 : 1, end.of(List.of(deaf)));
        over.set(true);
        deaf.interrupt();
    }

    @Test
    void oneThatIsInsideOfSomethingSharedIsLeftAloneAndGetsTheLeastOfTheProcessors() throws Exception {
        ReentrantLock shared = new ReentrantLock();
        ThreadEnd ofOthers = new ThreadEnd(new OwnCode(name -> false));
        Thread inside = start(() -> {
            shared.lock();
            while (!over.get()) {
                sleep(10);
            }
        });

        assertEquals(1, ofOthers.of(List.of(inside)));

        assertTrue(inside.isAlive());
        assertEquals(Thread.MIN_PRIORITY, inside.getPriority());
        over.set(true);
        inside.join(10_000);
    }

    @Test
    void codeIsOwnOnlyWhereNothingElseIsAboveIt() {
        OwnCode code = new OwnCode(name -> name.startsWith("com.acme."));
        StackTraceElement own = frame("com.acme.Start", "start");

        assertTrue(code.isOnTop(List.of(own, frame("org.sencrm.core.Records", "create"))));
        assertTrue(code.isOnTop(List.of(frame("java.lang.Thread", "sleep"), own)));
        assertFalse(code.isOnTop(List.of(frame("java.util.HashMap", "put"), own)));
        assertFalse(code.isOnTop(List.of(frame("org.apache.derby.Log", "write"), own)));
        assertFalse(code.isOnTop(List.of(frame("java.lang.Object", "wait"), frame("org.apache.derby.Lock", "x"), own)));
        assertFalse(code.isOnTop(List.of()));
    }

    private static StackTraceElement frame(String type, String method) {
        return new StackTraceElement(type, method, null, -1);
    }

    private static Thread start(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        Thread.sleep(100);
        return thread;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.yield();
        }
    }
}
