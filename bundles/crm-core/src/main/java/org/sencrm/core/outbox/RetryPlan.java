package org.sencrm.core.outbox;

import java.time.Duration;
import java.util.List;
import org.sencrm.api.outbox.Sender;

/** The pauses between the tries of one parcel: short ones for a restart at the other end, long ones for a bad night. */
final class RetryPlan {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private RetryPlan() {}

    /** How long to wait after so many tries; null where it was the last one. */
    static Duration pauseAfter(int tries) {
        return tries < Sender.MOST_TRIES ? PAUSES.get(Math.min(tries, PAUSES.size()) - 1) : null;
    }
}
