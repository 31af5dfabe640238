package org.sencrm.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends threads of a module. They are interrupted; one that does not care is stopped by force, where nothing but code of the
 * module itself is on top of it and the Java that runs us still can; whatever goes on even so gets the least of the
 * processors. A forced end may leave objects half changed: those of the module, which is stopped, and no others.
 */
final class ThreadEnd {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadEnd.class);
    private static final long PATIENCE_MILLIS = 500;
    private static final int TRIES = 20;
    private static final long PAUSE_MILLIS = 10;

    private final OwnCode code;

    ThreadEnd(OwnCode code) {
        this.code = code;
    }

    /** @return how many run on */
    int of(List<Thread> threads) {
        threads.forEach(Thread::interrupt);
        List<Thread> deaf = stillRunning(threads);
        if (!deaf.isEmpty()) {
            LOG.warn(
                    "{} threads such as {} do not listen to an interrupt",
                    deaf.size(),
                    deaf.get(0).getName());
        }
        deaf.forEach(this::force);
        List<Thread> left = stillRunning(deaf);
        for (Thread thread : left) {
            thread.setPriority(Thread.MIN_PRIORITY);
            LOG.warn("The thread {} does not end and runs on until the product is restarted", thread.getName());
        }
        return left.size();
    }

    private static List<Thread> stillRunning(List<Thread> threads) {
        List<Thread> running = new ArrayList<>(threads);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!running.isEmpty() && System.nanoTime() < end) {
            pause();
            running.removeIf(thread -> !thread.isAlive());
        }
        return running;
    }

    /** Waits for a moment in which the thread is in code of the module and in nothing that others share. */
    @SuppressWarnings("deprecation")
    private void force(Thread thread) {
        for (int i = 0; i < TRIES && thread.isAlive(); i++) {
            if (code.isOnTop(thread)) {
                try {
                    thread.stop();
                } catch (UnsupportedOperationException notAnyMore) {
                    LOG.debug("This Java stops no thread by force", notAnyMore);
                }
                return;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
