package org.sencrm.core.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.ClientAddress;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.record.RecordChange;
import org.sencrm.core.change.Witness;
import org.sencrm.core.store.Database;

/**
 * Writes down who changed whom, and which rights, in the change's own transaction. Other changes stand in the change log and
 * cost nothing here; only a transaction that lasts names its changes as it ends, as the span of the change log in which they
 * lie may be sealed by then, and so does one whose clock was set back behind what is sealed.
 */
@Component(service = Witness.class, property = Witness.NAME + "=audit")
public final class AuditWitness implements Witness {

    /** Types whose records say who may do what. */
    private static final Set<String> OF_RIGHTS = Set.of("users", "roles", "teams");

    /** Far less than the age at which changes are sealed. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Database database;
    private final AuditLog log;
    private final Duration lasting;
    private final ChangeRows rows = new ChangeRows();
    private final ThreadLocal<Open> open = new ThreadLocal<>();

    @Activate
    public AuditWitness(@Reference Database database, @Reference AuditLog log) {
        this(database, log, LONG);
    }

    /** @param lasting how long a transaction may last from its first change on without naming its changes */
    AuditWitness(Database database, AuditLog log, Duration lasting) {
        this.database = database;
        this.log = log;
        this.lasting = lasting;
    }

    @Override
    public void changing(RecordChange change) {
        Open transaction = open.get();
        if (transaction == null) {
            transaction = new Open(System.nanoTime(), change, new ArrayList<>());
            open.set(transaction);
            database.beforeCommit(this::ending);
            database.atEnd(open::remove);
        }
        transaction.ids.add(change.changeId());
        if (OF_RIGHTS.contains(change.type())) {
            String kind = change.type() + '.' + change.kind().name().toLowerCase(Locale.ROOT);
            log.note(
                    change.caller(),
                    AuditEvent.of(kind)
                            .on(change.type(), change.id())
                            .with("change", Long.toString(change.changeId()))
                            .with("fields", cut(String.join(",", new TreeSet<>(change.fields())))));
        }
    }

    private static String cut(String names) {
        return names.substring(0, Math.min(1_000, names.length()));
    }

    private void ending() {
        Open transaction = open.get();
        if (transaction != null && (isLong(transaction) || log.covers(transaction.ids.get(0)))) {
            database.write(connection -> {
                for (int i = 0; i < transaction.ids.size(); i += ChangeSpan.LATE_AT_ONCE) {
                    int end = Math.min(transaction.ids.size(), i + ChangeSpan.LATE_AT_ONCE);
                    name(connection, transaction.first, transaction.ids.subList(i, end));
                }
                return null;
            });
        }
    }

    private boolean isLong(Open transaction) {
        return System.nanoTime() - transaction.since >= lasting.toNanos();
    }

    private void name(Connection connection, RecordChange first, List<Long> ids) throws SQLException {
        ChangeRows.Sum sum = new ChangeRows.Sum();
        sum.add(rows.of(connection, ids), Set.of());
        log.put(
                connection,
                first.caller().userId(),
                ClientAddress.served(),
                first.caller().through(),
                ChangeSpan.late(ids, sum));
    }

    /**
     * The changes of the transaction of one thread.
     *
     * @param since when the first was made, by the clock of the virtual machine
     */
    private record Open(long since, RecordChange first, List<Long> ids) {}
}
