package org.sencrm.api.mail;

import java.time.Instant;

/**
 * What is known of the mail to one recipient; kept for thirty days. The mail itself is not kept.
 *
 * @param tries how often the mail server was asked
 * @param problem in the caller's language, why it is not sent or not yet; null for no problem
 */
public record SentMail(
        long id, String recipient, State state, int tries, String problem, Instant createdAt, Instant changedAt) {

    /** How far it got. */
    public enum State {
        /** In the outbox, for its first try or another one. */
        WAITING,
        /** The mail server is being given it at this moment. */
        SENDING,
        /** The mail server took it. */
        SENT,
        /** The mail server will not take it, or nobody could be reached for too long. */
        FAILED,
        /** The line broke after the whole mail was handed over and before the answer: it is not sent a second time. */
        UNKNOWN;

        /** The name in REST. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
