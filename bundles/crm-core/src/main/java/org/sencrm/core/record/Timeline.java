package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.TimelineEntry;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.type.TypeRegistry;

/** What happened around a record: its changes, and the activities that point to it, newest first. */
final class Timeline {

    private static final String ACTIVITIES = "activities";
    private static final String DONE_AT = "doneAt";
    private static final String DUE_AT = "dueAt";
    private static final List<String> FIELDS = List.of("name", "kind", "note", DUE_AT, DONE_AT, SystemFields.OWNER);

    private final Database database;
    private final TypeRegistry types;
    private final Questions questions;
    private final Histories histories;
    private final Labels labels;

    Timeline(Database database, TypeRegistry types, Questions questions, Histories histories, Labels labels) {
        this.database = database;
        this.types = types;
        this.questions = questions;
        this.histories = histories;
        this.labels = labels;
    }

    /** @param before only what is older; null for the newest */
    List<TimelineEntry> of(Caller caller, String type, long id, int limit, Instant before) {
        Sql older = before == null ? new Sql() : Sql.of(" and CHANGED_AT<?", before);
        Stream<TimelineEntry> changes = histories.read(caller, type, id, limit, older).stream()
                .map(change -> new TimelineEntry(
                        change.at(),
                        change.kind().name().toLowerCase(Locale.ROOT),
                        null,
                        null,
                        false,
                        change.by(),
                        change.record(),
                        change));
        return Stream.concat(changes, activities(caller, type, id, limit, before).stream())
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .limit(limit)
                .toList();
    }

    private List<TimelineEntry> activities(Caller caller, String type, long id, int limit, Instant before) {
        Rights rights = questions.rights(caller);
        StoredType activities = types.stored(ACTIVITIES)
                .filter(known -> rights.may(Right.READ, known))
                .orElse(null);
        Sql pointing = activities == null ? new Sql() : pointing(rights, activities, type, id);
        if (pointing.isEmpty()) {
            return List.of();
        }
        Set<String> hidden = rights.hidden(activities);
        List<StoredField> fields = FIELDS.stream()
                .filter(name -> !hidden.contains(name))
                .map(activities::require)
                .toList();
        Selection selection = new Selection(activities, fields);
        String when = "coalesce(" + activities.require(DONE_AT).column().name() + ", "
                + activities.require(DUE_AT).column().name() + ", CREATED_AT)";
        Sql statement = Sql.of("select " + selection.columns() + ", " + when + " from " + activities.table())
                .add(" where DELETED_AT is null and ")
                .add(pointing);
        Questions.and(statement, rights.condition(Right.READ, activities));
        if (before != null) {
            statement.add(" and " + when + "<?", before);
        }
        statement.add(" order by " + selection.end() + " desc fetch first " + limit + " rows only");
        return database.read(connection -> entries(connection, caller, rights, statement, selection));
    }

    /** Activities that point to the record by any of their references that the caller may read. */
    private static Sql pointing(Rights rights, StoredType activities, String type, long id) {
        Sql condition = new Sql();
        for (StoredField field : activities.fields()) {
            boolean canPoint = !field.field().system()
                    && field.kind() == FieldKind.REFERENCE
                    && rights.sees(activities, field)
                    && (field.second() != null || type.equals(field.field().target()));
            if (canPoint) {
                condition
                        .add(condition.isEmpty() ? "(" : " or ")
                        .add("(" + field.column().name() + "=?", id);
                if (field.second() != null) {
                    condition.add(" and " + field.second().name() + "=?", type);
                }
                condition.add(")");
            }
        }
        return condition.isEmpty() ? condition : condition.add(")");
    }

    private List<TimelineEntry> entries(
            Connection connection, Caller caller, Rights rights, Sql statement, Selection selection)
            throws SQLException {
        List<Instant> times = new ArrayList<>();
        List<StoredRow> rows = statement.query(connection, row -> {
            times.add((Instant) ColumnType.TIMESTAMP.read(row, selection.end()));
            return selection.read(row);
        });
        labels.attach(connection, caller, rights, rows);
        List<TimelineEntry> entries = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            entries.add(entry(rows.get(i), times.get(i)));
        }
        return entries;
    }

    private static TimelineEntry entry(StoredRow row, Instant at) {
        String name = (String) row.values().get("name");
        boolean planned = row.values().get(DUE_AT) != null && row.values().get(DONE_AT) == null;
        return new TimelineEntry(
                at,
                (String) row.values().get("kind"),
                name,
                (String) row.values().get("note"),
                planned,
                (Reference) row.values().get(SystemFields.OWNER),
                new Reference(ACTIVITIES, row.id(), name),
                null);
    }
}
