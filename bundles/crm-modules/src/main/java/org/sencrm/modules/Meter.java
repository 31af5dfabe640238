package org.sencrm.modules;

import java.time.Clock;

/** Counts what a module does within each minute of the clock, and refuses what is too much. Thread safe. */
final class Meter {

    private static final long MINUTE_MILLIS = 60_000;

    private final Clock clock;
    private long minute;
    private int count;
    private int refused;
    private int badMinutes;

    Meter(Clock clock) {
        this.clock = clock;
    }

    /** Whether it may be done once more. */
    synchronized boolean take(int most) {
        turn();
        if (count >= most) {
            refused++;
            return false;
        }
        count++;
        return true;
    }

    synchronized int count() {
        turn();
        return count;
    }

    synchronized boolean isExceeded() {
        turn();
        return refused > 0;
    }

    /** How many minutes in a row something was refused, this one included. */
    synchronized int badMinutes() {
        turn();
        return badMinutes + (refused > 0 ? 1 : 0);
    }

    private void turn() {
        long now = clock.millis() / MINUTE_MILLIS;
        if (now == minute) {
            return;
        }
        badMinutes = refused > 0 && now == minute + 1 ? badMinutes + 1 : 0;
        minute = now;
        count = 0;
        refused = 0;
    }
}
