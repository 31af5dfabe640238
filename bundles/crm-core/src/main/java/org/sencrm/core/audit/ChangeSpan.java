package org.sencrm.core.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.audit.AuditEvent;

/**
 * How entries cover the change log: by spans of ids that follow one another without a gap, each with the number and the
 * digest of its changes. A transaction that lasts could commit changes into a span that is sealed already; it names them
 * itself, and then no span counts them.
 */
final class ChangeSpan {

    /** How the kinds of entries begin that the trail alone writes. */
    static final String OWN = "changes.";

    /** Kind of the entries that cover a span. */
    static final String SPAN = OWN + "sealed";

    /** Kind of the entries that cover the changes of a transaction that lasted. */
    static final String LATE = OWN + "late";

    /**
     * Kind of the entries that tell that changes of records of a purged module are gone. Spans and named changes from before
     * can hold fewer than they were sealed with, and count for nothing then.
     */
    static final String PURGED = OWN + "purged";

    /**
     * Kind of the entries that tell that words about a person were taken out of changes: what is covered has another digest
     * since.
     */
    static final String ERASED = OWN + "erased";

    /** So many ids fit into one entry. */
    static final int LATE_AT_ONCE = 150;

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String COUNT = "count";
    private static final String DIGEST = "digest";
    private static final String IDS = "ids";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final String CHANGED = "changed";

    private ChangeSpan() {}

    static AuditEvent span(long from, long to, ChangeRows.Sum sum) {
        return AuditEvent.of(SPAN)
                .with(FROM, Long.toString(from))
                .with(TO, Long.toString(to))
                .with(COUNT, sum.count())
                .with(DIGEST, sum.digest());
    }

    static AuditEvent late(List<Long> ids, ChangeRows.Sum sum) {
        String all = String.join(",", ids.stream().map(String::valueOf).toList());
        return AuditEvent.of(LATE).with(IDS, all).with(COUNT, sum.count()).with(DIGEST, sum.digest());
    }

    /** @param ids of the changes that say less since, of which at least the first are named */
    static AuditEvent erased(String before, String after, List<Long> ids) {
        String first = String.join(
                ",", ids.stream().limit(LATE_AT_ONCE).map(String::valueOf).toList());
        return AuditEvent.of(ERASED)
                .with(BEFORE, before)
                .with(AFTER, after)
                .with(CHANGED, ids.size())
                .with(IDS, first);
    }

    /** Which digest took the place of which. */
    static Map<String, String> replaced(Collection<Unsealed> erasures) {
        Map<String, String> replaced = new HashMap<>();
        for (Unsealed erasure : erasures) {
            Map<String, Object> details = AuditLog.details(erasure);
            replaced.put((String) details.get(BEFORE), (String) details.get(AFTER));
        }
        return replaced;
    }

    static List<Long> ids(Unsealed late) {
        String ids = (String) AuditLog.details(late).get(IDS);
        return Arrays.stream(ids.split(",")).map(Long::valueOf).toList();
    }

    static long from(Unsealed span) {
        return Long.parseLong((String) AuditLog.details(span).get(FROM));
    }

    static long to(Unsealed span) {
        return Long.parseLong((String) AuditLog.details(span).get(TO));
    }

    /**
     * Whether the changes are those that the entry covers.
     *
     * @param replaced by digest, the one that took its place
     */
    static boolean fits(Unsealed entry, ChangeRows.Sum sum, Map<String, String> replaced) {
        Map<String, Object> details = AuditLog.details(entry);
        String digest = (String) details.get(DIGEST);
        // each digest at most once, should somebody have made a ring of them
        for (int i = 0; i < replaced.size() && replaced.containsKey(digest); i++) {
            digest = replaced.get(digest);
        }
        return ((Number) details.get(COUNT)).longValue() == sum.count()
                && sum.digest().equals(digest);
    }
}
