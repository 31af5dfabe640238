package org.sencrm.core.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.value.Json;

/**
 * Gives what happened its place in the chain. Whoever does, on whichever node, holds the lock of the head until its end is
 * committed, so that the chain never forks; whoever is killed leaves what was still waiting. Nobody else ever waits for
 * that lock but whoever erases, see {@link ErasedChanges}.
 */
final class Sealer {

    private static final int AT_ONCE = 500;
    private static final int CHANGES_AT_ONCE = 2_000;

    private final Database database;
    private final Duration settled;
    private final Clock clock;
    private final AuditTable table = new AuditTable();
    private final ChangeRows changes = new ChangeRows();
    private final LateNames late = new LateNames(table);

    /** @param settled age from which on no change comes any more that is not named by its transaction */
    Sealer(Database database, Duration settled, Clock clock) {
        this.database = database;
        this.settled = settled;
        this.clock = clock;
    }

    /** Where the chain ends now. */
    Head head() {
        return database.read(table::head);
    }

    /** Seals all that waits now. */
    synchronized void sealEvents() {
        boolean more = database.read(table::waits);
        while (more) {
            more = database.write(this::sealSome) == AT_ONCE;
        }
    }

    private int sealSome(Connection connection) throws SQLException {
        Head head = table.lock(connection);
        List<Unsealed> events = table.waiting(connection, AT_ONCE);
        for (Unsealed event : events) {
            head = append(connection, head, event);
        }
        table.done(connection, events);
        table.move(connection, head);
        return events.size();
    }

    /**
     * Seals the next span of the change log, if there is one.
     *
     * @return whether there may be more
     */
    synchronized boolean sealChanges() {
        long end = Ids.earlier(Ids.next(), settled);
        boolean any = database.read(
                connection -> changes.any(connection, table.head(connection).changesTo(), end));
        return any && database.write(connection -> sealSpan(connection, end));
    }

    private boolean sealSpan(Connection connection, long end) throws SQLException {
        Head head = table.lock(connection);
        long from = head.changesTo();
        List<ChangeRows.Row> rows = changes.between(connection, from, end, CHANGES_AT_ONCE);
        boolean full = rows.size() == CHANGES_AT_ONCE;
        if (rows.isEmpty()) {
            return false;
        }
        Set<Long> named = late.behind(connection, from);
        long to = full ? rows.get(rows.size() - 1).id() : end;
        ChangeRows.Sum sum = new ChangeRows.Sum();
        sum.add(rows, named);
        table.move(connection, append(connection, head, span(from, to, sum)).covering(to));
        return full;
    }

    private Unsealed span(long from, long to, ChangeRows.Sum sum) {
        Caller product = Caller.system();
        return new Unsealed(
                Ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                product.userId(),
                null,
                product.through(),
                ChangeSpan.SPAN,
                null,
                null,
                Json.write(ChangeSpan.span(from, to, sum).details()));
    }

    private Head append(Connection connection, Head head, Unsealed event) throws SQLException {
        Sealed link = Sealed.after(head, event);
        table.append(connection, link);
        return head.with(link);
    }
}
