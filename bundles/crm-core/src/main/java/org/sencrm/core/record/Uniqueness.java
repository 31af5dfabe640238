package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;

/**
 * Keeps unique fields unique among the living records, without regard to case. The table {@code CORE_UNIQUE} holds one row
 * for each value taken; its key settles the race of two who take the same value at once.
 */
final class Uniqueness {

    /** Leaves an error in the draft for each value that another record has. */
    void check(Connection connection, RecordDraft draft, Collection<String> names) throws SQLException {
        for (StoredField field : draft.storedType().fields()) {
            Object value = draft.values().get(field.name());
            if (field.field().unique() && value != null && names.contains(field.name())) {
                Long holder = Sql.of(
                                "select RECORD_ID from CORE_UNIQUE where RECORD_TYPE=? and FIELD=? and VALUE_KEY=?",
                                draft.type(),
                                field.name(),
                                field.uniqueKey(value))
                        .first(connection, row -> row.getLong(1));
                if (holder != null && holder != draft.id()) {
                    draft.error(field.name(), "notUnique", "fault.value.notUnique");
                }
            }
        }
    }

    /** Gives up the old values of these fields and takes the new ones. */
    void take(Connection connection, RecordDraft draft, Collection<String> names) throws SQLException {
        for (StoredField field : draft.storedType().fields()) {
            if (!field.field().unique() || !names.contains(field.name())) {
                continue;
            }
            if (!draft.isNew()) {
                Sql.of(
                                "delete from CORE_UNIQUE where RECORD_ID=? and RECORD_TYPE=? and FIELD=?",
                                draft.id(),
                                draft.type(),
                                field.name())
                        .execute(connection);
            }
            Object value = draft.values().get(field.name());
            if (value != null) {
                Sql.of(
                                "insert into CORE_UNIQUE (RECORD_TYPE, FIELD, VALUE_KEY, RECORD_ID) values (?,?,?,?)",
                                draft.type(),
                                field.name(),
                                field.uniqueKey(value),
                                draft.id())
                        .execute(connection);
            }
        }
    }

    /** Gives up the value of one field, and takes no other. */
    void release(Connection connection, String type, long id, String field) throws SQLException {
        Sql.of("delete from CORE_UNIQUE where RECORD_ID=? and RECORD_TYPE=? and FIELD=?", id, type, field)
                .execute(connection);
    }

    /** Gives up all values of a record that leaves the living. */
    void release(Connection connection, String type, long id) throws SQLException {
        Sql.of("delete from CORE_UNIQUE where RECORD_ID=? and RECORD_TYPE=?", id, type)
                .execute(connection);
    }
}
