package org.sencrm.modules;

/** Counts the steps that change something, and ends the process before the one that was chosen. */
final class Fuse {

    private int left = Integer.MAX_VALUE;

    void burnAfter(int steps) {
        left = steps;
    }

    void off() {
        left = Integer.MAX_VALUE;
    }

    void step() {
        if (left-- == 0) {
            left = 0;
            throw new Killed();
        }
    }
}
