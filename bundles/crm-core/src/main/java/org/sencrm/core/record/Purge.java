package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Change;
import org.sencrm.core.computed.ComputedFields;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.share.ShareTable;
import org.sencrm.core.store.Database;
import org.sencrm.core.type.StoredType;

/** Takes records away for good: the row, the values that nobody else may have, and what is shared; the index follows the change log. */
final class Purge {

    private final Database database;
    private final Questions questions;
    private final RowStore rows;
    private final Uniqueness uniqueness = new Uniqueness();
    private final ShareTable shares = new ShareTable();
    private final Journal journal;
    private final Conflicts conflicts;
    private final ComputedFields computed;
    private final Faults faults;

    Purge(
            Database database,
            Questions questions,
            RowStore rows,
            Journal journal,
            Conflicts conflicts,
            ComputedFields computed,
            Faults faults) {
        this.computed = computed;
        this.database = database;
        this.questions = questions;
        this.rows = rows;
        this.journal = journal;
        this.conflicts = conflicts;
        this.faults = faults;
    }

    /** Out of the trash, for administrators. */
    void fromTrash(Caller caller, String typeName, long id, long version) {
        Rights rights = questions.rights(caller);
        StoredType type = questions.allowed(caller, rights, Right.DELETE, typeName);
        database.write(connection -> {
            StoredRow row = rows.find(connection, type, id, true);
            if (row == null || !rights.may(Right.READ, type, row.values())) {
                throw faults.noRecord(caller);
            }
            if (!rights.isAdministrator()) {
                throw faults.forbidden(caller);
            }
            if (row.version() != version || !run(connection, caller, type, row)) {
                throw conflicts.since(connection, caller, rights, type, row, version, Map.of());
            }
            return null;
        });
    }

    /** Wherever the row is; false where it has changed since it was read. */
    boolean run(Connection connection, Caller caller, StoredType type, StoredRow row) throws SQLException {
        computed.changing(connection, type, row.id(), row.values(), null);
        if (!rows.purge(connection, type, row)) {
            return false;
        }
        uniqueness.release(connection, type.name(), row.id());
        shares.forget(connection, type.name(), row.id());
        journal.write(connection, caller, type, row.id(), Change.Kind.PURGED, row.version() + 1, Map.of());
        return true;
    }
}
