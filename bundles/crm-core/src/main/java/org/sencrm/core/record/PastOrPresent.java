package org.sencrm.core.record;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** The present, except in a thread that tells of the past. Thread safe. */
final class PastOrPresent extends Clock {

    private final Clock present;
    private final ThreadLocal<Instant> past = new ThreadLocal<>();

    PastOrPresent(Clock present) {
        this.present = present;
    }

    /** Runs the work as if it was done then; an instant that is yet to come is taken for now. */
    <T> T asOf(Instant then, Supplier<T> work) {
        Instant now = present.instant();
        past.set(then.isAfter(now) ? now : then);
        try {
            return work.get();
        } finally {
            past.remove();
        }
    }

    @Override
    public Instant instant() {
        Instant then = past.get();
        return then == null ? present.instant() : then;
    }

    @Override
    public ZoneId getZone() {
        return present.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants only");
    }
}
