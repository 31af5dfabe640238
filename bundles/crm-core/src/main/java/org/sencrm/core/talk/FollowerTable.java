package org.sencrm.core.talk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredType;

/** Who follows which records: their owners, and what {@code CORE_FOLLOWER} says otherwise. No rights. */
final class FollowerTable {

    /** Ids of users by record; records that nobody follows are left out. */
    Map<Long, Set<Long>> followers(Connection connection, StoredType type, Collection<Long> records)
            throws SQLException {
        Map<Long, Set<Long>> followers = new HashMap<>();
        Sql.of("select ID, OWNER_ID from " + type.table() + " where OWNER_ID is not null and ID in ")
                .list(ColumnType.LONG, records)
                .query(connection, row -> of(followers, row.getLong(1)).add(row.getLong(2)));
        Sql.of("select RECORD_ID, USER_ID, FOLLOWS from CORE_FOLLOWER where RECORD_TYPE=?", type.name())
                .add(" and RECORD_ID in ")
                .list(ColumnType.LONG, records)
                .query(connection, row -> {
                    Set<Long> people = of(followers, row.getLong(1));
                    return row.getBoolean(3) ? people.add(row.getLong(2)) : people.remove(row.getLong(2));
                });
        return followers;
    }

    private static Set<Long> of(Map<Long, Set<Long>> followers, long record) {
        return followers.computeIfAbsent(record, id -> new LinkedHashSet<>());
    }

    void set(Connection connection, String type, long record, long user, boolean follows) throws SQLException {
        int changed = Sql.of(
                        "update CORE_FOLLOWER set FOLLOWS=? where RECORD_ID=? and RECORD_TYPE=? and USER_ID=?",
                        follows,
                        record,
                        type,
                        user)
                .execute(connection);
        if (changed == 0) {
            Sql.of(
                            "insert into CORE_FOLLOWER (RECORD_ID, RECORD_TYPE, USER_ID, FOLLOWS) values (?,?,?,?)",
                            record,
                            type,
                            user,
                            follows)
                    .execute(connection);
        }
    }

    void forget(Connection connection, String type, long record) throws SQLException {
        Sql.of("delete from CORE_FOLLOWER where RECORD_ID=? and RECORD_TYPE=?", record, type)
                .execute(connection);
    }
}
