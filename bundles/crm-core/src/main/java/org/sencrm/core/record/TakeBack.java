package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Change;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.change.ChangeLog;
import org.sencrm.core.computed.ComputedFields;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.share.ShareStory;
import org.sencrm.core.store.Database;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.type.TypeRegistry;

/** Takes back one change, as far as nobody changed the same since. */
public final class TakeBack {

    private final Database database;
    private final TypeRegistry types;
    private final Questions questions;
    private final RowStore rows;
    private final ChangeLog log;
    private final Journal journal;
    private final Purge purge;
    private final ComputedFields computed;
    private final Gate gate;
    private final ShareBack shares;
    private final Uniqueness uniqueness = new Uniqueness();
    private final Faults faults;

    TakeBack(
            Database database,
            TypeRegistry types,
            Questions questions,
            RowStore rows,
            ChangeLog log,
            Journal journal,
            Purge purge,
            ComputedFields computed,
            Gate gate,
            Faults faults) {
        this.database = database;
        this.types = types;
        this.questions = questions;
        this.rows = rows;
        this.log = log;
        this.journal = journal;
        this.purge = purge;
        this.computed = computed;
        this.gate = gate;
        this.shares = new ShareBack(database, journal, gate);
        this.faults = faults;
    }

    Outcome run(Connection connection, Caller caller, ChangeEntry entry, Manner manner) throws SQLException {
        StoredType known = types.stored(entry.type()).orElse(null);
        if (known == null || isProof(known)) {
            return Outcome.kept(entry);
        }
        StoredType type = types.holdToChange(database, known, caller);
        StoredRow living = rows.find(connection, type, entry.recordId(), false);
        StoredRow row = living == null ? rows.find(connection, type, entry.recordId(), true) : living;
        if (row == null) {
            return Outcome.nothingToDo(entry);
        }
        gate.requireProof(caller, entry.type());
        checkRight(caller, type, row, entry, manner);
        return switch (entry.kind()) {
            case CREATED -> purge(connection, caller, type, row, entry);
            case UPDATED -> living == null ? Outcome.kept(entry) : putBackAll(connection, caller, type, row, entry);
            case TRASHED ->
                living == null ? untrash(connection, caller, type, row, entry, manner) : Outcome.nothingToDo(entry);
            case RESTORED -> living == null ? Outcome.nothingToDo(entry) : trash(connection, caller, type, row, entry);
            case PURGED -> Outcome.kept(entry);
        };
    }

    /** What the company keeps to prove something comes about in one direction: its hooks say how, and taking back asks none. */
    private static boolean isProof(StoredType type) {
        return type.declared().administrative()
                && !type.declared().keptBecause().isEmpty();
    }

    private void checkRight(Caller caller, StoredType type, StoredRow row, ChangeEntry entry, Manner manner) {
        Rights rights = questions.rights(caller);
        Right right = entry.kind() == Change.Kind.UPDATED ? Right.UPDATE : Right.DELETE;
        boolean own = manner == Manner.LENIENT
                && entry.by() == caller.userId()
                && !rights.isOutside()
                && !caller.entry().scopes().isLimited();
        boolean given = entry.fields().containsKey(SystemFields.OWNER)
                || entry.fields().containsKey(SystemFields.TEAM)
                || entry.fields().keySet().stream().anyMatch(ShareStory::tells);
        boolean may = given ? rights.mayGive(right, type, row.values()) : rights.may(right, type, row.values());
        if (!own && !may) {
            throw faults.forbidden(caller);
        }
    }

    private Outcome purge(Connection connection, Caller caller, StoredType type, StoredRow row, ChangeEntry entry)
            throws SQLException {
        return !log.touchedSince(connection, entry) && purge.run(connection, caller, type, row)
                ? Outcome.done(entry)
                : Outcome.kept(entry);
    }

    private Outcome putBackAll(Connection connection, Caller caller, StoredType type, StoredRow row, ChangeEntry entry)
            throws SQLException {
        boolean shared = entry.fields().keySet().stream().anyMatch(ShareStory::tells);
        return shared
                ? shares.run(connection, caller, type, row, entry)
                : putBack(connection, caller, type, row, entry);
    }

    /** Puts back each field that still has the value which the job gave it. */
    private Outcome putBack(Connection connection, Caller caller, StoredType type, StoredRow row, ChangeEntry entry)
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
        RecordDraft draft = draft(caller, type, row);
        values.forEach(draft::put);
        uniqueness.check(connection, draft, names);
        names.removeIf(draft::hasError);
        if (names.isEmpty() || !write(connection, caller, type, row, values, names)) {
            return Outcome.kept(entry);
        }
        uniqueness.take(connection, draft, names);
        Set<String> kept = new LinkedHashSet<>(entry.fields().keySet());
        kept.removeAll(names);
        return new Outcome(entry, true, kept);
    }

    private boolean write(
            Connection connection,
            Caller caller,
            StoredType type,
            StoredRow row,
            Map<String, Object> values,
            Set<String> names)
            throws SQLException {
        Set<String> written = new LinkedHashSet<>(names);
        written.addAll(List.of(SystemFields.UPDATED_AT, SystemFields.UPDATED_BY));
        values.put(SystemFields.UPDATED_AT, journal.now());
        values.put(SystemFields.UPDATED_BY, Labels.user(caller.userId()));
        written.addAll(computed.calculate(type, values));
        computed.changing(connection, type, row.id(), row.values(), values);
        if (!rows.update(connection, type, row.id(), row.version(), values, written)) {
            return false;
        }
        Map<String, ChangeEntry.Diff> diffs = Journal.diffs(type, row.values(), values, names);
        journal.write(connection, caller, type, row.id(), Change.Kind.UPDATED, row.version() + 1, diffs);
        return true;
    }

    private Outcome untrash(
            Connection connection, Caller caller, StoredType type, StoredRow row, ChangeEntry entry, Manner manner)
            throws SQLException {
        if (manner == Manner.LENIENT && log.touchedSince(connection, entry)) {
            return Outcome.kept(entry);
        }
        RecordDraft draft = draft(caller, type, row);
        uniqueness.check(connection, draft, row.values().keySet());
        if (manner == Manner.STRICT) {
            draft.refuseIfWrong();
        }
        if (draft.hasErrors() || !move(connection, caller, type, row, Change.Kind.RESTORED)) {
            return Outcome.kept(entry);
        }
        uniqueness.take(connection, draft, row.values().keySet());
        return Outcome.done(entry);
    }

    private Outcome trash(Connection connection, Caller caller, StoredType type, StoredRow row, ChangeEntry entry)
            throws SQLException {
        if (log.touchedSince(connection, entry) || !move(connection, caller, type, row, Change.Kind.TRASHED)) {
            return Outcome.kept(entry);
        }
        uniqueness.release(connection, type.name(), row.id());
        return Outcome.done(entry);
    }

    private boolean move(Connection connection, Caller caller, StoredType type, StoredRow row, Change.Kind kind)
            throws SQLException {
        Instant now = journal.now();
        boolean leaving = kind == Change.Kind.TRASHED;
        computed.changing(connection, type, row.id(), leaving ? row.values() : null, leaving ? null : row.values());
        if (!rows.trash(connection, type, row, leaving ? now : null, now, caller.userId())) {
            return false;
        }
        journal.write(connection, caller, type, row.id(), kind, row.version() + 1, Map.of());
        return true;
    }

    private RecordDraft draft(Caller caller, StoredType type, StoredRow row) {
        return new RecordDraft(type, caller, faults, () -> "", row.id(), row);
    }

    /** How strict one is. */
    enum Manner {
        /** Everybody may take back what they did themselves; what cannot come back stays where it is. */
        LENIENT,
        /** The present right to do the opposite is needed for everything; what cannot come out of the trash refuses. */
        STRICT
    }

    /**
     * What became of a change.
     *
     * @param done whether anything of it was taken back
     * @param kept names of fields that stay, where others were taken back; empty where nothing or everything was
     */
    public record Outcome(ChangeEntry entry, boolean done, Set<String> kept) {

        static Outcome done(ChangeEntry entry) {
            return new Outcome(entry, true, Set.of());
        }

        /** Counts as not done, like a change that stays. */
        static Outcome nothingToDo(ChangeEntry entry) {
            return new Outcome(entry, false, Set.of());
        }

        static Outcome kept(ChangeEntry entry) {
            return new Outcome(entry, false, entry.fields().keySet());
        }

        boolean keepsSomething() {
            return !kept.isEmpty();
        }
    }
}
