package org.sencrm.api.audit;

import java.time.Instant;

/**
 * Which entries are wanted; null means any.
 *
 * @param user id of who did it
 * @param kind a whole kind, or its beginning with a dot at the end: {@code signIn.}
 * @param from first moment
 * @param until first moment that is not wanted any more
 * @param before number of an entry; only earlier ones are wanted; 0 for the newest
 * @param limit how many at most
 */
public record AuditQuery(
        Long user, String kind, String type, String subject, Instant from, Instant until, long before, int limit) {

    /** The newest entries of all kinds. */
    public static AuditQuery newest(int limit) {
        return new AuditQuery(null, null, null, null, null, null, 0, limit);
    }

    public AuditQuery by(Long who) {
        return new AuditQuery(who, kind, type, subject, from, until, before, limit);
    }

    public AuditQuery ofKind(String what) {
        return new AuditQuery(user, what, type, subject, from, until, before, limit);
    }

    /** About one thing, or about any of a type. @param which null for any */
    public AuditQuery about(String what, String which) {
        return new AuditQuery(user, kind, what, which, from, until, before, limit);
    }

    public AuditQuery between(Instant first, Instant end) {
        return new AuditQuery(user, kind, type, subject, first, end, before, limit);
    }

    /** Those that come after the entry in the list, which are older. */
    public AuditQuery before(long number) {
        return new AuditQuery(user, kind, type, subject, from, until, number, limit);
    }

    public AuditQuery limitedTo(int most) {
        return new AuditQuery(user, kind, type, subject, from, until, before, most);
    }
}
