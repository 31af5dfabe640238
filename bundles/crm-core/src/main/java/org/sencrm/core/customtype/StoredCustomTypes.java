package org.sencrm.core.customtype;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.field.CustomType;
import org.sencrm.api.field.CustomTypes;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.field.TableChange;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.TypeRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Custom types in the registry of the database, each with a table of its own. */
@Component(service = CustomTypes.class)
public final class StoredCustomTypes implements CustomTypes {

    private static final Logger LOG = LoggerFactory.getLogger(StoredCustomTypes.class);

    private final Database database;
    private final Access access;
    private final ShownTypes shown;
    private final Faults faults;
    private final TypeRules rules;
    private final TableChange change;
    private final TypeTable table = new TypeTable();

    @Activate
    public StoredCustomTypes(
            @Reference Database database,
            @Reference TypeRegistry types,
            @Reference Access access,
            @Reference ShownTypes shown,
            @Reference Messages messages) {
        this.database = database;
        this.access = access;
        this.shown = shown;
        this.faults = new Faults(messages);
        this.rules = new TypeRules(types, messages, faults);
        this.change = new TableChange(database, types, faults);
    }

    @Override
    public List<CustomType> list(Caller caller) {
        checkAdministrator(caller);
        return database.read(table::all).stream().map(Registered::type).toList();
    }

    @Override
    public CustomType get(Caller caller, String name) {
        checkAdministrator(caller);
        return database.read(connection -> require(connection, caller, name)).type();
    }

    @Override
    public CustomType create(Caller caller, Map<String, ?> description) {
        checkAdministrator(caller);
        Registered made = new Registered(Ids.next(), rules.create(caller, description));
        change.run(caller, made.stored(), connection -> {
            checkRoom(connection, caller, made);
            table.insert(connection, made);
            for (String statement : made.statements(database.dialect())) {
                Sql.of(statement).execute(connection);
            }
            return null;
        });
        shown.follow();
        LOG.info("There is the custom type {} now", made.type().name());
        return made.type();
    }

    private void checkRoom(Connection connection, Caller caller, Registered made) throws SQLException {
        List<Registered> there = table.all(connection);
        if (there.stream()
                .anyMatch(other -> other.type().name().equals(made.type().name()))) {
            throw faults.badRecord(caller, List.of(faults.error(caller, "name", "notUnique", "fault.type.nameTaken")));
        }
        checkLiving(caller, there, made);
    }

    /** Those that are retired are in nobody's way. */
    private void checkLiving(Caller caller, List<Registered> there, Registered more) {
        long living = there.stream().filter(other -> !other.type().retired()).count();
        if (!more.type().retired()) {
            rules.checkRoom(caller, living);
        }
    }

    @Override
    public CustomType update(Caller caller, String name, Long version, Map<String, ?> patch) {
        checkAdministrator(caller);
        CustomType changed = database.write(connection -> {
            Registered stored = require(connection, caller, name);
            if (version != null && version != stored.type().version()) {
                throw faults.conflict(caller, stored.type().version(), List.of());
            }
            Registered now = new Registered(stored.id(), rules.update(caller, stored.type(), patch));
            if (stored.type().retired()) {
                checkLiving(caller, table.all(connection), now);
            }
            if (!table.update(connection, now)) {
                throw faults.conflict(caller, now.type().version(), List.of());
            }
            return now.type();
        });
        database.afterCommit(shown::follow);
        return changed;
    }

    private Registered require(Connection connection, Caller caller, String name) throws SQLException {
        return table.all(connection).stream()
                .filter(one -> one.type().name().equals(name))
                .findFirst()
                .orElseThrow(() -> faults.notFound(caller, "fault.type.none"));
    }

    private void checkAdministrator(Caller caller) {
        if (!caller.isSystem() && !access.isAdministrator(caller)) {
            throw faults.forbidden(caller);
        }
    }
}
