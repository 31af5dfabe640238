package org.sencrm.core.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.text.Messages;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.comment.CommentTable;
import org.sencrm.core.record.RecordService;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;

/** Reads records about a person with the eyes of the product, for the person. */
final class PersonReader {

    private static final Caller EYES = Caller.system();
    private static final int MOST_COMMENTS = 10_000;

    private final Database database;
    private final RecordService records;
    private final TypeRegistry types;
    private final Messages messages;
    private final Traces traces = new Traces();
    private final CommentTable comments = new CommentTable();

    PersonReader(Database database, RecordService records, TypeRegistry types, Messages messages) {
        this.database = database;
        this.records = records;
        this.types = types;
        this.messages = messages;
    }

    /** @param isPerson whether the record is the person, of which the past is told, too */
    Part read(Caller reader, Reference record, boolean isPerson) {
        StoredType type = types.stored(record.type()).orElseThrow();
        RecordData data = find(record);
        List<Value> values = new ArrayList<>();
        for (StoredField field : type.fields()) {
            Object value = data.get(field.name());
            if (value != null && !isAboutUs(field)) {
                String label = messages.field(reader.locale(), type.name(), field.name());
                values.add(new Value(field.name(), label, plain(field, value), text(reader, type, field, value)));
            }
        }
        return database.read(connection -> new Part(
                record,
                messages.one(reader.locale(), record.type()),
                data.text(type.label().name()),
                values,
                comments(connection, record),
                isPerson ? changes(connection, type, record) : List.of()));
    }

    /** Which colleague has the record or wrote it is nothing about the person. */
    private static boolean isAboutUs(StoredField field) {
        return field.field().system() && (field.isReference() || field.isId());
    }

    private RecordData find(Reference record) {
        Query one = Query.of(record.type())
                .where(Rsql.equal("id", record.id()))
                .reading(types.get(record.type()).fields().stream()
                        .map(field -> field.name())
                        .toArray(String[]::new));
        List<RecordData> living = records.list(EYES, one).items();
        return living.isEmpty() ? records.list(EYES, one.inTrash()).items().get(0) : living.get(0);
    }

    private static Object plain(StoredField field, Object value) {
        return value instanceof Reference reference
                ? named(reference)
                : value instanceof List<?> list && field.isReference()
                        ? list.stream().map(member -> named((Reference) member)).toList()
                        : field.values().plain(value);
    }

    private static Map<String, Object> named(Reference reference) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("type", reference.type());
        named.put("id", Long.toString(reference.id()));
        named.put("name", reference.label());
        return named;
    }

    private String text(Caller reader, StoredType type, StoredField field, Object value) {
        if (value instanceof Reference reference) {
            return Objects.requireNonNullElse(reference.label(), Long.toString(reference.id()));
        } else if (value instanceof Collection<?> several) {
            return several.stream()
                    .map(member -> text(reader, type, field, member))
                    .collect(Collectors.joining(", "));
        } else if (field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.CHOICES) {
            return types.choices(type.name(), field.name(), reader.locale()).stream()
                    .filter(choice -> choice.code().equals(value))
                    .findFirst()
                    .map(Choice::label)
                    .orElse(value.toString());
        }
        return value.toString();
    }

    private List<Map<String, Object>> comments(Connection connection, Reference record) throws SQLException {
        return comments.ofRecord(connection, record.type(), record.id(), new Sql(), MOST_COMMENTS).stream()
                .map(comment -> {
                    Map<String, Object> said = new LinkedHashMap<>();
                    said.put("at", comment.at().toString());
                    said.put("text", comment.content());
                    return said;
                })
                .toList();
    }

    private List<Map<String, Object>> changes(Connection connection, StoredType type, Reference record)
            throws SQLException {
        List<Map<String, Object>> changes = new ArrayList<>();
        for (ChangeEntry entry : traces.changes(connection, record)) {
            Map<String, Object> fields = new LinkedHashMap<>();
            entry.fields().forEach((name, diff) -> {
                if (type.field(name).filter(PersonReader::isAboutUs).isEmpty()) {
                    Map<String, Object> both = new LinkedHashMap<>();
                    both.put("from", diff.from());
                    both.put("to", diff.to());
                    fields.put(name, both);
                }
            });
            Map<String, Object> change = new LinkedHashMap<>();
            change.put("at", entry.at().toString());
            change.put("what", entry.kind().name().toLowerCase(Locale.ROOT));
            change.put("fields", fields);
            changes.add(change);
        }
        return changes;
    }

    /** Mails of the last weeks to the person; what they said is not kept. */
    List<Map<String, Object>> mails(Reach reach) {
        Words words = new Words();
        for (Reference person : reach.persons()) {
            StoredType type = types.stored(person.type()).orElseThrow();
            traces.collect(words, type, records.stored(person.type(), person.id()), List.of());
        }
        if (words.mailAddresses().isEmpty()) {
            return List.of();
        }
        Sql mails = Sql.of("select RECIPIENT, STATE, CREATED_AT from CORE_MAIL where lower(RECIPIENT) in ")
                .list(ColumnType.TEXT, words.mailAddresses())
                .add(" order by ID");
        return database.read(connection -> mails.query(connection, row -> {
            Map<String, Object> mail = new LinkedHashMap<>();
            mail.put("to", row.getString(1));
            mail.put("state", row.getString(2).toLowerCase(Locale.ROOT));
            mail.put("at", ColumnType.TIMESTAMP.read(row, 3).toString());
            return mail;
        }));
    }

    /** @param plain in the form that JSON has it in; text as people read it */
    record Value(String field, String label, Object plain, String text) {}

    /**
     * One record.
     *
     * @param kind name of its type
     * @param name null where it has none
     */
    record Part(
            Reference record,
            String kind,
            String name,
            List<Value> values,
            List<Map<String, Object>> comments,
            List<Map<String, Object>> changes) {

        Map<String, Object> json(List<Map<String, Object>> files) {
            Map<String, Object> fields = new LinkedHashMap<>();
            values.forEach(value -> fields.put(value.field(), value.plain()));
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("type", record.type());
            json.put("id", Long.toString(record.id()));
            json.put("values", fields);
            json.put("comments", comments);
            json.put("files", files);
            json.put("changes", changes);
            return json;
        }
    }
}
