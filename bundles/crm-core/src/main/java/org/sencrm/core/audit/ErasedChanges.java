package org.sencrm.core.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.ClientAddress;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.change.ChangeLog;

/**
 * The one way in which changes ever say less than they did. For whatever covers them an entry tells the digest of before and
 * of afterwards, with the changes by their ids, so that the trail is whole as before: what was altered otherwise until then
 * does not have the digest of before, and is found as ever.
 */
public final class ErasedChanges {

    private static final int PAGE = 1_000;

    private final AuditLog audit;
    private final AuditTable table = new AuditTable();
    private final ChangeRows rows = new ChangeRows();
    private final ChangeLog log = new ChangeLog();

    public ErasedChanges(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * To be called as the first thing of the transaction: until its end nothing is sealed, and whoever seals waits for no row
     * of it.
     */
    public void begin(Connection connection) throws SQLException {
        table.lock(connection);
    }

    /** @param entries as they are to be, with the ids of those that are there */
    public void rewrite(Connection connection, Caller caller, Collection<ChangeEntry> entries) throws SQLException {
        Set<Long> ids = new TreeSet<>();
        entries.forEach(entry -> ids.add(entry.id()));
        Set<Long> late = new LateNames(table).behind(connection, Long.MIN_VALUE);
        List<Cover> covers = new ArrayList<>(lateCovers(connection, ids));
        ids.removeAll(late);
        covers.addAll(spans(connection, ids, late));
        List<String> before = digests(connection, covers);
        for (ChangeEntry entry : entries) {
            log.rewrite(connection, entry);
        }
        List<String> after = digests(connection, covers);
        for (int i = 0; i < covers.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                audit.put(
                        connection,
                        caller.userId(),
                        ClientAddress.served(),
                        caller.through(),
                        ChangeSpan.erased(
                                before.get(i), after.get(i), covers.get(i).changed()));
            }
        }
    }

    /** The entries that name changes one by one. */
    private List<Cover> lateCovers(Connection connection, Set<Long> ids) throws SQLException {
        List<Cover> covers = new ArrayList<>();
        for (Unsealed event : table.all(connection, ChangeSpan.LATE)) {
            List<Long> named = ChangeSpan.ids(event);
            List<Long> changed = named.stream().filter(ids::contains).toList();
            if (!changed.isEmpty()) {
                covers.add(new Cover(changed, source -> {
                    ChangeRows.Sum sum = new ChangeRows.Sum();
                    sum.add(rows.of(source, named), Set.of());
                    return sum.digest();
                }));
            }
        }
        return covers;
    }

    /** The spans in which the changes lie; those that came last lie in none yet. */
    private List<Cover> spans(Connection connection, Set<Long> ids, Set<Long> late) throws SQLException {
        Head head = table.head(connection);
        Map<Long, Unsealed> spans = new TreeMap<>();
        Map<Long, List<Long>> changed = new TreeMap<>();
        for (long id : ids) {
            if (id <= head.changesTo()) {
                Sealed span = spanOf(connection, head, id);
                spans.put(span.number(), span.event());
                changed.computeIfAbsent(span.number(), number -> new ArrayList<>())
                        .add(id);
            }
        }
        List<Cover> covers = new ArrayList<>();
        spans.forEach(
                (number, span) -> covers.add(new Cover(changed.get(number), source -> digest(source, span, late))));
        return covers;
    }

    /** Spans follow one another, so that halving finds the one in which the change lies. */
    private Sealed spanOf(Connection connection, Head head, long change) throws SQLException {
        long low = 0;
        long high = head.entries();
        while (low < high) {
            long middle = low + (high - low) / 2;
            Sealed span = table.next(connection, middle, ChangeSpan.SPAN);
            if (span == null || ChangeSpan.to(span.event()) >= change) {
                high = middle;
            } else {
                low = span.number();
            }
        }
        return table.next(connection, low, ChangeSpan.SPAN);
    }

    private String digest(Connection connection, Unsealed span, Set<Long> late) throws SQLException {
        ChangeRows.Sum sum = new ChangeRows.Sum();
        long to = ChangeSpan.to(span);
        List<ChangeRows.Row> page = rows.between(connection, ChangeSpan.from(span), to, PAGE);
        while (!page.isEmpty()) {
            sum.add(page, late);
            page = rows.between(connection, page.get(page.size() - 1).id(), to, PAGE);
        }
        return sum.digest();
    }

    private static List<String> digests(Connection connection, List<Cover> covers) throws SQLException {
        List<String> digests = new ArrayList<>();
        for (Cover cover : covers) {
            digests.add(cover.content().digest(connection));
        }
        return digests;
    }

    /**
     * What an entry covers.
     *
     * @param changed ids of those that are to be rewritten
     */
    private record Cover(List<Long> changed, Content content) {}

    private interface Content {
        String digest(Connection connection) throws SQLException;
    }
}
