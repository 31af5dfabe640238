package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Reference;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.type.TypeRegistry;

/**
 * Gives references their labels: one statement for each type that is pointed to, behind the gate of that type. What is in
 * the trash keeps its name; what is gone, may not be seen, or belongs to a module that is away has none.
 */
public final class Labels {

    private static final int CHUNK = 512;

    private final TypeRegistry types;
    private final Faults faults;

    public Labels(TypeRegistry types, Faults faults) {
        this.types = types;
        this.faults = faults;
    }

    /** Puts the labels into the rows. */
    void attach(Connection connection, Caller caller, Rights rights, Collection<StoredRow> rows) throws SQLException {
        attach(connection, caller, rights, rows, Map.of());
    }

    /** @param known labels that need not be looked up, by the reference without its label */
    void attach(
            Connection connection,
            Caller caller,
            Rights rights,
            Collection<StoredRow> rows,
            Map<Reference, String> known)
            throws SQLException {
        Set<Reference> wanted = new HashSet<>();
        rows.forEach(row -> row.values().values().forEach(value -> collect(value, wanted)));
        Map<Reference, String> labels = new HashMap<>(known);
        wanted.removeAll(known.keySet());
        labels.putAll(find(connection, caller, rights, wanted));
        rows.forEach(row -> row.values().replaceAll((name, value) -> labelled(value, labels)));
    }

    /** The labels of these references, by the reference without its label; those that have none are left out. */
    public Map<Reference, String> find(
            Connection connection, Caller caller, Rights rights, Collection<Reference> references) throws SQLException {
        Map<Reference, String> labels = new HashMap<>();
        Map<String, List<Long>> byType = new HashMap<>();
        for (Reference reference : references) {
            if (reference.id() == Caller.SYSTEM_ID) {
                labels.put(bare(reference), faults.text(caller, "record.system"));
            } else {
                byType.computeIfAbsent(reference.type(), type -> new ArrayList<>())
                        .add(reference.id());
            }
        }
        for (Map.Entry<String, List<Long>> group : byType.entrySet()) {
            Optional<StoredType> type = types.stored(group.getKey());
            if (type.isPresent() && shows(rights, type.get())) {
                List<Long> ids = group.getValue();
                for (int from = 0; from < ids.size(); from += CHUNK) {
                    read(connection, rights, type.get(), ids.subList(from, Math.min(ids.size(), from + CHUNK)), labels);
                }
            }
        }
        return labels;
    }

    private static boolean shows(Rights rights, StoredType type) {
        return rights.may(Right.READ, type) && rights.sees(type, type.label());
    }

    private static void read(
            Connection connection, Rights rights, StoredType type, List<Long> ids, Map<Reference, String> labels)
            throws SQLException {
        Sql question = Sql.of("select ID, " + type.label().column().name() + " from " + type.table() + " where ID in ")
                .list(ColumnType.LONG, ids);
        Sql gate = rights.conditionToName(type);
        if (!gate.isEmpty()) {
            question.add(" and ").add(gate);
        }
        question.query(
                connection, row -> labels.put(new Reference(type.name(), row.getLong(1), null), row.getString(2)));
    }

    private static void collect(Object value, Set<Reference> wanted) {
        if (value instanceof Reference reference) {
            wanted.add(bare(reference));
        } else if (value instanceof List<?> members) {
            members.forEach(member -> collect(member, wanted));
        }
    }

    /** The value with labels in its references. */
    static Object labelled(Object value, Map<Reference, String> labels) {
        if (value instanceof Reference reference) {
            return named(reference, labels);
        } else if (value instanceof List<?> members && !members.isEmpty() && members.get(0) instanceof Reference) {
            return members.stream()
                    .map(member -> named((Reference) member, labels))
                    .toList();
        }
        return value;
    }

    /** The reference with its label among these, which {@link #find} found. */
    public static Reference named(Reference reference, Map<Reference, String> labels) {
        return new Reference(reference.type(), reference.id(), labels.get(bare(reference)));
    }

    static Reference bare(Reference reference) {
        return reference.label() == null ? reference : new Reference(reference.type(), reference.id(), null);
    }

    public static Reference user(long id) {
        return new Reference(SystemFields.USERS, id, null);
    }
}
