package org.sencrm.core.field;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.field.CustomField;
import org.sencrm.api.field.CustomFields;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.computed.ComputedFields;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Links;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Custom fields in the registry of the database. */
@Component(service = CustomFields.class)
public final class StoredCustomFields implements CustomFields {

    private static final Logger LOG = LoggerFactory.getLogger(StoredCustomFields.class);

    /** With two columns each they stay below the number of columns that a table may have on every database. */
    static final int MOST_FIELDS = 400;

    private final Database database;
    private final TypeRegistry types;
    private final Access access;
    private final FieldUpkeep upkeep;
    private final Faults faults;
    private final ComputedFields computed;
    private final FieldRules rules;
    private final FieldTable table = new FieldTable();
    private final RuleTable ruleTable = new RuleTable();
    private final TakenValues taken = new TakenValues();
    private final Columns columns;
    private final TableChange change;
    private final PointerIndex pointers;
    private final OptionUse options = new OptionUse();

    @Activate
    public StoredCustomFields(
            @Reference Database database,
            @Reference TypeRegistry types,
            @Reference Access access,
            @Reference FieldUpkeep upkeep,
            @Reference ComputedFields computed,
            @Reference Messages messages,
            @Reference Settings settings) {
        this(database, types, access, upkeep, computed, messages, settings, Clock.systemUTC());
    }

    public StoredCustomFields(
            Database database,
            TypeRegistry types,
            Access access,
            FieldUpkeep upkeep,
            ComputedFields computed,
            Messages messages,
            Settings settings,
            Clock clock) {
        this.database = database;
        this.types = types;
        this.access = access;
        this.upkeep = upkeep;
        this.faults = new Faults(messages);
        this.computed = computed;
        this.rules = new FieldRules(
                types::stored, messages, faults, new Computations(types::stored, computed), settings::currency);
        this.columns = new Columns(table, clock);
        this.change = new TableChange(database, types, faults);
        this.pointers = new PointerIndex(database, change);
    }

    @Override
    public List<CustomField> list(Caller caller, String typeName) {
        StoredType type = administered(caller, typeName);
        return database.read(connection -> table.of(connection, type.name())).stream()
                .filter(Definition::isCustom)
                .map(Definition::field)
                .toList();
    }

    @Override
    public CustomField get(Caller caller, String typeName, String name) {
        StoredType type = administered(caller, typeName);
        return database.read(connection -> find(connection, caller, type, name)).field();
    }

    @Override
    public CustomField create(Caller caller, String typeName, Map<String, ?> description) {
        StoredType type = administered(caller, typeName);
        if (type.declared().group().isEmpty()) {
            throw faults.badRequest(caller, "fault.field.type");
        }
        CustomField wanted = rules.create(caller, type, description);
        provideIndex(caller, wanted);
        change.run(caller, type, connection -> {
            table.count(connection, type.name());
            checkRoom(connection, caller, type, wanted);
            checkCircle(connection, caller, wanted);
            Definition made = columns.give(connection, type, new Definition(Ids.next(), wanted, null, null, null));
            table.insert(connection, made);
            if (wanted.isComputed()) {
                table.fallBehind(connection, made.id());
            }
            return null;
        });
        types.refresh(type.name());
        provideIndexToCompany(caller, type.name(), wanted.name());
        if (wanted.isComputed()) {
            upkeep.wake();
        }
        LOG.info("{} has the custom field {} now", type, wanted.name());
        return wanted;
    }

    private void provideIndex(Caller caller, CustomField field) {
        if (field.rollUp() != null) {
            StoredType from = types.stored(field.rollUp().type()).orElseThrow(() -> faults.noType(caller));
            pointers.provide(caller, from, from.require(field.rollUp().by()));
        }
    }

    /** Partners and customers find the records of their company along the field that says to which one they belong. */
    private void provideIndexToCompany(Caller caller, String typeName, String field) {
        types.stored(typeName)
                .ifPresent(type -> Links.toCompany(type)
                        .filter(link -> link.name().equals(field))
                        .ifPresent(link -> pointers.provide(caller, type, link)));
    }

    private void checkCircle(Connection connection, Caller caller, CustomField wanted) throws SQLException {
        if (wanted.isComputed()) {
            dependencies(connection).requireNoCircle(caller, faults, wanted);
        }
    }

    private Dependencies dependencies(Connection connection) throws SQLException {
        return new Dependencies(table.computed(connection));
    }

    private void checkRoom(Connection connection, Caller caller, StoredType type, CustomField wanted)
            throws SQLException {
        List<Definition> there = table.of(connection, type.name());
        for (Definition other : there) {
            if (other.field().name().equalsIgnoreCase(wanted.name())) {
                throw other.isCustom()
                        ? refusal(caller, "name", "notUnique", "fault.field.nameTaken")
                        : refusal(caller, "name", "notUnique", "fault.field.nameOfModule", other.module());
            }
        }
        if (there.size() >= MOST_FIELDS) {
            throw refusal(caller, "name", "outOfRange", "fault.field.tooMany", MOST_FIELDS);
        }
    }

    @Override
    public CustomField update(Caller caller, String typeName, String name, Long version, Map<String, ?> patch) {
        StoredType type = administered(caller, typeName);
        CustomField changed = change.run(caller, type, connection -> {
            table.count(connection, type.name());
            Definition stored = require(connection, caller, type, name, version);
            CustomField described = rules.update(caller, type, stored.field(), patch);
            CustomField wanted = described.offering(options.settle(connection, type, stored, described.options()));
            checkCircle(connection, caller, wanted);
            Definition now = stored.with(wanted);
            table.update(connection, now);
            if (followsOtherwise(stored.field(), wanted)) {
                table.fallBehind(connection, stored.id());
            }
            if (wanted.unique() && !stored.field().unique()) {
                makeUnique(connection, caller, type, now);
            } else if (!wanted.unique() && stored.field().unique()) {
                release(connection, type, stored);
            }
            return wanted;
        });
        types.refresh(type.name());
        if (changed.isComputed()) {
            provideIndex(caller, changed);
            upkeep.wake();
        }
        return changed;
    }

    private static boolean followsOtherwise(CustomField before, CustomField now) {
        return !Objects.equals(before.expression(), now.expression()) || !Objects.equals(before.rollUp(), now.rollUp());
    }

    private void makeUnique(Connection connection, Caller caller, StoredType type, Definition field)
            throws SQLException {
        List<String> doubles = taken.take(connection, type, field.stored());
        if (!doubles.isEmpty()) {
            throw refusal(caller, "unique", "notUnique", "fault.field.doubles", doubles.get(0), doubles.get(1));
        }
    }

    /** The taken values of a field that its module declares are not ours. */
    private void release(Connection connection, StoredType type, Definition field) throws SQLException {
        String name = field.field().name();
        if (type.field(name).filter(shown -> shown.added() != null).isPresent()) {
            taken.release(connection, type.name(), name);
        }
    }

    @Override
    public void remove(Caller caller, String typeName, String name, Long version) {
        StoredType type = administered(caller, typeName);
        change.run(caller, type, connection -> {
            table.count(connection, type.name());
            Definition stored = require(connection, caller, type, name, version);
            refuseWhereFollowed(connection, caller, stored.field());
            table.delete(connection, stored);
            release(connection, type, stored);
            table.free(connection, stored);
            return null;
        });
        types.refresh(type.name());
        upkeep.wake();
        LOG.info("{} has the custom field {} no more", type, name);
    }

    private void refuseWhereFollowed(Connection connection, Caller caller, CustomField field) throws SQLException {
        List<String> followers = new ArrayList<>();
        dependencies(connection)
                .followers(field.type(), field.name())
                .forEach(place -> followers.add(place.toString()));
        ruleTable.of(connection, field.type()).stream()
                .filter(rule -> CompiledRule.sources(rule).contains(field.name()))
                .forEach(rule -> followers.add(Objects.requireNonNullElse(rule.condition(), rule.by())));
        if (!followers.isEmpty()) {
            throw refusal(caller, "name", "refused", "fault.field.followed", String.join(", ", followers));
        }
    }

    private Definition require(Connection connection, Caller caller, StoredType type, String name, Long version)
            throws SQLException {
        Definition stored = find(connection, caller, type, name);
        if (version != null && version != stored.field().version()) {
            throw faults.conflict(caller, stored.field().version(), List.of());
        }
        return stored;
    }

    private Definition find(Connection connection, Caller caller, StoredType type, String name) throws SQLException {
        return table.of(connection, type.name()).stream()
                .filter(definition ->
                        definition.isCustom() && definition.field().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(faults.text(caller, "fault.field.none")));
    }

    private StoredType administered(Caller caller, String typeName) {
        if (!caller.isSystem() && !access.isAdministrator(caller)) {
            throw faults.forbidden(caller);
        }
        return types.stored(typeName).orElseThrow(() -> faults.noType(caller));
    }

    private RuntimeException refusal(
            Caller caller, String member, String code, String messageKey, Object... arguments) {
        FieldError error = faults.error(caller, member, code, messageKey, arguments);
        return faults.badRecord(caller, List.of(error));
    }
}
