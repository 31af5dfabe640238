package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.computed.ComputedFields;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.gate.Links;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.store.Database;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.type.TypeRegistry;

/** Changes records: gate, values, hooks, validation, row, change log, in this order and in one transaction. */
final class RecordWriter {

    private static final String DUPLICATE = "23505";
    private static final int LONGEST_SOURCE = 50;
    private static final String IMPORT = "import";

    private final Database database;
    private final TypeRegistry types;
    private final Questions questions;
    private final Gate gate;
    private final Hooks hooks;
    private final OpenValues openValues;
    private final Validation validation;
    private final ReferenceCheck references;
    private final Uniqueness uniqueness = new Uniqueness();
    private final RowStore rows;
    private final Journal journal;
    private final Conflicts conflicts;
    private final Labels labels;
    private final ComputedFields computed;
    private final Faults faults;
    private final Supplier<String> currency;

    RecordWriter(
            Database database,
            TypeRegistry types,
            Questions questions,
            Gate gate,
            Hooks hooks,
            RowStore rows,
            Journal journal,
            Conflicts conflicts,
            Labels labels,
            ComputedFields computed,
            Faults faults,
            Supplier<String> currency) {
        this.database = database;
        this.types = types;
        this.questions = questions;
        this.gate = gate;
        this.hooks = hooks;
        this.openValues = new OpenValues(types, this);
        this.validation = new Validation(types);
        this.references = new ReferenceCheck(types);
        this.rows = rows;
        this.journal = journal;
        this.conflicts = conflicts;
        this.labels = labels;
        this.computed = computed;
        this.faults = faults;
        this.currency = currency;
    }

    /** @param id of the new record */
    RecordData create(Caller caller, String typeName, Map<String, ?> input, long id) {
        Rights rights = questions.rights(caller);
        StoredType allowed = questions.allowed(caller, rights, Right.CREATE, typeName);
        return database.write(connection -> {
            StoredType type = types.holdToChange(database, allowed, caller);
            RecordDraft draft = new RecordDraft(type, caller, faults, currency, id, null);
            return guarded(draft, () -> create(connection, rights, draft, input));
        });
    }

    private RecordData create(Connection connection, Rights rights, RecordDraft draft, Map<String, ?> input)
            throws SQLException {
        StoredType type = draft.storedType();
        Caller caller = draft.caller();
        draft.take(input, rights.hidden(type));
        type.initialValues().forEach((name, value) -> {
            if (!input.containsKey(name)) {
                draft.put(name, value);
            }
        });
        if (!draft.fromCaller().contains(SystemFields.OWNER)) {
            draft.put(SystemFields.OWNER, bare(rights.self()));
        }
        Instant now = journal.now();
        draft.put(SystemFields.CREATED_AT, now);
        Map<Reference, String> known = known(rights);
        settle(connection, rights, draft, known);
        fillInCompany(rights, draft);
        runHooks(connection, draft, known);
        check(connection, draft, type.fields().stream().map(StoredField::name).toList());
        if (!mayLeave(rights, Right.CREATE, draft)) {
            throw faults.forbidden(caller);
        }
        draft.put(SystemFields.CREATED_BY, Labels.user(caller.userId()));
        draft.put(SystemFields.SOURCE, cut(caller.through()));
        stamp(draft, now);
        draft.writing();
        Set<String> names = draft.changes();
        names.removeIf(name -> type.require(name).isComputed());
        computed.begin(type, draft.values());
        computed.calculate(type, draft.values());
        computed.changing(connection, type, draft.id(), null, draft.values());
        rows.insert(connection, type, draft.values());
        uniqueness.take(connection, draft, names);
        journal.write(connection, caller, type, draft.id(), Change.Kind.CREATED, 1, diffs(draft, names));
        return finish(connection, rights, draft, 1, known);
    }

    RecordData update(Caller caller, String typeName, long id, long version, Map<String, ?> patch) {
        Rights rights = questions.rights(caller);
        StoredType allowed = questions.allowed(caller, rights, Right.UPDATE, typeName);
        return database.write(connection -> {
            StoredType type = types.holdToChange(database, allowed, caller);
            StoredRow row = require(connection, caller, rights, type, id, false, Right.UPDATE);
            RecordDraft draft = new RecordDraft(type, caller, faults, currency, id, row);
            return guarded(draft, () -> update(connection, rights, draft, version, patch));
        });
    }

    private RecordData update(
            Connection connection, Rights rights, RecordDraft draft, long version, Map<String, ?> patch)
            throws SQLException {
        StoredType type = draft.storedType();
        draft.take(patch, rights.hidden(type, draft.stored().values()));
        if (draft.stored().version() != version) {
            throw conflicts.since(connection, draft.caller(), rights, type, draft.stored(), version, yours(draft));
        }
        Map<Reference, String> known = known(rights);
        settle(connection, rights, draft, known);
        // what hooks do with owner and team afterwards is theirs to answer for
        if (!draft.hasErrors() && !mayLeave(rights, Right.UPDATE, draft)) {
            throw faults.forbidden(draft.caller());
        }
        runHooks(connection, draft, known);
        Set<String> names = draft.changes();
        check(connection, draft, names);
        if (names.isEmpty()) {
            return result(connection, rights, draft, version, known);
        }
        stamp(draft, journal.now());
        draft.writing();
        Set<String> written = new LinkedHashSet<>(names);
        written.addAll(List.of(SystemFields.UPDATED_AT, SystemFields.UPDATED_BY));
        computed.calculate(type, draft.values());
        type.calculated().stream().map(StoredField::name).filter(draft::changed).forEach(written::add);
        computed.changing(connection, type, draft.id(), draft.stored().values(), draft.values());
        if (!rows.update(connection, type, draft.id(), version, draft.values(), written)) {
            throw overtaken(connection, rights, draft, version);
        }
        uniqueness.take(connection, draft, names);
        journal.write(
                connection, draft.caller(), type, draft.id(), Change.Kind.UPDATED, version + 1, diffs(draft, names));
        return finish(connection, rights, draft, version + 1, known);
    }

    void delete(Caller caller, String typeName, long id, long version) {
        Rights rights = questions.rights(caller);
        StoredType allowed = questions.allowed(caller, rights, Right.DELETE, typeName);
        database.write(connection -> {
            StoredType type = types.holdToChange(database, allowed, caller);
            StoredRow row = require(connection, caller, rights, type, id, false, Right.DELETE);
            RecordDraft draft = new RecordDraft(type, caller, faults, currency, id, row);
            return guarded(draft, () -> {
                if (row.version() != version) {
                    throw conflicts.since(connection, caller, rights, type, row, version, Map.of());
                }
                hooks.beforeDelete(draft);
                draft.refuseIfWrong();
                move(connection, rights, draft, Change.Kind.TRASHED);
                uniqueness.release(connection, type.name(), id);
                return null;
            });
        });
    }

    RecordData restore(Caller caller, String typeName, long id) {
        Rights rights = questions.rights(caller);
        StoredType allowed = questions.allowed(caller, rights, Right.DELETE, typeName);
        return database.write(connection -> {
            StoredType type = types.holdToChange(database, allowed, caller);
            StoredRow row = require(connection, caller, rights, type, id, true, Right.DELETE);
            RecordDraft draft = new RecordDraft(type, caller, faults, currency, id, row);
            return guarded(draft, () -> {
                Collection<String> names = row.values().keySet();
                uniqueness.check(connection, draft, names);
                draft.refuseIfWrong();
                move(connection, rights, draft, Change.Kind.RESTORED);
                uniqueness.take(connection, draft, names);
                return result(connection, rights, draft, row.version() + 1, known(rights));
            });
        });
    }

    /** Into the trash or out of it. */
    private void move(Connection connection, Rights rights, RecordDraft draft, Change.Kind kind) throws SQLException {
        StoredRow row = draft.stored();
        Instant now = journal.now();
        boolean leaving = kind == Change.Kind.TRASHED;
        Instant trashedAt = leaving ? now : null;
        stamp(draft, now);
        draft.writing();
        computed.changing(
                connection, draft.storedType(), row.id(), leaving ? row.values() : null, leaving ? null : row.values());
        if (!rows.trash(
                connection,
                draft.storedType(),
                row,
                trashedAt,
                now,
                draft.caller().userId())) {
            throw overtaken(connection, rights, draft, row.version());
        }
        journal.write(connection, draft.caller(), draft.storedType(), row.id(), kind, row.version() + 1, Map.of());
    }

    /** The row, where the caller may see it and has the right to it. */
    private StoredRow require(
            Connection connection, Caller caller, Rights rights, StoredType type, long id, boolean trashed, Right right)
            throws SQLException {
        StoredRow row = rows.find(connection, type, id, trashed);
        if (row == null || !rights.may(Right.READ, type, row.values())) {
            throw faults.noRecord(caller);
        }
        if (!may(caller, rights, right, type, row.values())) {
            throw faults.forbidden(caller);
        }
        return row;
    }

    /**
     * What comes through an import must be within the reach of both rights, where the import of the type is granted at all:
     * what an import makes of other types on the way needs only the right to make it.
     */
    private static boolean may(Caller caller, Rights rights, Right right, StoredType type, Map<String, Object> values) {
        boolean importing = IMPORT.equals(caller.through()) && rights.may(Right.IMPORT, type);
        return rights.may(right, type, values) && (!importing || rights.may(Right.IMPORT, type, values));
    }

    /**
     * Whether the caller may leave the record as it is in the draft: nobody moves one to where they may not reach, or gives away
     * one that is only shared with them.
     */
    private static boolean mayLeave(Rights rights, Right right, RecordDraft draft) {
        StoredType type = draft.storedType();
        boolean moved = draft.fromCaller().contains(SystemFields.TEAM) && draft.changed(SystemFields.TEAM);
        boolean given = !draft.isNew() && (draft.changed(SystemFields.OWNER) || draft.changed(SystemFields.TEAM));
        return (!given || rights.mayGive(right, type, draft.stored().values()))
                && (!isTaken(rights, draft)
                        || rights.mayByRole(right, type, draft.stored().values()))
                && may(draft.caller(), rights, right, type, draft.values())
                && (!moved || rights.mayPutInto(draft.get(SystemFields.TEAM), right, type))
                && rights.mayShare(right, type, draft.values());
    }

    /** Whether somebody from outside makes a record another company's: one that is only shared with them is not theirs to take. */
    private static boolean isTaken(Rights rights, RecordDraft draft) {
        return rights.isOutside()
                && !draft.isNew()
                && Links.toCompany(draft.storedType())
                        .filter(field -> draft.changed(field.name()))
                        .isPresent();
    }

    /** Looks up what is pointed to, and makes the team follow the owner. */
    private void settle(Connection connection, Rights rights, RecordDraft draft, Map<Reference, String> known)
            throws SQLException {
        references.resolve(connection, rights, draft, draft.fromCaller(), known);
        boolean teamGiven = draft.fromCaller().contains(SystemFields.TEAM);
        if (!teamGiven && draft.changed(SystemFields.OWNER)) {
            draft.put(SystemFields.TEAM, teamOf(draft));
        }
    }

    /** What somebody from outside makes belongs to their company where it can. */
    private static void fillInCompany(Rights rights, RecordDraft draft) {
        rights.company()
                .ifPresent(company -> Links.toAccount(draft.storedType())
                        .filter(field -> draft.get(field.name()) == null)
                        .ifPresent(field -> draft.put(field.name(), company)));
    }

    private void runHooks(Connection connection, RecordDraft draft, Map<Reference, String> known) throws SQLException {
        hooks.beforeSave(draft);
        // what hooks put in need only be there: their authors answer for it
        Set<String> byHooks = new LinkedHashSet<>(draft.changes());
        byHooks.removeAll(draft.fromCaller());
        byHooks.removeAll(Set.of(SystemFields.TEAM, SystemFields.OWNER));
        references.resolve(connection, gate.rights(Caller.system()), draft, byHooks, new HashMap<>(known));
    }

    private Object teamOf(RecordDraft draft) {
        return draft.get(SystemFields.OWNER) instanceof Reference owner ? bare(gate.teamOf(owner.id())) : null;
    }

    private void check(Connection connection, RecordDraft draft, Collection<String> names) throws SQLException {
        if (!draft.storedType().rules().isEmpty()) {
            // a rule may ask what follows from the values
            computed.calculate(draft.storedType(), draft.values());
        }
        validation.check(draft, names);
        uniqueness.check(connection, draft, names);
        draft.refuseIfWrong();
        // last, as what is new to a list is added to it
        openValues.settle(draft);
        draft.refuseIfWrong();
    }

    private static void stamp(RecordDraft draft, Instant now) {
        draft.put(SystemFields.UPDATED_AT, now);
        draft.put(SystemFields.UPDATED_BY, Labels.user(draft.caller().userId()));
    }

    private static Map<String, ChangeEntry.Diff> diffs(RecordDraft draft, Collection<String> names) {
        Map<String, Object> before = draft.isNew() ? Map.of() : draft.stored().values();
        return Journal.diffs(draft.storedType(), before, draft.values(), names);
    }

    private RecordData finish(
            Connection connection, Rights rights, RecordDraft draft, long version, Map<Reference, String> known)
            throws SQLException {
        if (hooks.afterSave(draft)) {
            StoredRow row = rows.find(connection, draft.storedType(), draft.id(), false);
            if (row != null && row.version() != version) {
                RecordDraft again =
                        new RecordDraft(draft.storedType(), draft.caller(), faults, currency, draft.id(), row);
                return result(connection, rights, again, row.version(), known);
            }
        }
        return result(connection, rights, draft, version, known);
    }

    /** The record as the caller may see it. */
    private RecordData result(
            Connection connection, Rights rights, RecordDraft draft, long version, Map<Reference, String> known)
            throws SQLException {
        StoredType type = draft.storedType();
        Map<String, Object> shown = new LinkedHashMap<>();
        if (rights.may(Right.READ, type)) {
            shown.putAll(draft.values());
            shown.keySet().removeAll(rights.hidden(type, draft.values()));
        }
        StoredRow row = new StoredRow(draft.id(), version, shown);
        labels.attach(connection, draft.caller(), rights, List.of(row), known);
        return RecordReader.data(type.name(), row);
    }

    /** Somebody saved between our reading and our writing. */
    private RuntimeException overtaken(Connection connection, Rights rights, RecordDraft draft, long version)
            throws SQLException {
        StoredRow now = rows.find(connection, draft.storedType(), draft.id(), false);
        return now == null
                ? faults.noRecord(draft.caller())
                : conflicts.since(connection, draft.caller(), rights, draft.storedType(), now, version, yours(draft));
    }

    private static Map<String, Object> yours(RecordDraft draft) {
        Map<String, Object> yours = new LinkedHashMap<>();
        draft.fromCaller().forEach(name -> yours.put(name, draft.get(name)));
        return yours;
    }

    /** Labels that need not be read: the caller's own. */
    private static Map<Reference, String> known(Rights rights) {
        Map<Reference, String> known = new HashMap<>();
        for (Reference reference : rights.own()) {
            known.put(bare(reference), reference.label());
        }
        return known;
    }

    private static Reference bare(Reference reference) {
        return reference == null ? null : Labels.bare(reference);
    }

    private static String cut(String through) {
        return through.length() <= LONGEST_SOURCE ? through : through.substring(0, LONGEST_SOURCE);
    }

    /** Once something is written, a failure undoes the transaction around it, whoever catches it. */
    private <T> T guarded(RecordDraft draft, Step<T> step) throws SQLException {
        boolean done = false;
        try {
            T result = step.run();
            done = true;
            return result;
        } catch (SQLException e) {
            if (DUPLICATE.equals(e.getSQLState())) {
                draft.error(null, "notUnique", "fault.value.duplicate");
                draft.refuseIfWrong();
            }
            throw e;
        } finally {
            if (!done && draft.isWritten()) {
                database.doom();
            }
        }
    }

    private interface Step<T> {
        T run() throws SQLException;
    }
}
