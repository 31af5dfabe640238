package org.sencrm.core.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.core.audit.AuditLog;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeObserver;
import org.sencrm.core.type.TypeRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which module brought which record type, kept in the table {@code CORE_TYPE} because it is asked for when the types are
 * away, and what the core keeps of their records. A type belongs to whoever brought it first, until that module is purged.
 */
@Component(service = ModuleRecords.class, immediate = true)
public final class ModuleRecords implements TypeObserver {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleRecords.class);
    private static final int AT_ONCE = 500;

    /** Of these there may be many: their rows go some hundred at a time, in the order of a column. */
    private static final Map<String, String> LONG_TABLES = Map.of(
            "CORE_UNIQUE", "RECORD_ID",
            "CORE_SHARE", "ID",
            "CORE_COMMENT", "ID",
            "CORE_FOLLOWER", "RECORD_ID",
            "CORE_NOTIFICATION", "ID",
            "CORE_FAVOURITE", "ID",
            "CORE_AUTOMATION_RUN", "ID",
            "CORE_CHANGE", "ID");

    private static final List<String> SHORT_TABLES = List.of(
            "CORE_VIEW",
            "CORE_SET",
            "CORE_MERGE",
            "CORE_DEMO",
            "CORE_ONCE",
            "CORE_INDEXED",
            "CORE_FIELD",
            "CORE_FIELD_FREE",
            "CORE_FIELD_TYPE",
            "CORE_RECORD_RULE",
            "CORE_RECORD_LAYOUT");

    private final Database database;
    private final TypeRegistry types;
    private final AuditLog audit;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    @Activate
    public ModuleRecords(@Reference Database database, @Reference TypeRegistry types) {
        this.database = database;
        this.types = types;
        this.audit = new AuditLog(database);
        types.observe(this);
    }

    @Deactivate
    void close() {
        types.ignore(this);
    }

    @Override
    public void appeared(StoredType type) {
        if (!known.contains(type.name())) {
            try {
                database.write(connection -> {
                    String holder = Sql.of("select MODULE from CORE_TYPE where RECORD_TYPE=?", type.name())
                            .first(connection, row -> row.getString(1));
                    return holder != null
                            ? 0
                            : Sql.of(
                                            "insert into CORE_TYPE (RECORD_TYPE, MODULE) values (?,?)",
                                            type.name(),
                                            type.declared().module())
                                    .execute(connection);
                });
                known.add(type.name());
            } catch (RuntimeException e) {
                // the type is better there all the same
                LOG.warn("It cannot be noted whose the type {} is; that is tried again when it comes again", type, e);
            }
        }
    }

    @Override
    public void gone(StoredType type) {
        known.remove(type.name());
    }

    @Override
    public void replaced(StoredType before, StoredType now) {
        appeared(now);
    }

    /** Names of the types that the module brought, whether it is there or not. */
    public Set<String> types(String module) {
        List<String> names =
                database.read(connection -> Sql.of("select RECORD_TYPE from CORE_TYPE where MODULE=?", module)
                        .query(connection, row -> row.getString(1)));
        return new TreeSet<>(names);
    }

    /**
     * Takes away all that the core keeps of the records of the module's types, some hundred rows at a time. The contents of
     * their files go with the next tidying. Done twice it ends the same.
     */
    public void forget(String module) {
        for (String type : types(module)) {
            audit.purging(module, type);
            LONG_TABLES.forEach((table, key) -> forget(table, key, type));
            database.write(connection -> {
                for (String table : SHORT_TABLES) {
                    Sql.of("delete from " + table + " where RECORD_TYPE=?", type)
                            .execute(connection);
                }
                Sql.of("update CORE_FILE set TRASHED_AT=? where RECORD_TYPE=?", Instant.EPOCH, type)
                        .execute(connection);
                return Sql.of("delete from CORE_TYPE where RECORD_TYPE=?", type).execute(connection);
            });
            known.remove(type);
            LOG.info("Nothing is kept of the type {} of module {} any more", type, module);
        }
    }

    /** Goes through the table once, however much of it is about other types. */
    private void forget(String table, String key, String type) {
        String some = "select " + key + " from " + table + " where RECORD_TYPE=? and " + key + ">? order by " + key
                + " fetch first " + AT_ONCE + " rows only";
        long last = Long.MIN_VALUE;
        List<Long> keys = keys(some, type, last);
        while (!keys.isEmpty()) {
            Sql deletion = Sql.of("delete from " + table + " where RECORD_TYPE=? and " + key + " in ", type)
                    .list(ColumnType.LONG, keys);
            database.write(deletion::execute);
            last = keys.get(keys.size() - 1);
            keys = keys(some, type, last);
        }
    }

    private List<Long> keys(String some, String type, long last) {
        return database.read(connection -> Sql.of(some, type, last).query(connection, row -> row.getLong(1)));
    }
}
