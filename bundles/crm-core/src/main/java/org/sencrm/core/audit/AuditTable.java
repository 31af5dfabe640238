package org.sencrm.core.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.audit.AuditQuery;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;

/** The tables {@code CORE_AUDIT_WAITING}, {@code CORE_AUDIT} and {@code CORE_AUDIT_HEAD}. No row of the chain is ever altered. */
final class AuditTable {

    private static final String EVENT =
            "ID, HAPPENED_AT, USER_ID, ADDRESS, CHANNEL, KIND, SUBJECT_TYPE, SUBJECT, DETAILS";
    private static final String ONE_ROW = " fetch first 1 rows only";

    void put(Connection connection, Unsealed event) throws SQLException {
        event(Sql.of("insert into CORE_AUDIT_WAITING (" + EVENT + ") values (?,?,?,?,?,?,?,?,?)"), event)
                .execute(connection);
    }

    /** Whether anything waits. */
    boolean waits(Connection connection) throws SQLException {
        return Sql.of("select ID from CORE_AUDIT_WAITING" + ONE_ROW).first(connection, row -> row.getLong(1)) != null;
    }

    /** The oldest that wait. */
    List<Unsealed> waiting(Connection connection, int limit) throws SQLException {
        return Sql.of("select " + EVENT + " from CORE_AUDIT_WAITING order by ID fetch first " + limit + " rows only")
                .query(connection, row -> event(row, 1));
    }

    /** Those of one kind that wait. */
    List<Unsealed> waiting(Connection connection, String kind) throws SQLException {
        return Sql.of("select " + EVENT + " from CORE_AUDIT_WAITING where KIND = ? order by ID", kind)
                .query(connection, row -> event(row, 1));
    }

    /** Takes away what has its place in the chain. */
    void done(Connection connection, List<Unsealed> events) throws SQLException {
        if (!events.isEmpty()) {
            Sql.of("delete from CORE_AUDIT_WAITING where ID in ")
                    .list(ColumnType.LONG, events.stream().map(Unsealed::id).toList())
                    .execute(connection);
        }
    }

    Head head(Connection connection) throws SQLException {
        return Sql.of("select ENTRIES, HASH, CHANGES_TO from CORE_AUDIT_HEAD where ID = 1")
                .first(connection, row -> new Head(row.getLong(1), row.getString(2), row.getLong(3)));
    }

    /** The end of the chain, which nobody else can move before the thread's transaction is over. */
    Head lock(Connection connection) throws SQLException {
        Sql.of("update CORE_AUDIT_HEAD set ENTRIES = ENTRIES where ID = 1").execute(connection);
        return head(connection);
    }

    void move(Connection connection, Head head) throws SQLException {
        Sql.of(
                        "update CORE_AUDIT_HEAD set ENTRIES = ?, HASH = ?, CHANGES_TO = ? where ID = 1",
                        head.entries(),
                        head.hash(),
                        head.changesTo())
                .execute(connection);
    }

    void append(Connection connection, Sealed link) throws SQLException {
        Sql row = Sql.of("insert into CORE_AUDIT (ENTRY, " + EVENT + ", HASH) values (?,?,?,?,?,?,?,?,?,?,?)")
                .bind(ColumnType.LONG, link.number());
        event(row, link.event()).bind(ColumnType.TEXT, link.hash()).execute(connection);
    }

    /** Number of the last row; 0 for none. */
    long last(Connection connection) throws SQLException {
        return Sql.of("select max(ENTRY) from CORE_AUDIT").first(connection, row -> row.getLong(1));
    }

    /** Number of the first row; 1 for none. */
    long first(Connection connection) throws SQLException {
        return Sql.of("select min(ENTRY) from CORE_AUDIT").first(connection, row -> {
            long first = row.getLong(1);
            return row.wasNull() ? 1 : first;
        });
    }

    /** Links behind that one, in order. */
    List<Sealed> after(Connection connection, long number, int limit) throws SQLException {
        return Sql.of("select ENTRY, HASH, " + EVENT + " from CORE_AUDIT where ENTRY > ?", number)
                .add(" order by ENTRY fetch first " + limit + " rows only")
                .query(connection, AuditTable::link);
    }

    /** Links of one kind behind that one, in order. */
    List<Sealed> after(Connection connection, long number, String kind) throws SQLException {
        return Sql.of("select ENTRY, HASH, " + EVENT + " from CORE_AUDIT where KIND = ? and ENTRY > ?", kind, number)
                .add(" order by ENTRY")
                .query(connection, AuditTable::link);
    }

    /** The first link of one kind behind that one; null for none. */
    Sealed next(Connection connection, long number, String kind) throws SQLException {
        return Sql.of("select ENTRY, HASH, " + EVENT + " from CORE_AUDIT where KIND = ? and ENTRY > ?", kind, number)
                .add(" order by ENTRY" + ONE_ROW)
                .first(connection, AuditTable::link);
    }

    /** All of one kind, sealed or not; what is sealed meanwhile may be there twice. */
    List<Unsealed> all(Connection connection, String kind) throws SQLException {
        List<Unsealed> all = new ArrayList<>(waiting(connection, kind));
        after(connection, 0, kind).forEach(link -> all.add(link.event()));
        return all;
    }

    /** Links that fit, newest first, each with the name of its user. */
    <T> List<T> find(Connection connection, AuditQuery query, int limit, Named<T> made) throws SQLException {
        Sql sql = Sql.of(
                "select a.ENTRY, a.HASH, a.ID, a.HAPPENED_AT, a.USER_ID, a.ADDRESS, a.CHANNEL, a.KIND, a.SUBJECT_TYPE,"
                        + " a.SUBJECT, a.DETAILS, u.USER_NAME from CORE_AUDIT a left join CORE_USER u on u.ID = a.USER_ID"
                        + " where a.ENTRY < ?",
                query.before() == 0 ? Long.MAX_VALUE : query.before());
        and(sql, "a.USER_ID = ?", query.user());
        and(sql, "a.SUBJECT_TYPE = ?", query.type());
        and(sql, "a.SUBJECT = ?", query.subject());
        and(sql, "a.HAPPENED_AT >= ?", query.from());
        and(sql, "a.HAPPENED_AT < ?", query.until());
        boolean many = query.kind() != null && query.kind().endsWith(".");
        and(sql, many ? "a.KIND like ?" : "a.KIND = ?", many ? query.kind() + '%' : query.kind());
        return sql.add(" order by a.ENTRY desc fetch first " + limit + " rows only")
                .query(connection, row -> made.of(link(row), row.getString(12)));
    }

    private static void and(Sql sql, String condition, Object value) {
        if (value != null) {
            sql.add(" and " + condition, value);
        }
    }

    private static Sql event(Sql sql, Unsealed event) {
        return sql.bind(ColumnType.LONG, event.id())
                .bind(ColumnType.TIMESTAMP, event.at())
                .bind(ColumnType.LONG, event.user())
                .bind(ColumnType.TEXT, event.address())
                .bind(ColumnType.TEXT, event.channel())
                .bind(ColumnType.TEXT, event.kind())
                .bind(ColumnType.TEXT, event.type())
                .bind(ColumnType.TEXT, event.subject())
                .bind(ColumnType.TEXT, event.details());
    }

    private static Sealed link(ResultSet row) throws SQLException {
        return new Sealed(row.getLong(1), event(row, 3), row.getString(2));
    }

    private static Unsealed event(ResultSet row, int first) throws SQLException {
        return new Unsealed(
                row.getLong(first),
                (Instant) ColumnType.TIMESTAMP.read(row, first + 1),
                (Long) ColumnType.LONG.read(row, first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                row.getString(first + 5),
                row.getString(first + 6),
                row.getString(first + 7),
                row.getString(first + 8));
    }

    /** Makes something of a link and the name of its user, which is null where there is none. */
    interface Named<T> {
        T of(Sealed link, String userName);
    }
}
