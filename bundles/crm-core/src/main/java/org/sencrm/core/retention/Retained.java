package org.sencrm.core.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.sencrm.api.record.Reference;
import org.sencrm.core.store.Sql;

/** The table {@code CORE_RETAINED}: which records a rule put into the trash, and when. */
final class Retained {

    /** To be called once the record lies in the trash: since when, its own table says. @param table of the record's type */
    void put(Connection connection, long rule, Reference record, String table, Instant at) throws SQLException {
        forget(connection, record.id());
        Sql.of(
                        "insert into CORE_RETAINED (RECORD_ID, RECORD_TYPE, RULE_ID, TRASHED_AT) values (?,?,?,?)",
                        record.id(),
                        record.type(),
                        rule,
                        at)
                .execute(connection);
        Sql.of("update CORE_RETAINED set TRASHED_AT=(select DELETED_AT from " + table + " where ID=?)", record.id())
                .add(" where RECORD_ID=?", record.id())
                .execute(connection);
    }

    /** Those that a rule put there before that moment, the oldest first. */
    List<Reference> before(Connection connection, long rule, Instant moment, int most) throws SQLException {
        return Sql.of("select RECORD_TYPE, RECORD_ID from CORE_RETAINED where RULE_ID=? and TRASHED_AT<?", rule, moment)
                .add(" order by TRASHED_AT, RECORD_ID fetch first " + most + " rows only")
                .query(connection, row -> Reference.to(row.getString(1), row.getLong(2)));
    }

    /** Whether the record lies in the trash since the rule put it there, and nobody took it out and threw it away again. */
    boolean isThere(Connection connection, Reference record, String table) throws SQLException {
        Sql same = Sql.of("select r.RECORD_ID from CORE_RETAINED r join " + table + " t on t.ID=r.RECORD_ID")
                .add(" and t.DELETED_AT=r.TRASHED_AT where r.RECORD_ID=?", record.id());
        return !same.query(connection, row -> row.getLong(1)).isEmpty();
    }

    void forget(Connection connection, long record) throws SQLException {
        Sql.of("delete from CORE_RETAINED where RECORD_ID=?", record).execute(connection);
    }
}
