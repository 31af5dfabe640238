package org.sencrm.core.file;

import java.sql.Connection;
import java.sql.SQLException;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;

/** Access to files, which is access to their record. */
final class FileGate {

    private static final String LIVING = " and DELETED_AT is null";

    private final TypeRegistry types;
    private final Gate gate;
    private final Faults faults;

    FileGate(TypeRegistry types, Gate gate, Faults faults) {
        this.types = types;
        this.gate = gate;
        this.faults = faults;
    }

    Rights rights(Caller caller) {
        return gate.rights(caller);
    }

    /** Whether the caller may read the record, be it in the trash or not. */
    boolean mayRead(Connection connection, Caller caller, String typeName, long record) throws SQLException {
        StoredType type = types.stored(typeName).orElse(null);
        return type != null && version(connection, caller, type, record, Right.READ, "") != null;
    }

    /** A record of which the caller may change the files; refused with a fault where there is none. */
    Place writable(Connection connection, Caller caller, String typeName, long record) throws SQLException {
        StoredType type = types.stored(typeName).orElseThrow(() -> faults.noType(caller));
        if (!rights(caller).may(Right.READ, type)) {
            throw faults.noType(caller);
        }
        if (version(connection, caller, type, record, Right.READ, LIVING) == null) {
            throw faults.noRecord(caller);
        }
        Long version = version(connection, caller, type, record, Right.UPDATE, LIVING);
        if (version == null) {
            throw faults.forbidden(caller);
        }
        return new Place(type, record, version);
    }

    /**
     * As {@link #writable}, and until the commit nobody else changes the record or its files: versions follow one another,
     * and no file comes to a record that goes.
     */
    Place locked(Connection connection, Caller caller, String typeName, long record) throws SQLException {
        Place seen = writable(connection, caller, typeName, record);
        Sql.of("update " + seen.type().table() + " set VERSION=VERSION where ID=?", record)
                .execute(connection);
        return writable(connection, caller, typeName, record);
    }

    /** The record's version where the right is granted for it; null where it is not. */
    private Long version(
            Connection connection, Caller caller, StoredType type, long record, Right right, String condition)
            throws SQLException {
        Sql question = Sql.of("select VERSION from " + type.table() + " where ID=?" + condition, record);
        Sql granted = rights(caller).condition(right, type);
        if (!granted.isEmpty()) {
            question.add(" and ").add(granted);
        }
        return question.first(connection, row -> row.getLong(1));
    }

    /** @param version of the record as it is */
    record Place(StoredType type, long record, long version) {}
}
