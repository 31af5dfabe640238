package org.sencrm.api.audit;

import java.time.Instant;
import java.util.Map;

/**
 * One entry of the trail.
 *
 * @param number 1 for the first; without gaps
 * @param at when it happened, to the microsecond; a later number may have happened a little earlier
 * @param user id of who did it; 0 for the product itself, null where nobody was signed in
 * @param userName as it is now; null where there is no such user (any more)
 * @param address network address of who did it; null where there is none
 * @param through the channel: {@code ui}, {@code rest} …
 * @param kind as in {@link AuditEvent}
 * @param type null for no subject
 * @param subject null for none
 * @param details by name; empty for none
 * @param hash 64 hexadecimal digits: SHA-256 of this entry and the hash before it
 */
public record AuditEntry(
        long number,
        Instant at,
        Long user,
        String userName,
        String address,
        String through,
        String kind,
        String type,
        String subject,
        Map<String, Object> details,
        String hash) {}
