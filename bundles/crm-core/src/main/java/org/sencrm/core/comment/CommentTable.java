package org.sencrm.core.comment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;

/** The table {@code CORE_COMMENT}. No rights. */
public final class CommentTable {

    private static final String COLUMNS =
            "ID, RECORD_TYPE, RECORD_ID, CONTENT, MENTIONED, WRITTEN_BY, WRITTEN_AT, EDITED_AT";
    private static final String SELECT = "select " + COLUMNS + " from CORE_COMMENT where ";
    private static final String IN_SIGHT = " and TRASHED_AT is null";

    public void insert(Connection connection, CommentRow comment) throws SQLException {
        Sql.of(
                        "insert into CORE_COMMENT (" + COLUMNS + ") values (?,?,?,?,?,?,?,",
                        comment.id(),
                        comment.type(),
                        comment.record(),
                        comment.content(),
                        list(comment.mentioned()),
                        comment.by(),
                        comment.at())
                .add("null)")
                .execute(connection);
    }

    /** Null where there is none, or only one in the trash. */
    public CommentRow find(Connection connection, long id) throws SQLException {
        return Sql.of(SELECT + "ID=?" + IN_SIGHT, id).first(connection, CommentTable::row);
    }

    /** Null where none of this id is in the trash. */
    public CommentRow trashed(Connection connection, long id) throws SQLException {
        return Sql.of(SELECT + "ID=? and TRASHED_AT is not null", id).first(connection, CommentTable::row);
    }

    /** Those of these that are not in the trash, in no order. */
    public List<CommentRow> find(Connection connection, Collection<Long> ids) throws SQLException {
        return ids.isEmpty()
                ? List.of()
                : Sql.of(SELECT + "ID in ")
                        .list(ColumnType.LONG, ids)
                        .add(IN_SIGHT)
                        .query(connection, CommentTable::row);
    }

    /** Comments on a record, newest first. @param more further condition, or nothing */
    public List<CommentRow> ofRecord(Connection connection, String type, long record, Sql more, int limit)
            throws SQLException {
        return Sql.of(SELECT + "RECORD_TYPE=? and RECORD_ID=?" + IN_SIGHT, type, record)
                .add(more)
                .add(" order by WRITTEN_AT desc, ID desc fetch first " + limit + " rows only")
                .query(connection, CommentTable::row);
    }

    /** False where it is gone meanwhile. */
    public boolean edit(Connection connection, long id, String content, Set<Long> mentioned, Instant at)
            throws SQLException {
        return Sql.of(
                                "update CORE_COMMENT set CONTENT=?, MENTIONED=?, EDITED_AT=? where ID=?" + IN_SIGHT,
                                content,
                                list(mentioned),
                                at,
                                id)
                        .execute(connection)
                > 0;
    }

    /** False where somebody else was faster. */
    public boolean trash(Connection connection, long id, Instant at) throws SQLException {
        return Sql.of("update CORE_COMMENT set TRASHED_AT=? where ID=?" + IN_SIGHT, at, id)
                        .execute(connection)
                > 0;
    }

    /** False where somebody else was faster. */
    public boolean restore(Connection connection, long id) throws SQLException {
        return Sql.of("update CORE_COMMENT set TRASHED_AT=null where ID=? and TRASHED_AT is not null", id)
                        .execute(connection)
                > 0;
    }

    /** All comments on a record, in the trash too, in no order. */
    public List<CommentRow> all(Connection connection, String type, long record) throws SQLException {
        return Sql.of(SELECT + "RECORD_TYPE=? and RECORD_ID=?", type, record).query(connection, CommentTable::row);
    }

    /** Puts another text in the place of a comment's, as if it had always been there. */
    public void overwrite(Connection connection, long id, String content) throws SQLException {
        Sql.of("update CORE_COMMENT set CONTENT=? where ID=?", content, id).execute(connection);
    }

    public void forget(Connection connection, String type, long record) throws SQLException {
        Sql.of("delete from CORE_COMMENT where RECORD_TYPE=? and RECORD_ID=?", type, record)
                .execute(connection);
    }

    private static String list(Set<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static CommentRow row(ResultSet row) throws SQLException {
        Set<Long> mentioned = Arrays.stream(row.getString(5).split(","))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new CommentRow(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                mentioned,
                row.getLong(6),
                (Instant) ColumnType.TIMESTAMP.read(row, 7),
                (Instant) ColumnType.TIMESTAMP.read(row, 8));
    }
}
