package org.sencrm.core.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.audit.AuditCheck;
import org.sencrm.api.audit.AuditCheck.Flaw;
import org.sencrm.core.store.Database;

/** Walks along the chain, a page at a time, up to where it ended when this began. For one use, by one thread. */
final class ChainCheck {

    private static final int PAGE = 1_000;
    private static final String BEGINNING = "0".repeat(64);

    private final Source source;
    private final Head head;
    private final long last;
    private final String expected;
    private final AuditTable table = new AuditTable();
    private final ChangeRows changes = new ChangeRows();
    private final LateNames names = new LateNames(table);
    private Set<Long> late;
    private Map<String, String> erased;
    private String hash = BEGINNING;
    private long number;
    private long covered;
    private long coveredTo;
    private long purgedTo;
    private boolean met;

    /** Reads outside of any transaction. */
    interface Source {
        <T> T read(Database.Task<T> task);
    }

    /**
     * @param head where the chain should end
     * @param last number of the last row that was there at the same moment
     * @param expected a hash that has to be in the chain; null for none
     */
    ChainCheck(Source source, Head head, long last, String expected) {
        this.source = source;
        this.head = head;
        this.last = last;
        this.expected = expected;
        this.met = expected == null || expected.equals(BEGINNING);
    }

    AuditCheck run() {
        purgedTo = source.read(this::purgedTo);
        readNames();
        while (number < head.entries()) {
            List<Sealed> page = source.read(connection -> table.after(connection, number, PAGE));
            if (page.isEmpty()) {
                return flaw(Flaw.CUT, number + 1);
            }
            for (Sealed link : page) {
                if (number == head.entries()) {
                    break;
                }
                Flaw flaw = next(link);
                if (flaw != null) {
                    return flaw(flaw, number + 1);
                }
                number++;
                hash = link.hash();
                met |= hash.equals(expected);
            }
        }
        return end();
    }

    /** What is told of changes beside the spans, as it is told by now. */
    private void readNames() {
        late = source.read(connection -> names.behind(connection, 0));
        erased = source.read(connection -> ChangeSpan.replaced(table.all(connection, ChangeSpan.ERASED)));
    }

    /** Rows before the first one belong to nobody's chain. */
    private AuditCheck end() {
        if (!hash.equals(head.hash()) || coveredTo != head.changesTo()) {
            return flaw(Flaw.CHANGED, head.entries());
        } else if (source.read(table::first) < 1) {
            return flaw(Flaw.ADDED, 1);
        } else if (last > head.entries()) {
            return flaw(Flaw.ADDED, head.entries() + 1);
        }
        return flaw(met ? null : Flaw.NOT_EXPECTED, 0);
    }

    /** The id up to which changes may be gone with the records of a module that was purged; 0 for none. */
    private long purgedTo(Connection connection) throws SQLException {
        return table.all(connection, ChangeSpan.PURGED).stream()
                .mapToLong(Unsealed::id)
                .max()
                .orElse(0);
    }

    private AuditCheck flaw(Flaw flaw, long entry) {
        return new AuditCheck(head.entries(), head.hash(), covered, flaw, entry);
    }

    /** What is wrong with the link that should be the next one; null for nothing. */
    private Flaw next(Sealed link) {
        if (link.number() != number + 1) {
            return Flaw.REMOVED;
        } else if (!link.follows(hash)) {
            return Flaw.CHANGED;
        }
        return coversWhatIsThere(link.event()) ? null : Flaw.CHANGES;
    }

    private boolean coversWhatIsThere(Unsealed event) {
        return switch (event.kind()) {
            case ChangeSpan.SPAN -> spanFits(event);
            case ChangeSpan.LATE -> lateFits(event);
            default -> true;
        };
    }

    /** Where it does not, somebody may have erased something since it was read what is. */
    private boolean lateFits(Unsealed event) {
        if (fits(event, named(event))) {
            return true;
        }
        readNames();
        return fits(event, named(event)) || event.id() <= purgedTo;
    }

    /** Of the changes that an entry names, as they are now. */
    private ChangeRows.Sum named(Unsealed event) {
        ChangeRows.Sum sum = new ChangeRows.Sum();
        sum.add(source.read(connection -> changes.of(connection, ChangeSpan.ids(event))), Set.of());
        return sum;
    }

    /** Where it does not, somebody may have committed late changes, or erased something, since it was read what is. */
    private boolean spanFits(Unsealed event) {
        // what lies before the first span or between two belongs to none, and so to the next, where it does not fit
        long from = coveredTo == 0 ? Long.MIN_VALUE : Math.min(coveredTo, ChangeSpan.from(event));
        coveredTo = ChangeSpan.to(event);
        if (fits(event, sum(from, coveredTo))) {
            return true;
        }
        readNames();
        return fits(event, sum(from, coveredTo)) || coveredTo <= purgedTo;
    }

    private boolean fits(Unsealed event, ChangeRows.Sum sum) {
        boolean fits = ChangeSpan.fits(event, sum, erased);
        covered += fits ? sum.count() : 0;
        return fits;
    }

    /** Of the changes of a span as they are now. */
    private ChangeRows.Sum sum(long from, long to) {
        ChangeRows.Sum sum = new ChangeRows.Sum();
        long behind = from;
        List<ChangeRows.Row> page;
        do {
            long start = behind;
            page = source.read(connection -> changes.between(connection, start, to, PAGE));
            sum.add(page, late);
            behind = page.isEmpty() ? to : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
        return sum;
    }
}
