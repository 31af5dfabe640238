package org.sencrm.core.field;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.field.RecordLayout;
import org.sencrm.api.field.RecordLayouts;
import org.sencrm.api.record.Records;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.store.StoreException;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.type.TypeRegistry;

/** Layouts in the database, read anew by every page that opens; a change of one counts as a change of the type's fields. */
@Component(service = RecordLayouts.class)
public final class StoredRecordLayouts implements RecordLayouts {

    private static final Comparator<org.sencrm.api.record.Reference> BY_NAME = Comparator.comparing(
                    (org.sencrm.api.record.Reference role) -> Objects.requireNonNullElse(role.label(), ""))
            .thenComparing(org.sencrm.api.record.Reference::id);

    private final Database database;
    private final TypeRegistry types;
    private final Access access;
    private final Records records;
    private final Faults faults;
    private final LayoutReading reading;
    private final LayoutTable table = new LayoutTable();
    private final LayoutJournal journal = new LayoutJournal();
    private final FieldTable fields = new FieldTable();

    @Activate
    public StoredRecordLayouts(
            @Reference Database database,
            @Reference TypeRegistry types,
            @Reference Access access,
            @Reference Records records,
            @Reference Messages messages) {
        this.database = database;
        this.types = types;
        this.access = access;
        this.records = records;
        this.faults = new Faults(messages);
        this.reading = new LayoutReading(faults, messages);
    }

    @Override
    public List<RecordLayout.Section> shown(Caller caller, String typeName) {
        StoredType type = types.stored(typeName)
                .filter(known -> caller.isSystem()
                        || access.may(caller, Right.READ, known.name())
                        || access.may(caller, Right.CREATE, known.name()))
                .orElseThrow(() -> faults.noType(caller));
        Map<Long, RecordLayout> layouts = new HashMap<>();
        list(type).forEach(layout -> layouts.put(layout.role(), layout));
        RecordLayout everybody = layouts.getOrDefault(RecordLayout.EVERYBODY, none(type, RecordLayout.EVERYBODY));
        return Arranged.shown(type, layouts.isEmpty() ? everybody : of(caller, layouts, everybody));
    }

    /** The order of the first role that has its own; left out is what is left out for each role. */
    private RecordLayout of(Caller caller, Map<Long, RecordLayout> layouts, RecordLayout everybody) {
        List<Long> roles = access.profile(caller).roles().stream()
                .sorted(BY_NAME)
                .map(org.sencrm.api.record.Reference::id)
                .toList();
        RecordLayout order = roles.stream()
                .map(layouts::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(everybody);
        Set<String> hidden = new HashSet<>(order.hidden());
        roles.forEach(
                role -> hidden.retainAll(layouts.getOrDefault(role, everybody).hidden()));
        return new RecordLayout(order.type(), order.role(), order.sections(), hidden, order.version());
    }

    @Override
    public List<RecordLayout> list(Caller caller, String typeName) {
        return list(administered(caller, typeName));
    }

    private List<RecordLayout> list(StoredType type) {
        return database.read(connection -> table.of(connection, type.name())).stream()
                .filter(stored -> !stored.removed())
                .map(LayoutTable.Stored::layout)
                .toList();
    }

    @Override
    public RecordLayout get(Caller caller, String typeName, long role) {
        return find(administered(caller, typeName), role)
                .orElseThrow(() -> faults.notFound(caller, "fault.layout.none"));
    }

    @Override
    public RecordLayout complete(Caller caller, String typeName, long role) {
        StoredType type = administered(caller, typeName);
        requireRole(caller, role);
        return Arranged.complete(type, find(type, role).orElseGet(() -> instead(type, role)));
    }

    private RecordLayout instead(StoredType type, long role) {
        return find(type, RecordLayout.EVERYBODY)
                .map(layout -> new RecordLayout(type.name(), role, layout.sections(), layout.hidden(), 0))
                .orElseGet(() -> none(type, role));
    }

    private Optional<RecordLayout> find(StoredType type, long role) {
        return list(type).stream().filter(layout -> layout.role() == role).findFirst();
    }

    private static RecordLayout none(StoredType type, long role) {
        return new RecordLayout(type.name(), role, List.of(), Set.of(), 0);
    }

    @Override
    public RecordLayout put(Caller caller, String typeName, long role, Long version, Map<String, ?> description) {
        StoredType type = administered(caller, typeName);
        requireRole(caller, role);
        return change(caller, type, role, connection -> {
            LayoutTable.Stored before = stored(connection, type, role);
            check(caller, before, version);
            RecordLayout old = before == null ? none(type, role) : before.layout();
            RecordLayout layout = reading.read(caller, type, old, description);
            LayoutTable.Stored now = new LayoutTable.Stored(before == null ? Ids.next() : before.id(), layout, false);
            if (before == null) {
                table.insert(connection, now);
            } else {
                table.update(connection, now);
            }
            journal.put(connection, caller, now, isThere(before) ? before : null);
            return layout;
        });
    }

    @Override
    public void remove(Caller caller, String typeName, long role, Long version) {
        StoredType type = administered(caller, typeName);
        change(caller, type, role, connection -> {
            LayoutTable.Stored before = stored(connection, type, role);
            if (!isThere(before)) {
                throw faults.notFound(caller, "fault.layout.none");
            }
            check(caller, before, version);
            RecordLayout gone = new RecordLayout(
                    type.name(), role, List.of(), Set.of(), before.layout().version() + 1);
            table.update(connection, new LayoutTable.Stored(before.id(), gone, true));
            journal.removed(connection, caller, before);
            return null;
        });
    }

    /** One change of a type at a time, which the other nodes follow. */
    private <T> T change(Caller caller, StoredType type, long role, Database.Task<T> task) {
        T result;
        try {
            result = database.write(connection -> {
                fields.count(connection, type.name());
                return task.run(connection);
            });
        } catch (StoreException e) {
            // two nodes that begin with a type at once: the other one was faster
            if (e.isDuplicate() || e.isDeadlock()) {
                throw conflict(
                        caller, find(type, role).map(RecordLayout::version).orElse(0L));
            }
            throw e;
        }
        types.refresh(type.name());
        return result;
    }

    private static boolean isThere(LayoutTable.Stored stored) {
        return stored != null && !stored.removed();
    }

    /** Null where there never was one; perhaps removed. */
    private LayoutTable.Stored stored(Connection connection, StoredType type, long role) throws SQLException {
        return table.of(connection, type.name()).stream()
                .filter(one -> one.layout().role() == role)
                .findFirst()
                .orElse(null);
    }

    private void check(Caller caller, LayoutTable.Stored before, Long version) {
        long stored = isThere(before) ? before.layout().version() : 0;
        if (version != null && version != stored) {
            throw conflict(caller, stored);
        }
    }

    private Conflict conflict(Caller caller, long stored) {
        return new Conflict(faults.text(caller, "fault.layout.conflict"), stored, List.of());
    }

    private void requireRole(Caller caller, long role) {
        if (role != RecordLayout.EVERYBODY) {
            records.get(caller, SystemFields.ROLES, role);
        }
    }

    private StoredType administered(Caller caller, String typeName) {
        if (!caller.isSystem() && !access.isAdministrator(caller)) {
            throw faults.forbidden(caller);
        }
        return types.stored(typeName).orElseThrow(() -> faults.noType(caller));
    }
}
