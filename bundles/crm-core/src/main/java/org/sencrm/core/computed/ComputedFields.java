package org.sencrm.core.computed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.filter.FilterWriter;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Dialect;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.SystemFields;
import org.sencrm.core.type.TypeRegistry;
import org.sencrm.core.value.Refusal;
import org.sencrm.core.value.Shape;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps computed fields up to date in the transaction of the change that they follow from. A formula is calculated with the
 * record; a roll-up is read anew at the end of the transaction, once for each record that something points to, behind a
 * lock on that record, so that two who change what points to it never overlook each other. Thread safe.
 */
@Component(service = ComputedFields.class)
public final class ComputedFields {

    private static final Logger LOG = LoggerFactory.getLogger(ComputedFields.class);

    /** No honest transaction comes near; a circle that two administrators closed at the same time ends here. */
    private static final int MOST_BATCHES = 2_000;

    private final Database database;
    private final TypeRegistry types;
    private final Supplier<String> currency;
    private final FilterWriter filters;
    private final Gate gate;
    private final Totals totals;
    private final ComputedRows rows;
    private final ThreadLocal<Touched> touched = new ThreadLocal<>();

    @Activate
    public ComputedFields(
            @Reference Database database,
            @Reference TypeRegistry types,
            @Reference Gate gate,
            @Reference Messages messages,
            @Reference Settings settings) {
        this.database = database;
        this.types = types;
        this.currency = settings::currency;
        this.gate = gate;
        this.filters = new FilterWriter(types, new Faults(messages), database, Clock.systemUTC());
        this.totals = new Totals(gate, filters, currency);
        this.rows = new ComputedRows(database.dialect());
    }

    /** Puts into the values of a record all that follows from them; gives the names of what differs now. */
    public Set<String> calculate(StoredType type, Map<String, Object> values) {
        Set<String> changed = new LinkedHashSet<>();
        for (StoredField field : type.calculated()) {
            Object value = fit(field, field.formula().calculate(values, currency));
            if (!Objects.equals(values.put(field.name(), value), value)) {
                changed.add(field.name());
            }
        }
        return changed;
    }

    /**
     * Names of the fields that a filter of a roll-up asks, along references too.
     *
     * @throws org.sencrm.api.fault.InvalidRequest where it makes no sense, in the caller's language
     */
    public Set<String> asked(Caller caller, StoredType from, String filter) {
        filters.write(caller, gate.rights(Caller.system()), from, filter);
        return filters.names(caller, filter);
    }

    /** Whether a filter may find others although nothing was changed, so that no roll-up can follow it. */
    public boolean moves(Caller caller, String filter) {
        return filters.moves(caller, filter);
    }

    /** Puts into the values of a new record what roll-ups come to while nothing points to it. */
    public void begin(StoredType type, Map<String, Object> values) {
        for (StoredField total : type.rollUps()) {
            Pointing.of(types, type, total).ifPresent(pointing -> values.put(total.name(), totals.nothing(pointing)));
        }
    }

    /** Whether all that a roll-up needs is there. */
    public boolean isWhole(StoredType type, StoredField total) {
        return Pointing.of(types, type, total).isPresent();
    }

    private Object fit(StoredField field, Object value) {
        try {
            return field.values().accept(value, new Shape(field.field(), field.column(), currency));
        } catch (Refusal e) {
            // a result that the column cannot hold is none
            return null;
        }
    }

    /**
     * To be told before the row of a living record is changed.
     *
     * @param before values of all fields; null for a record that was not among the living
     * @param after null for one that will not be
     */
    public void changing(
            Connection connection, StoredType type, long id, Map<String, Object> before, Map<String, Object> after)
            throws SQLException {
        follow(connection, type, before, after);
        if (type.hasUncalculated()) {
            fallBehind(connection, type);
        }
        boolean stays = before != null && after != null;
        if (stays && followsRollUps(type) || !stays && followsAuthor(type)) {
            // a total may have changed since the record was read: nobody's version tells
            touch(type.name(), List.of(id), null);
        }
    }

    private void follow(Connection connection, StoredType type, Map<String, Object> before, Map<String, Object> after)
            throws SQLException {
        for (StoredType to : types.stored()) {
            for (StoredField total : to.rollUps()) {
                if (total.rollUp().type().equals(type.name())) {
                    follow(connection, to, total, before, after);
                }
            }
        }
    }

    private void follow(
            Connection connection,
            StoredType to,
            StoredField total,
            Map<String, Object> before,
            Map<String, Object> after)
            throws SQLException {
        Pointing pointing = Pointing.of(types, to, total).orElse(null);
        if (pointing == null) {
            fallBehind(connection, total);
            return;
        }
        Set<Long> ids = pointing.touched(before, after);
        if (ids.isEmpty()) {
            return;
        }
        // before any lock in the database, behind which a change of the table would wait for us
        types.hold(database, to);
        if (database.dialect() == Dialect.DERBY) {
            // there, reading a total waits for all who have changed a part of it: so they come one after the other
            rows.lock(connection, to, ids);
        }
        touch(to.name(), ids, total.name());
    }

    private static boolean followsRollUps(StoredType type) {
        return !type.rollUps().isEmpty() && !type.calculated().isEmpty();
    }

    /** Who goes to the trash or comes out of it has another author and time. */
    private static boolean followsAuthor(StoredType type) {
        return type.calculated().stream()
                .anyMatch(field -> field.formula().sources().contains(SystemFields.UPDATED_AT)
                        || field.formula().sources().contains(SystemFields.UPDATED_BY));
    }

    private static void fallBehind(Connection connection, StoredType type) throws SQLException {
        for (StoredField field : type.fields()) {
            if (field.formula() != null && !type.calculated().contains(field)) {
                fallBehind(connection, field);
            }
        }
    }

    /** What changed while a part of the field was away is calculated once it is there again. */
    private static void fallBehind(Connection connection, StoredField field) throws SQLException {
        Sql.of(
                        "update CORE_FIELD set BEHIND=0 where BEHIND is null and ID=?",
                        field.added().id())
                .execute(connection);
    }

    private void touch(String type, Collection<Long> ids, String rollUp) {
        Touched present = touched.get();
        if (present == null) {
            present = new Touched();
            touched.set(present);
            database.atEnd(touched::remove);
            database.beforeCommit(this::settle);
        }
        present.add(type, ids, rollUp);
    }

    private void settle() {
        Touched present = touched.get();
        if (present == null) {
            return;
        }
        database.write(connection -> {
            for (int batches = 0; !present.isEmpty(); batches++) {
                if (batches == MOST_BATCHES) {
                    LOG.error("Computed fields follow from each other in a circle; some of them are out of date");
                    break;
                }
                settle(connection, present.take());
            }
            return null;
        });
        touched.remove();
    }

    private void settle(Connection connection, Touched.Batch batch) throws SQLException {
        StoredType known = types.stored(batch.type()).orElse(null);
        if (known != null) {
            StoredType type = types.hold(database, known);
            recompute(
                    connection,
                    type,
                    batch.ids(),
                    type.rollUps().stream()
                            .filter(total -> batch.rollUps().contains(total.name()))
                            .toList());
        }
    }

    /** Computes the fields of these records, given in the order of their ids, anew; of the roll-ups only these. */
    public void recompute(Connection connection, StoredType type, Collection<Long> ids, Collection<StoredField> rollUps)
            throws SQLException {
        rows.lock(connection, type, ids);
        Map<StoredField, Map<Long, Object>> read = new HashMap<>();
        Map<StoredField, Object> nothing = new HashMap<>();
        for (StoredField total : rollUps) {
            Pointing pointing = Pointing.of(types, type, total).orElse(null);
            if (pointing != null) {
                read.put(total, totals.read(connection, pointing, ids));
                nothing.put(total, totals.nothing(pointing));
            }
        }
        for (ComputedRows.Row row : rows.read(connection, type, ids, needed(type))) {
            Map<String, Object> before = new HashMap<>(row.values());
            read.forEach((total, values) ->
                    row.values().put(total.name(), fit(total, values.getOrDefault(row.id(), nothing.get(total)))));
            calculate(type, row.values());
            write(connection, type, row, before);
        }
    }

    private void write(Connection connection, StoredType type, ComputedRows.Row row, Map<String, Object> before)
            throws SQLException {
        List<StoredField> changed = type.fields().stream()
                .filter(StoredField::isComputed)
                .filter(field ->
                        !Objects.equals(before.get(field.name()), row.values().get(field.name())))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        rows.write(connection, type, row.id(), changed, row.values());
        if (row.living()) {
            follow(connection, type, before, row.values());
        }
    }

    /** Computed fields, what they follow from, and what others follow from. */
    private List<StoredField> needed(StoredType type) {
        Set<String> names = new LinkedHashSet<>();
        type.calculated().forEach(field -> names.addAll(field.formula().sources()));
        type.fields().stream().filter(StoredField::isComputed).forEach(field -> names.add(field.name()));
        for (StoredType to : types.stored()) {
            to.rollUps().stream()
                    .map(StoredField::rollUp)
                    .filter(rollUp -> rollUp.type().equals(type.name()))
                    .forEach(rollUp -> names.add(rollUp.by()));
        }
        List<StoredField> needed = new ArrayList<>();
        names.forEach(name -> type.field(name).ifPresent(needed::add));
        return needed;
    }
}
