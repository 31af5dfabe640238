package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.TimelineEntry;
import org.sencrm.api.record.TimelineQuery;
import org.sencrm.api.talk.Comments;
import org.sencrm.core.comment.CommentRow;
import org.sencrm.core.comment.CommentTable;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.type.TypeRegistry;

/** What happened around a record: its changes, the activities that point to it, what was said about it; newest first. */
final class Timeline {

    private static final String ACTIVITIES = "activities";
    private static final String DONE_AT = "doneAt";
    private static final String DUE_AT = "dueAt";
    private static final String KIND = "kind";
    private static final List<String> FIELDS = List.of("name", KIND, "note", DUE_AT, DONE_AT, SystemFields.OWNER);

    private final Database database;
    private final TypeRegistry types;
    private final Questions questions;
    private final Histories histories;
    private final Labels labels;
    private final CommentTable comments = new CommentTable();

    Timeline(Database database, TypeRegistry types, Questions questions, Histories histories, Labels labels) {
        this.database = database;
        this.types = types;
        this.questions = questions;
        this.histories = histories;
        this.labels = labels;
    }

    List<TimelineEntry> of(Caller caller, String type, long id, TimelineQuery query) {
        // also where no change is asked for this tells whether the record may be read
        Stream<TimelineEntry> changes = changes(caller, type, id, query).stream();
        Stream<TimelineEntry> others =
                Stream.concat(activities(caller, type, id, query).stream(), comments(caller, type, id, query).stream());
        return Stream.concat(changes, others)
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .limit(query.limit())
                .toList();
    }

    private List<TimelineEntry> changes(Caller caller, String type, long id, TimelineQuery query) {
        Sql narrowed = query.before() == null ? new Sql() : Sql.of(" and CHANGED_AT<?", query.before());
        if (query.by() != 0) {
            narrowed.add(" and CHANGED_BY=?", query.by());
        }
        List<String> kinds = Arrays.stream(Change.Kind.values())
                .filter(kind -> query.wants(word(kind)))
                .map(Enum::name)
                .toList();
        if (kinds.isEmpty()) {
            narrowed.add(" and 1=0");
        } else if (!query.kinds().isEmpty()) {
            narrowed.add(" and KIND in ").list(ColumnType.TEXT, kinds);
        }
        return histories.read(caller, type, id, query.limit(), narrowed).stream()
                .map(change -> new TimelineEntry(
                        change.at(), word(change.kind()), null, null, false, change.by(), change.record(), change))
                .toList();
    }

    private static String word(Change.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** What was said about the record, which whoever reads the record may read. */
    private List<TimelineEntry> comments(Caller caller, String type, long id, TimelineQuery query) {
        if (!query.wants(Comments.KIND)) {
            return List.of();
        }
        Sql narrowed = query.before() == null ? new Sql() : Sql.of(" and WRITTEN_AT<?", query.before());
        if (query.by() != 0) {
            narrowed.add(" and WRITTEN_BY=?", query.by());
        }
        return database.read(connection -> {
            List<CommentRow> rows = comments.ofRecord(connection, type, id, narrowed, query.limit());
            Set<Reference> people =
                    rows.stream().map(row -> Labels.user(row.by())).collect(Collectors.toSet());
            Map<Reference, String> names = labels.find(connection, caller, questions.rights(caller), people);
            return rows.stream()
                    .map(row -> new TimelineEntry(
                            row.at(),
                            Comments.KIND,
                            null,
                            row.content(),
                            false,
                            (Reference) Labels.labelled(Labels.user(row.by()), names),
                            Reference.to(Comments.TYPE, row.id()),
                            null))
                    .toList();
        });
    }

    private List<TimelineEntry> activities(Caller caller, String type, long id, TimelineQuery query) {
        Rights rights = questions.rights(caller);
        StoredType activities = types.stored(ACTIVITIES)
                .filter(known -> rights.may(Right.READ, known))
                .orElse(null);
        Sql pointing = activities == null ? new Sql() : pointing(rights, activities, type, id);
        if (pointing.isEmpty() || !narrow(pointing, rights, activities, query)) {
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
        if (query.before() != null) {
            statement.add(" and " + when + "<?", query.before());
        }
        statement.add(" order by " + selection.end() + " desc fetch first " + query.limit() + " rows only");
        return database.read(connection -> entries(connection, caller, rights, statement, selection));
    }

    /**
     * Adds kinds and person to the condition.
     *
     * @return false where nothing can fit: a field that the caller may not read tells nothing by a filter either
     */
    private static boolean narrow(Sql condition, Rights rights, StoredType activities, TimelineQuery query) {
        StoredField kind = activities.require(KIND);
        if (!query.kinds().isEmpty()) {
            if (!rights.sees(activities, kind)) {
                return false;
            }
            condition.add(" and " + kind.column().name() + " in ").list(ColumnType.TEXT, query.kinds());
        }
        if (query.by() != 0) {
            StoredField owner = activities.require(SystemFields.OWNER);
            if (!rights.sees(activities, owner)) {
                return false;
            }
            condition.add(" and " + owner.column().name() + "=?", query.by());
        }
        return true;
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
                (String) row.values().get(KIND),
                name,
                (String) row.values().get("note"),
                planned,
                (Reference) row.values().get(SystemFields.OWNER),
                new Reference(ACTIVITIES, row.id(), name),
                null);
    }
}
