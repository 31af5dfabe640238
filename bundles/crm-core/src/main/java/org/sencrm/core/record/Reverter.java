package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Records.Reverted;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.change.ChangeLog;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/**
 * Takes back what a job changed. The table {@code CORE_REVERT} holds how far it came. Hooks are not asked: what they did on
 * behalf of the job is in the log of the job and is taken back with it.
 */
final class Reverter {

    private static final int MOST = 5_000;
    private static final int AT_ONCE = 500;

    private final Database database;
    private final TakeBack takeBack;
    private final ChangeLog log;
    private final Faults faults;

    Reverter(Database database, TakeBack takeBack, ChangeLog log, Faults faults) {
        this.database = database;
        this.takeBack = takeBack;
        this.log = log;
        this.faults = faults;
    }

    Reverted revert(Caller caller, long job, int limit) {
        if (job <= 0 || limit < 1 || limit > MOST) {
            throw faults.badRequest(caller, "fault.limit", MOST);
        }
        return database.write(connection -> {
            List<TakeBack.Outcome> outcomes = step(connection, caller, job, limit, TakeBack.Manner.LENIENT);
            int kept =
                    (int) outcomes.stream().filter(outcome -> !outcome.done()).count();
            return new Reverted(outcomes.size() - kept, kept, outcomes.size() < limit);
        });
    }

    /**
     * Takes back all that a job changed, in one transaction and with the present rights of the caller.
     *
     * @return what stays as it is, as somebody changed it since
     */
    List<TakeBack.Outcome> revertWhole(Caller caller, long job) {
        return database.write(connection -> {
            List<TakeBack.Outcome> kept = new ArrayList<>();
            List<TakeBack.Outcome> step;
            do {
                step = step(connection, caller, job, AT_ONCE, TakeBack.Manner.STRICT);
                step.stream().filter(TakeBack.Outcome::keepsSomething).forEach(kept::add);
            } while (step.size() == AT_ONCE);
            return kept;
        });
    }

    private List<TakeBack.Outcome> step(
            Connection connection, Caller caller, long job, int limit, TakeBack.Manner manner) throws SQLException {
        // our own changes belong to the job too: they are nobody else's, and stand behind all that is to be taken back
        Caller reverting = caller.inJob(job, caller.through());
        long before = position(connection, job);
        List<TakeBack.Outcome> outcomes = new ArrayList<>();
        for (ChangeEntry entry : log.ofJob(connection, job, before, limit)) {
            outcomes.add(takeBack.run(connection, reverting, entry, manner));
        }
        if (!outcomes.isEmpty()) {
            long last = outcomes.get(outcomes.size() - 1).entry().id();
            move(connection, job, before, last);
        }
        return outcomes;
    }

    private static long position(Connection connection, long job) throws SQLException {
        Long position = Sql.of("select CHANGE_ID from CORE_REVERT where JOB_ID=?", job)
                .first(connection, row -> row.getLong(1));
        return position == null ? Long.MAX_VALUE : position;
    }

    private static void move(Connection connection, long job, long from, long to) throws SQLException {
        if (from == Long.MAX_VALUE) {
            Sql.of("insert into CORE_REVERT (JOB_ID, CHANGE_ID) values (?,?)", job, to)
                    .execute(connection);
        } else {
            Sql.of("update CORE_REVERT set CHANGE_ID=? where JOB_ID=?", to, job).execute(connection);
        }
    }

    /** Tells whether anything was taken back. */
    private boolean takeBack(Connection connection, Caller caller, ChangeEntry entry) throws SQLException {
        StoredType known = types.stored(entry.type()).orElse(null);
        if (known == null) {
            return false;
        }
        StoredType type = types.hold(database, known);
        StoredRow living = rows.find(connection, type, entry.recordId(), false);
        StoredRow row = living == null ? rows.find(connection, type, entry.recordId(), true) : living;
        if (row == null) {
            return false;
        }
        checkRight(caller, type, row, entry);
        return switch (entry.kind()) {
            case CREATED -> purge(connection, caller, type, row, entry);
            case UPDATED -> living != null && putBack(connection, caller, type, row, entry);
            case TRASHED -> living == null && moveBack(connection, caller, type, row, entry, Change.Kind.RESTORED);
            case RESTORED -> living != null && moveBack(connection, caller, type, row, entry, Change.Kind.TRASHED);
            case PURGED -> false;
        };
    }

    /** Everybody may take back what they did themselves; for what others did, one needs the right to do the opposite. */
    private void checkRight(Caller caller, StoredType type, StoredRow row, ChangeEntry entry) {
        Rights rights = questions.rights(caller);
        Right right = entry.kind() == Change.Kind.UPDATED ? Right.UPDATE : Right.DELETE;
        if (entry.by() != caller.userId() && !rights.may(right, type, row.values())) {
            throw faults.forbidden(caller);
        }
    }

    private boolean purge(Connection connection, Caller caller, StoredType type, StoredRow row, ChangeEntry entry)
            throws SQLException {
        if (log.touchedSince(connection, entry)) {
            return false;
        }
        rows.purge(connection, type, row.id());
        uniqueness.release(connection, type.name(), row.id());
        journal.write(connection, caller, type, row.id(), Change.Kind.PURGED, row.version() + 1, Map.of());
        return true;
    }

    /** Puts back each field that still has the value which the job gave it. */
    private boolean putBack(Connection connection, Caller caller, StoredType type, StoredRow row, ChangeEntry entry)
            throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>(row.values());
        Set<String> names = new LinkedHashSet<>();
        entry.fields().forEach((name, diff) -> {
            StoredField field = type.field(name)
                    .filter(known -> known.isMeantBy(entry.id()))
                    .orElse(null);
            if (field != null && Objects.equals(field.values().revive(diff.to(), field.shape()), values.get(name))) {
                values.put(name, field.values().revive(diff.from(), field.shape()));
                names.add(name);
            }
        });
        RecordDraft draft = new RecordDraft(type, caller, faults, () -> "", row.id(), row);
        values.forEach(draft::put);
        uniqueness.check(connection, draft, names);
        names.removeIf(draft::hasError);
        if (names.isEmpty()) {
            return false;
        }
        Set<String> written = new LinkedHashSet<>(names);
        written.addAll(List.of(SystemFields.UPDATED_AT, SystemFields.UPDATED_BY));
        values.put(SystemFields.UPDATED_AT, journal.now());
        values.put(SystemFields.UPDATED_BY, Labels.user(caller.userId()));
        if (!rows.update(connection, type, row.id(), row.version(), values, written)) {
            return false;
        }
        uniqueness.take(connection, draft, names);
        journal.write(
                connection,
                caller,
                type,
                row.id(),
                Change.Kind.UPDATED,
                row.version() + 1,
                Journal.diffs(type, row.values(), values, names));
        return true;
    }

    private boolean moveBack(
            Connection connection, Caller caller, StoredType type, StoredRow row, ChangeEntry entry, Change.Kind kind)
            throws SQLException {
        if (log.touchedSince(connection, entry)) {
            return false;
        }
        Instant now = journal.now();
        boolean trashing = kind == Change.Kind.TRASHED;
        RecordDraft draft = new RecordDraft(type, caller, faults, () -> "", row.id(), row);
        if (trashing) {
            uniqueness.release(connection, type.name(), row.id());
        } else {
            uniqueness.check(connection, draft, row.values().keySet());
            if (draft.hasErrors()) {
                return false;
            }
        }
        if (!rows.trash(connection, type, row, trashing ? now : null, now, caller.userId())) {
            return false;
        }
        if (!trashing) {
            uniqueness.take(connection, draft, row.values().keySet());
        }
        journal.write(connection, caller, type, row.id(), kind, row.version() + 1, Map.of());
        return true;
    }
}
