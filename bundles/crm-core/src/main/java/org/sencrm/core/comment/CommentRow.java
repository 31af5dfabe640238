package org.sencrm.core.comment;

import java.time.Instant;
import java.util.Set;

/**
 * A row of {@code CORE_COMMENT}.
 *
 * @param mentioned ids of users
 * @param by id of the user
 * @param editedAt null for never
 */
public record CommentRow(
        long id,
        String type,
        long record,
        String content,
        Set<Long> mentioned,
        long by,
        Instant at,
        Instant editedAt) {}
