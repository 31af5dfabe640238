package org.sencrm.core.audit;

import java.time.Instant;

/**
 * Something that happened and has no place in the chain yet.
 *
 * @param at to the microsecond
 * @param user 0 for the product itself, null for nobody known
 * @param address null for none
 * @param type null for no subject
 * @param subject null for none
 * @param details as JSON
 */
record Unsealed(
        long id,
        Instant at,
        Long user,
        String address,
        String channel,
        String kind,
        String type,
        String subject,
        String details) {}
