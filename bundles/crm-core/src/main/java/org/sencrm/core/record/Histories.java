package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.file.Files;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.Reference;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.change.ChangeLog;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.share.ShareStory;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;

/** Shows the change log of a record, limited to the fields that the caller may read. */
final class Histories {

    private static final int MOST = 500;

    private final Database database;
    private final Questions questions;
    private final RecordReader reader;
    private final ChangeLog log;
    private final Labels labels;
    private final Faults faults;

    Histories(
            Database database, Questions questions, RecordReader reader, ChangeLog log, Labels labels, Faults faults) {
        this.database = database;
        this.questions = questions;
        this.reader = reader;
        this.log = log;
        this.labels = labels;
        this.faults = faults;
    }

    /** @param before only changes with a smaller id; 0 for the newest */
    List<Change> of(Caller caller, String typeName, long id, int limit, long before) {
        return read(caller, typeName, id, limit, Sql.of(" and ID<?", before > 0 ? before : Long.MAX_VALUE));
    }

    /** Newest first; a change of which the caller may read nothing is left out. */
    List<Change> read(Caller caller, String typeName, long id, int limit, Sql more) {
        if (limit < 1 || limit > MOST) {
            throw faults.badRequest(caller, "fault.limit", MOST);
        }
        Rights rights = questions.rights(caller);
        StoredType type = questions.readable(caller, rights, typeName);
        reader.requireVisible(caller, rights, type, id);
        return database.read(connection -> {
            List<Change> shown = new ArrayList<>();
            Sql condition = more;
            boolean end = false;
            while (shown.size() < limit && !end) {
                List<ChangeEntry> entries = log.ofRecord(connection, type.name(), id, condition, limit);
                end = entries.size() < limit;
                shown.addAll(visible(connection, caller, rights, type, entries));
                if (!entries.isEmpty()) {
                    condition = new Sql()
                            .add(more)
                            .add(" and ID<?", entries.get(entries.size() - 1).id());
                }
            }
            return shown.size() > limit ? List.copyOf(shown.subList(0, limit)) : shown;
        });
    }

    private List<Change> visible(
            Connection connection, Caller caller, Rights rights, StoredType type, List<ChangeEntry> entries)
            throws SQLException {
        Set<String> hidden = rights.hidden(type);
        Map<Long, List<Change.FieldChange>> fields = new HashMap<>();
        Set<Reference> wanted = new HashSet<>();
        for (ChangeEntry entry : entries) {
            List<Change.FieldChange> changes = fields(rights, type, entry, hidden);
            fields.put(entry.id(), changes);
            wanted.add(Labels.user(entry.by()));
            wanted.add(new Reference(type.name(), entry.recordId(), null));
            changes.forEach(change -> {
                ReferenceCheck.references(change.from()).forEach(wanted::add);
                ReferenceCheck.references(change.to()).forEach(wanted::add);
            });
        }
        Map<Reference, String> found = labels.find(connection, caller, rights, wanted);
        return entries.stream()
                .filter(entry -> entry.kind() != Change.Kind.UPDATED
                        || !fields.get(entry.id()).isEmpty())
                .map(entry -> change(entry, fields.get(entry.id()), found))
                .toList();
    }

    /**
     * A field that the type has no more is left out: nobody can say who may read it. Files, and with whom the
     * record is shared, are read by whoever reads the record; the latter not by those from outside.
     */
    private static List<Change.FieldChange> fields(
            Rights rights, StoredType type, ChangeEntry entry, Set<String> hidden) {
        List<Change.FieldChange> changes = new ArrayList<>();
        entry.fields().forEach((name, diff) -> {
            if (Files.HISTORY.equals(name)) {
                changes.add(new Change.FieldChange(name, diff.from(), diff.to()));
            } else if (ShareStory.tells(name) && !rights.isOutside()) {
                changes.add(new Change.FieldChange(name, ShareStory.with(diff.from()), ShareStory.with(diff.to())));
            }
            StoredField field = type.field(name)
                    .filter(known -> known.isMeantBy(entry.id()))
                    .orElse(null);
            if (field != null && !hidden.contains(name)) {
                changes.add(new Change.FieldChange(
                        name,
                        field.values().revive(diff.from(), field.shape()),
                        field.values().revive(diff.to(), field.shape())));
            }
        });
        return changes;
    }

    private static Change change(ChangeEntry entry, List<Change.FieldChange> fields, Map<Reference, String> labels) {
        Reference record = new Reference(entry.type(), entry.recordId(), null);
        return new Change(
                entry.id(),
                entry.at(),
                (Reference) Labels.labelled(Labels.user(entry.by()), labels),
                entry.through(),
                entry.job(),
                (Reference) Labels.labelled(record, labels),
                entry.kind(),
                entry.version(),
                fields.stream()
                        .map(field -> new Change.FieldChange(
                                field.field(),
                                Labels.labelled(field.from(), labels),
                                Labels.labelled(field.to(), labels)))
                        .toList());
    }
}
