package org.sencrm.core.file;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;

/** The table {@code CORE_FILE}: which files a record has. No rights, no bytes. */
final class FileTable {

    private static final int MOST = 1_000;
    private static final String COLUMNS =
            "ID, RECORD_TYPE, RECORD_ID, NAME, VERSION, MEDIA_TYPE, BYTES, HASH, ADDED_BY, ADDED_AT";
    private static final String SELECT = "select " + COLUMNS + " from CORE_FILE ";
    private static final String IN_SIGHT = " and TRASHED_AT is null";
    private static final String NEWEST_FIRST = " order by ID desc fetch first " + MOST + " rows only";

    void insert(Connection connection, FileRow file) throws SQLException {
        Sql.of(
                        "insert into CORE_FILE (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?)",
                        file.id(),
                        file.type(),
                        file.record(),
                        file.name(),
                        file.version(),
                        file.mediaType(),
                        file.size(),
                        file.hash(),
                        file.by(),
                        file.at())
                .execute(connection);
    }

    /** Null where there is none, or only one in the trash. */
    FileRow find(Connection connection, long id) throws SQLException {
        return Sql.of(SELECT + "where ID=?" + IN_SIGHT, id).first(connection, FileTable::row);
    }

    /** Null where none of this id is in the trash. */
    FileRow trashed(Connection connection, long id) throws SQLException {
        return Sql.of(SELECT + "where ID=? and TRASHED_AT is not null", id).first(connection, FileTable::row);
    }

    /** False where somebody else was faster. */
    boolean trash(Connection connection, long id, Instant at) throws SQLException {
        return Sql.of("update CORE_FILE set TRASHED_AT=? where ID=?" + IN_SIGHT, at, id)
                        .execute(connection)
                > 0;
    }

    /** False where somebody else was faster. */
    boolean restore(Connection connection, long id) throws SQLException {
        return Sql.of("update CORE_FILE set TRASHED_AT=null where ID=? and TRASHED_AT is not null", id)
                        .execute(connection)
                > 0;
    }

    /** Files that were put into the trash before that time. */
    List<FileRow> trashedBefore(Connection connection, Instant time) throws SQLException {
        return Sql.of(SELECT + "where TRASHED_AT<?", time).add(NEWEST_FIRST).query(connection, FileTable::row);
    }

    /** The newest version of each file, newest first. */
    List<FileRow> newest(Connection connection, String type, long record) throws SQLException {
        return Sql.of(SELECT + "f where RECORD_TYPE=? and RECORD_ID=?" + IN_SIGHT, type, record)
                .add(" and not exists (select 1 from CORE_FILE n where n.RECORD_TYPE=f.RECORD_TYPE and"
                        + " n.RECORD_ID=f.RECORD_ID and n.NAME=f.NAME and n.VERSION>f.VERSION and n.TRASHED_AT is"
                        + " null)")
                .add(NEWEST_FIRST)
                .query(connection, FileTable::row);
    }

    /** All versions of a file, newest first. */
    List<FileRow> versions(Connection connection, String type, long record, String name) throws SQLException {
        return Sql.of(SELECT + "where RECORD_TYPE=? and RECORD_ID=? and NAME=?" + IN_SIGHT, type, record, name)
                .add(NEWEST_FIRST)
                .query(connection, FileTable::row);
    }

    /** The greatest version of a file, in the trash too; 0 where there is none of this name. */
    int newestVersion(Connection connection, String type, long record, String name) throws SQLException {
        return Sql.of(
                        "select max(VERSION) from CORE_FILE where RECORD_TYPE=? and RECORD_ID=? and NAME=?",
                        type,
                        record,
                        name)
                .first(connection, row -> row.getInt(1));
    }

    /** All that the record has, in the trash too. */
    List<FileRow> all(Connection connection, String type, long record) throws SQLException {
        return Sql.of(SELECT + "where RECORD_TYPE=? and RECORD_ID=? order by ID", type, record)
                .query(connection, FileTable::row);
    }

    void rename(Connection connection, long id, String name) throws SQLException {
        Sql.of("update CORE_FILE set NAME=? where ID=?", name, id).execute(connection);
    }

    /** False where somebody else was faster. */
    boolean delete(Connection connection, long id) throws SQLException {
        return Sql.of("delete from CORE_FILE where ID=?", id).execute(connection) > 0;
    }

    /** Files of a type whose records are gone for good. */
    List<FileRow> withoutRecord(Connection connection, String type, String table) throws SQLException {
        return Sql.of(SELECT + "where RECORD_TYPE=?", type)
                .add(" and not exists (select 1 from " + table + " r where r.ID=CORE_FILE.RECORD_ID)")
                .add(NEWEST_FIRST)
                .query(connection, FileTable::row);
    }

    private static FileRow row(ResultSet row) throws SQLException {
        return new FileRow(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                row.getLong(7),
                row.getString(8),
                row.getLong(9),
                (Instant) ColumnType.TIMESTAMP.read(row, 10));
    }
}
