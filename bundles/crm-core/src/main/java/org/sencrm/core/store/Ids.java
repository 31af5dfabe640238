package org.sencrm.core.store;

import io.hypersistence.tsid.TSID;
import java.time.Duration;

/** Gives ids: 64 bits, growing with time, never given twice. */
public final class Ids {

    private static final int RANDOM_BITS = 22;

    private Ids() {}

    public static long next() {
        return TSID.Factory.getTsid().toLong();
    }

    /** The id that would have been given this much earlier: nothing older has a greater one. */
    public static long earlier(long id, Duration time) {
        return Math.max(0, id - (time.toMillis() << RANDOM_BITS));
    }
}
