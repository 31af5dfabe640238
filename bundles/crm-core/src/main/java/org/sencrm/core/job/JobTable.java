package org.sencrm.core.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.sencrm.api.job.Job;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Json;

/** The table {@code CORE_JOB}, which all nodes share. Each call stands in the thread's transaction or in one of its own. */
final class JobTable {

    private static final int MAX_MESSAGE = 2000;

    private final Database database;
    private final String node;

    /** @param node which is this one */
    JobTable(Database database, String node) {
        this.database = database;
        this.node = node;
    }

    void insert(Job job) {
        write(Sql.of(
                "insert into CORE_JOB (ID, KIND, STATE, STEPS_TOTAL, STEPS_DONE, STARTED_BY, STARTED_AT, NODE)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                job.id(),
                job.kind(),
                job.state().name(),
                job.total(),
                job.done(),
                job.startedBy(),
                job.startedAt(),
                node));
    }

    /** Null where there is no such job. */
    Job find(long id) {
        Sql one = Sql.of(
                "select ID, KIND, STATE, STEPS_TOTAL, STEPS_DONE, RESULT, MESSAGE, STARTED_BY, STARTED_AT, ENDED_AT"
                        + " from CORE_JOB where ID = ?",
                id);
        return database.read(connection -> one.first(connection, JobTable::job));
    }

    /** @return false where the job was in another state */
    boolean move(long id, Job.State from, Job.State to) {
        return write(Sql.of("update CORE_JOB set STATE = ? where ID = ? and STATE = ?", to.name(), id, from.name()))
                == 1;
    }

    void progress(long id, long total, long done) {
        write(Sql.of("update CORE_JOB set STEPS_TOTAL = ?, STEPS_DONE = ? where ID = ?", total, done, id));
    }

    /** @param message null for none; cut where it is too long */
    void end(long id, Job.State state, long total, long done, Map<String, Object> result, String message) {
        String told = message == null || message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE);
        write(Sql.of("update CORE_JOB set STATE = ?, STEPS_TOTAL = ?, STEPS_DONE = ?", state.name(), total, done)
                .add(", ENDED_AT = ?, RESULT = ?", Instant.now(), Json.write(result))
                .add(", MESSAGE = ?")
                .bind(ColumnType.TEXT, told)
                .add(" where ID = ?", id));
    }

    /** Whatever waited or ran here when this node last ended is interrupted; gives how many. Other nodes may be at work. */
    int interruptOwn() {
        return write(Sql.of(
                "update CORE_JOB set STATE = ?, ENDED_AT = ? where STATE in (?, ?) and (NODE = ? or NODE is null)",
                Job.State.INTERRUPTED.name(),
                Instant.now(),
                Job.State.QUEUED.name(),
                Job.State.RUNNING.name(),
                node));
    }

    private int write(Sql statement) {
        return database.write(statement::execute);
    }

    private static Job job(ResultSet row) throws SQLException {
        String result = row.getString(6);
        return new Job(
                row.getLong(1),
                row.getString(2),
                Job.State.valueOf(row.getString(3)),
                row.getLong(4),
                row.getLong(5),
                result == null ? Map.of() : result(result),
                row.getString(7),
                row.getLong(8),
                (Instant) ColumnType.TIMESTAMP.read(row, 9),
                (Instant) ColumnType.TIMESTAMP.read(row, 10));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> result(String json) {
        return (Map<String, Object>) Json.read(json);
    }
}
