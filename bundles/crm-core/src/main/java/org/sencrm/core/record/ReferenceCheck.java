package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sencrm.api.record.Reference;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;
import org.sencrm.core.value.ExternalReference;

/**
 * Finds out whether what a record is to point to is there: one statement for each type pointed to. What the caller names
 * must be visible for the caller.
 */
final class ReferenceCheck {

    private final TypeRegistry types;

    ReferenceCheck(TypeRegistry types) {
        this.types = types;
    }

    /**
     * Looks up external ids and checks the targets of these fields; leaves errors in the draft.
     *
     * @param known gets the labels that were read on the way
     */
    void resolve(
            Connection connection,
            Rights rights,
            RecordDraft draft,
            Collection<String> names,
            Map<Reference, String> known)
            throws SQLException {
        List<StoredField> fields = names.stream()
                .map(draft.storedType()::require)
                .filter(StoredField::isReference)
                .toList();
        for (StoredField field : fields) {
            draft.put(field.name(), withoutExternal(connection, rights, draft, field));
        }
        Map<String, Set<Long>> wanted = new HashMap<>();
        for (StoredField field : fields) {
            references(draft.values().get(field.name()))
                    .filter(reference -> !known.containsKey(Labels.bare(reference)))
                    .forEach(reference -> wanted.computeIfAbsent(reference.type(), type -> new HashSet<>())
                            .add(reference.id()));
        }
        Map<Reference, String> found = new HashMap<>(known);
        for (Map.Entry<String, Set<Long>> group : wanted.entrySet()) {
            if (types.stored(group.getKey()).isPresent()) {
                StoredType target = types.stored(group.getKey()).get();
                Sql gate = rights.conditionToPoint(draft.storedType(), target);
                find(connection, gate, rights.sees(target, target.label()), target, group.getValue(), found);
            }
        }
        for (StoredField field : fields) {
            if (!references(draft.values().get(field.name()))
                    .allMatch(reference -> found.containsKey(Labels.bare(reference)))) {
                draft.error(field.name(), "unknownReference", "fault.value.unknownReference");
            }
        }
        known.putAll(found);
    }

    private static void find(
            Connection connection,
            Sql gate,
            boolean named,
            StoredType type,
            Set<Long> ids,
            Map<Reference, String> found)
            throws SQLException {
        Sql question = Sql.of("select ID, " + type.label().column().name() + " from " + type.table())
                .add(" where DELETED_AT is null and ID in ")
                .list(ColumnType.LONG, ids);
        Questions.and(question, gate);
        question.query(connection, row -> {
            Reference reference = new Reference(type.name(), row.getLong(1), null);
            found.put(reference, named ? row.getString(2) : null);
            return reference;
        });
    }

    /** The field's value with every external id looked up; those that lead nowhere are left out. */
    private Object withoutExternal(Connection connection, Rights rights, RecordDraft draft, StoredField field)
            throws SQLException {
        Object value = draft.values().get(field.name());
        if (value instanceof ExternalReference external) {
            return lookUp(connection, rights, draft, field, external);
        }
        if (!(value instanceof List<?> members)) {
            return value;
        }
        List<Object> resolved = new ArrayList<>();
        for (Object member : members) {
            Object reference = member instanceof ExternalReference external
                    ? lookUp(connection, rights, draft, field, external)
                    : member;
            if (reference != null && !resolved.contains(reference)) {
                resolved.add(reference);
            }
        }
        return resolved.isEmpty() ? null : List.copyOf(resolved);
    }

    private Reference lookUp(
            Connection connection, Rights rights, RecordDraft draft, StoredField field, ExternalReference external)
            throws SQLException {
        StoredType target = types.stored(external.type())
                .filter(rights::mayMeanByExternalId)
                .orElse(null);
        List<Long> ids = target == null
                ? List.of()
                : ids(connection, rights.conditionToPoint(draft.storedType(), target), target, external.externalId());
        if (ids.size() == 1) {
            return new Reference(external.type(), ids.get(0), null);
        }
        if (ids.isEmpty()) {
            draft.error(field.name(), "unknownReference", "fault.value.unknownReference");
        } else {
            draft.error(field.name(), "ambiguousReference", "fault.value.ambiguousReference");
        }
        return null;
    }

    private static List<Long> ids(Connection connection, Sql gate, StoredType type, String externalId)
            throws SQLException {
        Sql question =
                Sql.of("select ID from " + type.table() + " where EXTERNAL_ID=? and DELETED_AT is null", externalId);
        Questions.and(question, gate);
        return question.add(" fetch first 2 rows only").query(connection, row -> row.getLong(1));
    }

    static Stream<Reference> references(Object value) {
        if (value instanceof Reference reference) {
            return Stream.of(reference);
        }
        return value instanceof List<?> members
                ? members.stream().filter(Reference.class::isInstance).map(Reference.class::cast)
                : Stream.empty();
    }
}
