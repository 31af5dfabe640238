package org.sencrm.core.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sencrm.api.record.Reference;
import org.sencrm.core.store.Sql;

/** What the core knows of records of which one became of two. */
final class Merges {

    /** The records that became part of this one. */
    List<Reference> into(Connection connection, Reference staying) throws SQLException {
        return Sql.of(
                        "select GOING_ID from CORE_MERGE where RECORD_TYPE=? and STAYING_ID=?",
                        staying.type(),
                        staying.id())
                .query(connection, row -> Reference.to(staying.type(), row.getLong(1)));
    }

    /** Whether this job makes the one a part of the other. */
    boolean is(Connection connection, long job, Reference going, Reference staying) throws SQLException {
        return going.type().equals(staying.type())
                && Sql.of("select JOB_ID from CORE_MERGE where JOB_ID=? and RECORD_TYPE=?", job, going.type())
                                .add(" and GOING_ID=? and STAYING_ID=?", going.id(), staying.id())
                                .first(connection, row -> row.getLong(1))
                        != null;
    }

    void forget(Connection connection, Reference record) throws SQLException {
        Sql.of(
                        "delete from CORE_MERGE where RECORD_TYPE=? and (STAYING_ID=? or GOING_ID=?)",
                        record.type(),
                        record.id(),
                        record.id())
                .execute(connection);
    }
}
