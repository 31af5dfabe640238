package org.sencrm.api.record;

import java.time.Instant;

/**
 * One thing that happened around a record.
 *
 * @param kind of an activity: {@code call}, {@code meeting}, {@code task}, {@code email}, {@code note}; of a change:
 *     {@code created}, {@code updated}, {@code trashed}, {@code restored}; {@code comment} for what somebody said
 * @param title subject of the activity; null for a change and a comment
 * @param text note of the activity, or the comment; null for a change
 * @param open whether it is planned and not done yet
 * @param subject the activity, the record itself, or the comment (without a label)
 * @param change what changed; null for an activity and a comment
 */
public record TimelineEntry(
        Instant at,
        String kind,
        String title,
        String text,
        boolean open,
        Reference by,
        Reference subject,
        Change change) {}
