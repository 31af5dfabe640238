package org.sencrm.api.job;

import java.time.Instant;
import java.util.Map;

/**
 * A piece of long work, as it stands.
 *
 * @param kind what it does: {@code import}, {@code bulk}, {@code module} …
 * @param total steps in all; 0 while unknown
 * @param done steps behind it
 * @param result what came out: numbers and texts by name; empty while it runs
 * @param message why it failed, in the language of the one who started it; null otherwise
 */
public record Job(
        long id,
        String kind,
        State state,
        long total,
        long done,
        Map<String, Object> result,
        String message,
        long startedBy,
        Instant startedAt,
        Instant endedAt) {

    public enum State {
        QUEUED,
        RUNNING,
        INTERRUPTED,
        DONE,
        FAILED,
        CANCELLED,
        UNDONE;

        /** The name in REST. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED || this == UNDONE;
        }
    }
}
