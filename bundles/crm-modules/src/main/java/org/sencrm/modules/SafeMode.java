package org.sencrm.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether add-ons stay away from this start: because somebody asked for it, or because the last starts came to nothing. */
final class SafeMode {

    private static final Logger LOG = LoggerFactory.getLogger(SafeMode.class);
    private static final int TOO_MANY = 3;

    private final Home home;
    private final boolean on;

    /** Counts this start as failed until {@link #ready}. */
    SafeMode(Home home, boolean asked) {
        this.home = home;
        int failed = failed();
        this.on = asked || failed >= TOO_MANY;
        if (on) {
            LOG.warn("Safe mode: add-ons are not started ({} starts in a row failed)", failed);
        }
        count(failed + 1);
    }

    boolean isOn() {
        return on;
    }

    /** The product is up. */
    void ready() {
        try {
            Files.deleteIfExists(home.failedStarts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int failed() {
        try {
            return Files.exists(home.failedStarts())
                    ? Integer.parseInt(Files.readString(home.failedStarts()).trim())
                    : 0;
        } catch (IOException | NumberFormatException e) {
            LOG.warn("The count of failed starts cannot be read", e);
            return 0;
        }
    }

    private void count(int failed) {
        try {
            Home.write(home.failedStarts(), String.valueOf(failed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
