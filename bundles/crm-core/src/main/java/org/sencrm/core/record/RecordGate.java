package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.gate.Rights;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;

/** Access to what belongs to a record, such as its files, which is access to the record itself. */
public final class RecordGate {

    private static final String LIVING = " and DELETED_AT is null";

    private final TypeRegistry types;
    private final Gate gate;
    private final Faults faults;
    private final RowStore rows = new RowStore();

    public RecordGate(TypeRegistry types, Gate gate, Faults faults) {
        this.types = types;
        this.gate = gate;
        this.faults = faults;
    }

    public Rights rights(Caller caller) {
        return gate.rights(caller);
    }

    /** Whether the caller may read the record, be it in the trash or not. */
    public boolean mayRead(Connection connection, Caller caller, String typeName, long record) throws SQLException {
        StoredType type = types.stored(typeName).orElse(null);
        return type != null && version(connection, caller, type, record, Right.READ, "") != null;
    }

    /** A record that the caller may read and that is not in the trash; refused with a fault where there is none. */
    public Place readable(Connection connection, Caller caller, String typeName, long record) throws SQLException {
        StoredType type = types.stored(typeName).orElseThrow(() -> faults.noType(caller));
        if (!rights(caller).may(Right.READ, type)) {
            throw faults.noType(caller);
        }
        Long version = version(connection, caller, type, record, Right.READ, LIVING);
        if (version == null) {
            throw faults.noRecord(caller);
        }
        return new Place(type, record, version);
    }

    /**
     * As {@link #readable}, where the caller may leave something beside the record, such as a comment: everybody who reads it,
     * but with a token that is limited only where it is for changing records of the type.
     */
    public Place annotatable(Connection connection, Caller caller, String typeName, long record) throws SQLException {
        Place seen = readable(connection, caller, typeName, record);
        if (!caller.entry().scopes().allow(Right.UPDATE, seen.type().name())) {
            throw faults.forbidden(caller, "token.limited");
        }
        return seen;
    }

    /** A record which the caller may change; refused with a fault where there is none. */
    public Place writable(Connection connection, Caller caller, String typeName, long record) throws SQLException {
        Place seen = readable(connection, caller, typeName, record);
        Long version = version(connection, caller, seen.type(), record, Right.UPDATE, LIVING);
        if (version == null) {
            throw faults.forbidden(caller);
        }
        return new Place(seen.type(), record, version);
    }

    /**
     * As {@link #writable}, and until the commit nobody else changes the record or, coming this way, what belongs to it: versions
     * follow one another, and nothing comes to a record that goes.
     */
    public Place locked(Connection connection, Caller caller, String typeName, long record) throws SQLException {
        Place seen = writable(connection, caller, typeName, record);
        Sql.of("update " + seen.type().table() + " set VERSION=VERSION where ID=?", record)
                .execute(connection);
        return writable(connection, caller, typeName, record);
    }

    /**
     * As {@link #locked}, where the caller's own roles let the caller change the record: whoever has it only shared does not
     * share it on.
     */
    public Place lockedByRole(Connection connection, Caller caller, String typeName, long record) throws SQLException {
        Place place = locked(connection, caller, typeName, record);
        if (!isOwn(connection, caller, place)) {
            throw faults.forbidden(caller);
        }
        return place;
    }

    /** Whether the caller's own roles let the caller change the record. */
    public boolean isOwn(Connection connection, Caller caller, Place place) throws SQLException {
        Sql granted = rights(caller).conditionByRole(Right.UPDATE, place.type());
        return version(connection, place.type(), place.record(), LIVING, granted) != null;
    }

    /** All values of a record, whoever may read which, for the gate to judge. */
    public Map<String, Object> values(Connection connection, Place place) throws SQLException {
        return rows.find(connection, place.type(), place.record(), false).values();
    }

    /** The record's version where the right is granted for it; null where it is not. */
    private Long version(
            Connection connection, Caller caller, StoredType type, long record, Right right, String condition)
            throws SQLException {
        return version(connection, type, record, condition, rights(caller).condition(right, type));
    }

    private static Long version(Connection connection, StoredType type, long record, String condition, Sql granted)
            throws SQLException {
        Sql question = Sql.of("select VERSION from " + type.table() + " where ID=?" + condition, record);
        if (!granted.isEmpty()) {
            question.add(" and ").add(granted);
        }
        return question.first(connection, row -> row.getLong(1));
    }

    /** @param version of the record as it is */
    public record Place(StoredType type, long record, long version) {}
}
