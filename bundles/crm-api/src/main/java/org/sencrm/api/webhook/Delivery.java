package org.sencrm.api.webhook;

import java.time.Instant;
import java.util.Locale;
import org.sencrm.api.record.Reference;

/**
 * One event on its way to one webhook.
 *
 * @param id the header {@code Sen-Delivery}: the same for every try
 * @param event e.g. {@code accounts.updated}, or {@code test}
 * @param eventId id of the change, the same for all webhooks that are told of it; 0 for a test
 * @param record what it is about, without a label; null for a test
 * @param status the last answer's HTTP status; null where there was none
 * @param millis how long the last try took; null before the first one
 * @param problem why the last try failed: a code such as {@code tooSlow}; null where it did not
 * @param createdAt when the change was made
 * @param triedAt when it was last tried; null before the first try
 */
public record Delivery(
        long id,
        long webhook,
        String event,
        long eventId,
        Reference record,
        State state,
        Integer status,
        Integer millis,
        int tries,
        String problem,
        Instant createdAt,
        Instant triedAt) {

    public enum State {
        /** Not sent yet, or to be tried again. */
        WAITING,
        SENT,
        FAILED;

        /** The name in REST. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
