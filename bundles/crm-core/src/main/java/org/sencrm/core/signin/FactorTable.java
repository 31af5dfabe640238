package org.sencrm.core.signin;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.FactorKind.Carrier;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Digest;
import org.sencrm.core.value.Json;

/** The table {@code CORE_FACTOR}. No rights; secrets are encrypted here already. */
final class FactorTable {

    private static final String COLUMNS =
            "ID, USER_ID, KIND, LABEL, ACTIVE, SECRET, VERSION, CREATED_AT, LAST_USED_AT, BACKUP, VALID_UNTIL, FACTS";

    /** Oldest first, confirmed or not. */
    List<Row> of(Connection connection, long user) throws SQLException {
        return Sql.of("select " + COLUMNS + " from CORE_FACTOR where USER_ID = ? order by ID", user)
                .query(connection, FactorTable::row);
    }

    /** The confirmed ones of everybody, oldest first. */
    List<Row> ofKind(Connection connection, String kind) throws SQLException {
        return Sql.of("select " + COLUMNS + " from CORE_FACTOR where KIND = ? and ACTIVE = ? order by ID", kind, true)
                .query(connection, FactorTable::row);
    }

    /** Null where there is none. */
    Row find(Connection connection, long id) throws SQLException {
        return Sql.of("select " + COLUMNS + " from CORE_FACTOR where ID = ?", id)
                .first(connection, FactorTable::row);
    }

    void insert(Connection connection, Factor factor, boolean backup, String secret) throws SQLException {
        Sql.of(
                        "insert into CORE_FACTOR (ID, USER_ID, KIND, LABEL, ACTIVE, BACKUP, SECRET, VERSION, TRIES,"
                                + " CREATED_AT)"
                                + " values (?, ?, ?, ?, ?, ?, ?, 0, 0, ?)",
                        factor.id(),
                        factor.user(),
                        factor.kind(),
                        factor.label(),
                        factor.active(),
                        backup,
                        secret,
                        factor.createdAt())
                .execute(connection);
    }

    /**
     * Spends the answer that led from the row's state to the next one.
     *
     * @return false where another answer was spent since the row was read, or the factor is gone
     */
    boolean spend(Connection connection, Row row, String nextSecret, Instant at) throws SQLException {
        return Sql.of(
                                "update CORE_FACTOR set SECRET = ?, ACTIVE = ?, VERSION = VERSION + 1, LAST_USED_AT = ?"
                                        + " where ID = ? and VERSION = ?",
                                nextSecret,
                                true,
                                at,
                                row.factor.id(),
                                row.version)
                        .execute(connection)
                == 1;
    }

    /** Binds the row's factor to a thing, for as long as it is there. */
    void bind(Connection connection, Row row, Carrier carrier) throws SQLException {
        Sql.of(
                        "update CORE_FACTOR set CARRIER = ?, VALID_UNTIL = ?, FACTS = ? where ID = ?",
                        digest(row, carrier),
                        carrier.validUntil(),
                        Json.write(carrier.facts()),
                        row.factor.id())
                .execute(connection);
    }

    /** Whether another factor, of whomever, is bound to the thing. */
    boolean isTaken(Connection connection, Row row, Carrier carrier) throws SQLException {
        return Sql.of("select ID from CORE_FACTOR where CARRIER = ? and ID <> ?", digest(row, carrier), row.factor.id())
                        .first(connection, found -> found.getLong(1))
                != null;
    }

    private static String digest(Row row, Carrier carrier) {
        return Digest.sha256(row.factor.kind() + " " + carrier.id());
    }

    /** @return false where there were as many tries to confirm it already, or it is gone */
    boolean countTry(Connection connection, long id, int most) throws SQLException {
        return Sql.of("update CORE_FACTOR set TRIES = TRIES + 1 where ID = ? and TRIES < ?", id, most)
                        .execute(connection)
                == 1;
    }

    /** @return false where it is gone already */
    boolean delete(Connection connection, long id) throws SQLException {
        return Sql.of("delete from CORE_FACTOR where ID = ?", id).execute(connection) == 1;
    }

    void deletePending(Connection connection, long user) throws SQLException {
        Sql.of("delete from CORE_FACTOR where USER_ID = ? and ACTIVE = ?", user, false)
                .execute(connection);
    }

    void deleteAll(Connection connection, long user) throws SQLException {
        Sql.of("delete from CORE_FACTOR where USER_ID = ?", user).execute(connection);
    }

    private static Row row(ResultSet row) throws SQLException {
        Factor factor = new Factor(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                (Instant) ColumnType.TIMESTAMP.read(row, 8),
                (Instant) ColumnType.TIMESTAMP.read(row, 9),
                (Instant) ColumnType.TIMESTAMP.read(row, 11),
                facts(row.getString(12)));
        return new Row(factor, row.getString(6), row.getLong(7), row.getBoolean(10));
    }

    private static Map<String, String> facts(String json) {
        Map<String, String> facts = new HashMap<>();
        if (json != null && Json.read(json) instanceof Map<?, ?> told) {
            told.forEach((name, value) -> facts.put(String.valueOf(name), String.valueOf(value)));
        }
        return facts;
    }

    /**
     * @param secret the state as the kind has it, encrypted
     * @param version how many answers were spent
     * @param backup whether it only stands in for others
     */
    record Row(Factor factor, String secret, long version, boolean backup) {

        /** Whether it is enough by itself to have a second factor. */
        boolean standsForItself() {
            return factor.active() && !backup;
        }
    }
}
