package org.sencrm.api.talk;

import java.time.Instant;
import org.sencrm.api.record.Reference;

/**
 * What one user is told of a record.
 *
 * @param record with its label
 * @param by who did it; label null where the user is gone
 * @param text of the comment; null for other kinds
 * @param at of the last of several changes by the same person that nobody read yet
 * @param readAt null where it was not read yet
 */
public record Notification(
        long id, Kind kind, Reference record, Reference by, String text, Instant at, Instant readAt) {

    public enum Kind {
        /** The user is mentioned in a comment. */
        MENTIONED,
        /** Somebody commented on a record that the user follows. */
        COMMENTED,
        /** Somebody made the user the owner of a record. */
        ASSIGNED,
        /** Somebody changed a record that the user follows. */
        CHANGED,
        /** Somebody shared a record with the user, or with a team of the user's. */
        SHARED,
        /** Somebody changed with which second factors the user signs in; the record is the user. */
        FACTORS_CHANGED,
        /** The user has to set up a second factor; the record is the user. */
        FACTOR_NEEDED,
        /** Somebody seems to have a copy of a second factor of the user, and was refused; the record is the user. */
        FACTOR_COPIED,
        /** An administrator wants to reset the second factors of the record, a user, to which a second one has to agree. */
        FACTOR_RESET_ASKED,
        /** A second factor of the user is good for some days only; the record is the user. */
        FACTOR_ENDING,
        /** A rule let records go whose time is over, or broke off; the record is the run of the rule. */
        RETENTION_RAN
    }

    public boolean isRead() {
        return readAt != null;
    }
}
