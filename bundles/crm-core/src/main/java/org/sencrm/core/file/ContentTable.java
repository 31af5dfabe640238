package org.sencrm.core.file;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;

/**
 * The table {@code CORE_FILE_CONTENT}: how many files have a content. Whoever puts a content into the store or takes one
 * out holds the lock of its row until the commit, so that a content never goes while a file with it comes.
 */
final class ContentTable {

    private static final int MOST = 1_000;

    boolean knows(Connection connection, String hash) throws SQLException {
        return !known(connection, List.of(hash)).isEmpty();
    }

    /** Which of the hashes, at least one, have a row. */
    Set<String> known(Connection connection, Collection<String> hashes) throws SQLException {
        return new HashSet<>(Sql.of("select HASH from CORE_FILE_CONTENT where HASH in ")
                .list(ColumnType.TEXT, hashes)
                .query(connection, row -> row.getString(1)));
    }

    /** What all contents take, in bytes. */
    long bytes(Connection connection) throws SQLException {
        return Sql.of("select sum(BYTES) from CORE_FILE_CONTENT").first(connection, row -> row.getLong(1));
    }

    /** One more file has the content. */
    void take(Connection connection, String hash, long size) throws SQLException {
        int known = Sql.of("update CORE_FILE_CONTENT set USES=USES+1, BYTES=? where HASH=?", size, hash)
                .execute(connection);
        if (known == 0) {
            insert(connection, hash, size, 1);
        }
    }

    /** One file less has the content. */
    void release(Connection connection, String hash) throws SQLException {
        Sql.of("update CORE_FILE_CONTENT set USES=USES-1 where HASH=?", hash).execute(connection);
    }

    /** Enters a content that was found in the store and that no file has. */
    void adopt(Connection connection, String hash) throws SQLException {
        insert(connection, hash, 0, 0);
    }

    List<String> unused(Connection connection) throws SQLException {
        return Sql.of("select HASH from CORE_FILE_CONTENT where USES=0 fetch first " + MOST + " rows only")
                .query(connection, row -> row.getString(1));
    }

    /** False where a file has the content after all. */
    boolean forget(Connection connection, String hash) throws SQLException {
        return Sql.of("delete from CORE_FILE_CONTENT where HASH=? and USES=0", hash)
                        .execute(connection)
                > 0;
    }

    private static void insert(Connection connection, String hash, long size, int uses) throws SQLException {
        Sql.of("insert into CORE_FILE_CONTENT (HASH, BYTES, USES) values (?,?,?)", hash, size, uses)
                .execute(connection);
    }
}
