package org.sencrm.itests;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what comes by itself. */
final class Await {

    private Await() {}

    /** The first answer that is not null and not false; fails where none comes in time. */
    static <T> T until(String what, Duration atMost, Callable<T> attempt) throws Exception {
        long end = System.nanoTime() + atMost.toNanos();
        Throwable last = null;
        while (System.nanoTime() < end) {
            try {
                T answer = attempt.call();
                if (answer != null && !Boolean.FALSE.equals(answer)) {
                    return answer;
                }
            } catch (java.io.IOException notYet) {
                last = notYet;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(what + " did not come within " + atMost.toSeconds() + " s", last);
    }
}
