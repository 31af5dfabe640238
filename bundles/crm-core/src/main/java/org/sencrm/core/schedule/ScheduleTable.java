package org.sencrm.core.schedule;

import java.time.Instant;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.store.StoreException;

/**
 * The table {@code CORE_SCHEDULE}. Whoever runs a job holds it by a lease that is renewed while it runs: of a node that dies
 * the job is free again when the lease ends.
 */
final class ScheduleTable {

    private final Database database;

    ScheduleTable(Database database) {
        this.database = database;
    }

    /** Null where the job was never seen. */
    Row find(String name) {
        Sql one = Sql.of("select SCHEDULE, NEXT_AT, LAST_JOB from CORE_SCHEDULE where NAME=?", name);
        return database.read(connection -> one.first(connection, row -> {
            long job = row.getLong(3);
            return new Row(row.getString(1), (Instant) ColumnType.TIMESTAMP.read(row, 2), row.wasNull() ? null : job);
        }));
    }

    /** Keeps a job that is new here, or whose schedule is another one now. */
    void plan(String name, String schedule, Instant nextAt) {
        int known = database.write(
                Sql.of("update CORE_SCHEDULE set SCHEDULE=?, NEXT_AT=? where NAME=?", schedule, nextAt, name)::execute);
        if (known > 0) {
            return;
        }
        try {
            database.write(
                    Sql.of("insert into CORE_SCHEDULE (NAME, SCHEDULE, NEXT_AT) values (?,?,?)", name, schedule, nextAt)
                            ::execute);
        } catch (StoreException e) {
            if (!e.isDuplicate()) {
                throw e;
            }
        }
    }

    /** Takes a job that nobody holds; false where somebody does, or where it is not due until that time. */
    boolean claim(String name, Instant now, Instant dueUntil, Instant leaseUntil) {
        return database.write(Sql.of(
                        "update CORE_SCHEDULE set LEASE_UNTIL=? where NAME=? and NEXT_AT<=?"
                                + " and (LEASE_UNTIL is null or LEASE_UNTIL<?)",
                        leaseUntil,
                        name,
                        dueUntil,
                        now)::execute)
                == 1;
    }

    void running(String name, long job) {
        database.write(Sql.of("update CORE_SCHEDULE set LAST_JOB=? where NAME=?", job, name)::execute);
    }

    void renew(String name, Instant leaseUntil) {
        database.write(Sql.of("update CORE_SCHEDULE set LEASE_UNTIL=? where NAME=?", leaseUntil, name)::execute);
    }

    /** Lets go of a job that is over. */
    void end(String name, Instant nextAt) {
        database.write(
                Sql.of("update CORE_SCHEDULE set LEASE_UNTIL=null, NEXT_AT=? where NAME=?", nextAt, name)::execute);
    }

    /** Lets go of a job that was cut off: it stays due. */
    void release(String name) {
        database.write(Sql.of("update CORE_SCHEDULE set LEASE_UNTIL=null where NAME=?", name)::execute);
    }

    /** @param lastJob null for none */
    record Row(String schedule, Instant nextAt, Long lastJob) {}
}
