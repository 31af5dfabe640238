package org.sencrm.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Repeats work and tells how long the middle one took. */
final class Timing {

    private Timing() {}

    /** Median in milliseconds after a warm-up of a third of the rounds. */
    static double p50(int rounds, Callable<?> work) throws Exception {
        for (int i = 0; i < rounds / 3; i++) {
            work.call();
        }
        long[] nanos = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            work.call();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[rounds / 2] / 1e6;
    }
}
