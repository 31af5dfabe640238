package org.sencrm.api.outbox;

import java.time.Instant;
import java.util.Map;

/**
 * Something on its way out.
 *
 * @param id the same for every try, so that a receiver can recognise what it already has
 * @param kind which {@link Sender} takes it
 * @param target to whom it goes
 * @param payload as it was put in
 * @param tries how often it has been tried, with this time
 * @param since when it was put in
 */
public record Parcel(long id, String kind, String target, Map<String, Object> payload, int tries, Instant since) {

    public Parcel {
        payload = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(payload));
    }
}
