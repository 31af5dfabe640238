package org.sencrm.core.search;

import java.sql.Connection;
import java.sql.SQLException;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;

/**
 * The table {@code CORE_INDEXED}: which record types are completely in the index. While a type is followed its position is
 * null; the index itself then knows how far it is. A type whose module is away keeps the position at which it went.
 */
final class IndexedTypes {

    /** The index is new or lost: nothing is in it. */
    void forgetAll(Connection connection) throws SQLException {
        Sql.of("delete from CORE_INDEXED").execute(connection);
    }

    void forget(Connection connection, String type) throws SQLException {
        Sql.of("delete from CORE_INDEXED where RECORD_TYPE=?", type).execute(connection);
    }

    /** Types that were followed until now got as far as the index did. */
    void settle(Connection connection, long position) throws SQLException {
        Sql.of("update CORE_INDEXED set POSITION=? where POSITION is null", position)
                .execute(connection);
    }

    void follow(Connection connection, String type) throws SQLException {
        forget(connection, type);
        Sql.of("insert into CORE_INDEXED (RECORD_TYPE, POSITION) values (?,?)")
                .bind(ColumnType.TEXT, type)
                .bind(ColumnType.LONG, null)
                .execute(connection);
    }

    /** Change up to which the type is in the index; null where it is not in it. */
    Long position(Connection connection, String type) throws SQLException {
        return Sql.of("select POSITION from CORE_INDEXED where RECORD_TYPE=?", type)
                .first(connection, row -> row.getLong(1));
    }
}
