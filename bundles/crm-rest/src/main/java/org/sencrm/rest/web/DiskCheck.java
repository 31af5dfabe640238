package org.sencrm.rest.web;

import java.io.File;
import org.sencrm.api.health.HealthCheck.State;

/** Whether there is room left for data. */
final class DiskCheck {

    /** Below this, in bytes, somebody should make room; below a sixteenth of it nothing can be relied on. */
    private static final long LITTLE = 512L * 1024 * 1024;

    private final File home;

    DiskCheck(File home) {
        this.home = home;
    }

    State state() {
        long usable = home.getUsableSpace();
        if (usable < LITTLE / 16) {
            return State.DOWN;
        }
        return usable < LITTLE ? State.DEGRADED : State.UP;
    }
}
