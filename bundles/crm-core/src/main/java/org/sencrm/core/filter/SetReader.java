package org.sencrm.core.filter;

import org.sencrm.api.access.Right;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredType;

/** Reads what a set of records is, where the caller may see it. */
final class SetReader {

    private final Database database;

    SetReader(Database database) {
        this.database = database;
    }

    /**
     * @param filter null where the set is static and has members
     */
    record Found(String filter) {}

    /** Null where the caller sees no such set of records of this type. */
    Found find(Rights rights, StoredType sets, long id, String type) {
        Sql select = Sql.of("select KIND, RECORD_FILTER from CORE_SET where DELETED_AT is null and ID=?", id)
                .add(Sql.of(" and RECORD_TYPE=?", type));
        Sql gate = rights.condition(Right.READ, sets);
        if (!gate.isEmpty()) {
            select.add(" and ").add(gate);
        }
        return database.read(connection ->
                select.first(connection, row -> new Found("live".equals(row.getString(1)) ? row.getString(2) : null)));
    }
}
