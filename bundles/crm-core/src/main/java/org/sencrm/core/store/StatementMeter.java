package org.sencrm.core.store;

import org.sencrm.api.guard.Guard;

/** Counts the statements that a thread runs while it is inside a module. Belongs to one thread. */
public final class StatementMeter {

    private static final long SLOW_NANOS = 500_000_000L;

    private static final ThreadLocal<StatementMeter> CURRENT = new ThreadLocal<>();

    private int statements;
    private int slow;

    /** Counts from here on with this meter; gives the one before, null for none. */
    public static StatementMeter begin(StatementMeter meter) {
        StatementMeter before = CURRENT.get();
        CURRENT.set(meter);
        return before;
    }

    /** Goes on with the meter from before. */
    public static void end(StatementMeter before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            before.statements += CURRENT.get().statements;
            CURRENT.set(before);
        }
    }

    static void ran(long nanos) {
        StatementMeter meter = CURRENT.get();
        if (meter == null) {
            return;
        }
        meter.statements++;
        if (nanos > SLOW_NANOS) {
            meter.slow++;
        }
        if (meter.statements > Guard.MOST_STATEMENTS) {
            throw new IllegalStateException("more than " + Guard.MOST_STATEMENTS + " statements in one call");
        }
    }

    public int statements() {
        return statements;
    }

    public int slow() {
        return slow;
    }
}
