package org.sencrm.api.talk;

import java.time.Instant;
import java.util.List;
import org.sencrm.api.record.Reference;

/**
 * What somebody said about a record. Never altered: an edited comment is read again.
 *
 * @param record which it is about, with its label
 * @param by who said it; label null where the user is gone
 * @param text as it was typed, in which {@code @} stands before the name of whoever is mentioned
 * @param mentioned users who are mentioned; label null where one is gone
 * @param editedAt null where it is as it was first said
 */
public record Comment(
        long id,
        Reference record,
        Reference by,
        String text,
        List<Reference> mentioned,
        Instant at,
        Instant editedAt) {}
