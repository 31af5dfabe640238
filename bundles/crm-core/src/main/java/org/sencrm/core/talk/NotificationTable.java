package org.sencrm.core.talk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.sencrm.api.talk.Notification.Kind;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Ids;
import org.sencrm.core.store.Sql;

/** The table {@code CORE_NOTIFICATION}. No rights, no texts: what is told of a record is read when it is asked for. */
final class NotificationTable {

    private static final String COLUMNS =
            "ID, USER_ID, KIND, RECORD_TYPE, RECORD_ID, COMMENT_ID, CAUSED_BY, HAPPENED_AT, READ_AT";

    /** Tells one user; several changes of one record by one person that were not read yet are told as one. */
    void tell(Connection connection, long user, Row row) throws SQLException {
        if (row.kind() == Kind.CHANGED && renew(connection, user, row)) {
            return;
        }
        Sql.of(
                        "insert into CORE_NOTIFICATION (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,",
                        Ids.next(),
                        user,
                        row.kind().name(),
                        row.type(),
                        row.record(),
                        row.comment(),
                        row.by(),
                        row.at())
                .add("null)")
                .execute(connection);
    }

    private static boolean renew(Connection connection, long user, Row row) throws SQLException {
        return Sql.of(
                                "update CORE_NOTIFICATION set HAPPENED_AT=? where USER_ID=? and RECORD_ID=?"
                                        + " and RECORD_TYPE=? and CAUSED_BY=? and KIND=? and READ_AT is null",
                                row.at(),
                                user,
                                row.record(),
                                row.type(),
                                row.by(),
                                row.kind().name())
                        .execute(connection)
                > 0;
    }

    /** Newest first. */
    List<Row> of(Connection connection, long user, int limit) throws SQLException {
        return Sql.of("select " + COLUMNS + " from CORE_NOTIFICATION where USER_ID=?", user)
                .add(" order by HAPPENED_AT desc, ID desc fetch first " + limit + " rows only")
                .query(connection, NotificationTable::row);
    }

    void read(Connection connection, long user, Collection<Long> ids, Instant at) throws SQLException {
        Sql.of("update CORE_NOTIFICATION set READ_AT=? where USER_ID=? and READ_AT is null and ID in ", at, user)
                .list(ColumnType.LONG, ids)
                .execute(connection);
    }

    void readAll(Connection connection, long user, Instant at) throws SQLException {
        Sql.of("update CORE_NOTIFICATION set READ_AT=? where USER_ID=? and READ_AT is null", at, user)
                .execute(connection);
    }

    void forget(Connection connection, String type, long record) throws SQLException {
        Sql.of("delete from CORE_NOTIFICATION where RECORD_ID=? and RECORD_TYPE=?", record, type)
                .execute(connection);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                Kind.valueOf(row.getString(3)),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                (Instant) ColumnType.TIMESTAMP.read(row, 8),
                (Instant) ColumnType.TIMESTAMP.read(row, 9));
    }

    /**
     * @param id 0 for one that is not stored yet
     * @param comment 0 for none
     * @param by id of the user; 0 for the product itself
     * @param readAt null for not yet
     */
    record Row(long id, Kind kind, String type, long record, long comment, long by, Instant at, Instant readAt) {}
}
