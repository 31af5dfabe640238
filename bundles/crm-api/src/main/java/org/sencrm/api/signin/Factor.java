package org.sencrm.api.signin;

import java.time.Instant;
import java.util.Map;

/**
 * One second factor of a user. It tells nothing of its secret.
 *
 * @param user id of the user whose it is
 * @param kind as in {@link FactorKind#KIND}
 * @param label what the person calls it
 * @param active false until the person has proved to have it
 * @param lastUsedAt null for not yet
 * @param validUntil when it lets nobody in any more by itself, such as the end of a certificate; null for never
 * @param facts as in {@link FactorKind.Carrier#facts}; none for a factor that is bound to no thing
 */
public record Factor(
        long id,
        long user,
        String kind,
        String label,
        boolean active,
        Instant createdAt,
        Instant lastUsedAt,
        Instant validUntil,
        Map<String, String> facts) {

    public Factor {
        facts = Map.copyOf(facts);
    }

    /** One that does not end by itself and is bound to no thing. */
    public Factor(
            long id, long user, String kind, String label, boolean active, Instant createdAt, Instant lastUsedAt) {
        this(id, user, kind, label, active, createdAt, lastUsedAt, null, Map.of());
    }
}
