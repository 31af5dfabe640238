package org.sencrm.core.signin;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.sencrm.core.secret.HomeFile;

/**
 * The way in for whoever works on the machine itself: the launcher's command {@code recover-user} leaves the file {@code
 * recover-user} in the home, with a user name in its first line and in its second the second since 1970 until which that user
 * gets in once by the password alone.
 */
final class LocalRecovery {

    private final HomeFile file;
    private final Clock clock;

    LocalRecovery(Path home, Clock clock) {
        this.file = new HomeFile(home.resolve("recover-user"));
        this.clock = clock;
    }

    /** Whether the user may come in by the password alone this once; the file goes with the answer. */
    synchronized boolean use(String userName) {
        String text = file.read();
        String[] lines = text == null ? new String[0] : text.split("\\R");
        if (lines.length != 2 || !UserDirectory.normal(lines[0]).equals(userName)) {
            return false;
        }
        file.delete();
        try {
            return clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(lines[1].strip())));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
