package org.sencrm.core.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.sencrm.api.outbox.Parcel;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Json;

/**
 * The table {@code CORE_OUTBOX}. A parcel is claimed by moving the time at which it is due to the end of a lease: of two
 * nodes one moves it, and of a node that dies the parcel is due again when the lease ends.
 */
final class OutboxTable {

    private static final String WAITING = "WAITING";
    private static final String FAILED = "FAILED";
    private static final int LONGEST_PROBLEM = 500;

    private final Database database;

    OutboxTable(Database database) {
        this.database = database;
    }

    void insert(Parcel parcel) {
        database.write(Sql.of(
                "insert into CORE_OUTBOX (ID, KIND, TARGET, PAYLOAD, STATE, TRIES, CREATED_AT, DUE_AT)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                parcel.id(),
                parcel.kind(),
                parcel.target(),
                Json.write(parcel.payload()),
                WAITING,
                parcel.tries(),
                parcel.since(),
                parcel.since())::execute);
    }

    /**
     * The parcel that has been due for longest; null where there is none.
     *
     * @param kinds that can be sent, at least one
     * @param busy targets that have to wait
     */
    Parcel next(Instant now, Collection<String> kinds, Collection<String> busy) {
        Sql due = waiting("select ID, KIND, TARGET, PAYLOAD, TRIES, CREATED_AT from CORE_OUTBOX", kinds, busy)
                .add(" and DUE_AT<=? order by DUE_AT, ID fetch first 1 rows only", now);
        return database.read(connection -> due.first(connection, OutboxTable::parcel));
    }

    /** When the next parcel will be due; null where none waits. */
    Instant nextDue(Collection<String> kinds, Collection<String> busy) {
        Sql next = waiting("select min(DUE_AT) from CORE_OUTBOX", kinds, busy);
        return database.read(connection -> next.first(connection, row -> (Instant) ColumnType.TIMESTAMP.read(row, 1)));
    }

    private static Sql waiting(String select, Collection<String> kinds, Collection<String> busy) {
        Sql waiting = Sql.of(select + " where STATE=? and KIND in ", WAITING).list(ColumnType.TEXT, kinds);
        return busy.isEmpty() ? waiting : waiting.add(" and TARGET not in ").list(ColumnType.TEXT, busy);
    }

    /** The parcel with one try more, for the time of the lease; null where somebody else was faster. */
    Parcel claim(Parcel parcel, Instant until) {
        int claimed = database.write(Sql.of(
                "update CORE_OUTBOX set DUE_AT=?, TRIES=TRIES+1 where ID=? and STATE=? and TRIES=?",
                until,
                parcel.id(),
                WAITING,
                parcel.tries())::execute);
        return claimed == 0
                ? null
                : new Parcel(
                        parcel.id(),
                        parcel.kind(),
                        parcel.target(),
                        parcel.payload(),
                        parcel.tries() + 1,
                        parcel.since());
    }

    /** Takes a parcel out that is done, unless somebody claimed it since. */
    void remove(Parcel parcel) {
        database.write(Sql.of("delete from CORE_OUTBOX where ID=? and TRIES=?", parcel.id(), parcel.tries())::execute);
    }

    void postpone(Parcel parcel, Instant due, String problem) {
        database.write(Sql.of("update CORE_OUTBOX set DUE_AT=?, PROBLEM=?", due)
                .bind(ColumnType.TEXT, cut(problem))
                .add(" where ID=? and TRIES=?", parcel.id(), parcel.tries())::execute);
    }

    void fail(Parcel parcel, String problem) {
        database.write(Sql.of("update CORE_OUTBOX set STATE=?, PROBLEM=?", FAILED)
                .bind(ColumnType.TEXT, cut(problem))
                .add(" where ID=? and TRIES=?", parcel.id(), parcel.tries())::execute);
    }

    /** Forgets parcels that failed and are older. */
    void prune(Instant now, Duration age) {
        database.write(
                Sql.of("delete from CORE_OUTBOX where STATE=? and CREATED_AT<?", FAILED, now.minus(age))::execute);
    }

    private static String cut(String problem) {
        return problem == null || problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM);
    }

    @SuppressWarnings("unchecked")
    private static Parcel parcel(ResultSet row) throws SQLException {
        return new Parcel(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                (Map<String, Object>) Json.read(row.getString(4)),
                row.getInt(5),
                (Instant) ColumnType.TIMESTAMP.read(row, 6));
    }
}
