package org.sencrm.api.signin;

import java.time.Instant;

/**
 * One second factor of a user. It tells nothing of its secret.
 *
 * @param user id of the user whose it is
 * @param kind as in {@link FactorKind#KIND}
 * @param label what the person calls it
 * @param active false until the person has proved to have it
 * @param lastUsedAt null for not yet
 */
public record Factor(
        long id, long user, String kind, String label, boolean active, Instant createdAt, Instant lastUsedAt) {}
