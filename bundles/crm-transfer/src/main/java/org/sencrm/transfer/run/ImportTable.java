package org.sencrm.transfer.run;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sencrm.api.job.Job;
import org.sencrm.api.transfer.ImportOptions;

/** The imports that there are and were. */
final class ImportTable {

    private static final TypeReference<ImportOptions> OPTIONS = new TypeReference<>() {};
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final int MOST_MESSAGE = 2_000;

    private static final String SELECT =
            "select i.ID, i.TYPE_NAME, i.FILE_ID, f.NAME, f.SHA256, i.OPTIONS, i.COLUMN_NAMES,"
                    + " i.STARTED_BY, i.LANGUAGE, i.ZONE, i.STATE, i.PHASE, i.JOB_ID, i.TOTAL_ROWS, i.LAST_ROW, i.CREATED_ROWS,"
                    + " i.UPDATED_ROWS, i.SKIPPED_ROWS, i.FAILED_ROWS, i.KEPT_CHANGES, i.PROBLEMS, i.MESSAGE"
                    + " from TRANSFER_IMPORT i join TRANSFER_FILE f on f.ID = i.FILE_ID ";

    private final Tables tables;

    ImportTable(Tables tables) {
        this.tables = tables;
    }

    /**
     * @param runningKey what no other running import may have; null for a dry run
     * @throws StoreFailure also where another has the key, see {@link StoreFailure#isDuplicate}
     */
    void insert(StoredImport one, String runningKey) {
        execute(
                "insert into TRANSFER_IMPORT (ID, TYPE_NAME, FILE_ID, OPTIONS, COLUMN_NAMES, STARTED_BY, LANGUAGE, ZONE,"
                        + " STATE, PHASE, JOB_ID, RUNNING_KEY, TOTAL_ROWS, LAST_ROW, CREATED_ROWS, UPDATED_ROWS, SKIPPED_ROWS,"
                        + " FAILED_ROWS, KEPT_CHANGES, STARTED_AT)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, ?)",
                one.id(),
                one.type(),
                one.fileId(),
                Json.write(one.options()),
                Json.write(one.columns()),
                one.startedBy(),
                one.language().toLanguageTag(),
                one.zone().getId(),
                one.state().name(),
                one.phase().name(),
                one.jobId(),
                runningKey,
                Timestamp.from(Instant.now()));
    }

    /** Null where there is none. */
    StoredImport find(long id) {
        List<StoredImport> found = list(SELECT + "where i.ID = ?", 1, id);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Newest first. */
    List<StoredImport> startedBy(long user, int limit) {
        return list(SELECT + "where i.STARTED_BY = ? order by i.STARTED_AT desc, i.ID desc", limit, user);
    }

    List<StoredImport> running() {
        return list(SELECT + "where i.STATE = ? order by i.ID", Integer.MAX_VALUE, Job.State.RUNNING.name());
    }

    void total(long id, long rows) {
        execute("update TRANSFER_IMPORT set TOTAL_ROWS = ? where ID = ?", rows, id);
    }

    /** Forgets what a dry run counted so far; it begins anew. */
    void restart(long id) {
        execute("delete from TRANSFER_FAILED_ROW where IMPORT_ID = ?", id);
        execute(
                "update TRANSFER_IMPORT set LAST_ROW = 0, CREATED_ROWS = 0, UPDATED_ROWS = 0, SKIPPED_ROWS = 0,"
                        + " FAILED_ROWS = 0, PROBLEMS = null where ID = ?",
                id);
    }

    /**
     * Goes on from one row of the file to another, in the transaction of what was done in between.
     *
     * @throws Overtaken where the import does not stand at the first row any more, or does not run
     */
    void advance(StoredImport one, long fromRow, long toRow, Counts counts, String problems) {
        int moved = execute(
                "update TRANSFER_IMPORT set LAST_ROW = ?, CREATED_ROWS = CREATED_ROWS + ?, UPDATED_ROWS = UPDATED_ROWS + ?,"
                        + " SKIPPED_ROWS = SKIPPED_ROWS + ?, FAILED_ROWS = FAILED_ROWS + ?, PROBLEMS = ?"
                        + " where ID = ? and LAST_ROW = ? and PHASE = ? and STATE = ?",
                toRow,
                counts.created(),
                counts.updated(),
                counts.skipped(),
                counts.failed(),
                problems,
                one.id(),
                fromRow,
                one.phase().name(),
                Job.State.RUNNING.name());
        if (moved != 1) {
            throw new Overtaken();
        }
    }

    void problems(long id, String problems) {
        execute("update TRANSFER_IMPORT set PROBLEMS = ? where ID = ?", problems, id);
    }

    void phase(StoredImport one, StoredImport.Phase next) {
        int moved = execute(
                "update TRANSFER_IMPORT set PHASE = ? where ID = ? and PHASE = ? and STATE = ?",
                next.name(),
                one.id(),
                one.phase().name(),
                Job.State.RUNNING.name());
        if (moved != 1) {
            throw new Overtaken();
        }
    }

    void kept(long id, long changes) {
        execute("update TRANSFER_IMPORT set KEPT_CHANGES = KEPT_CHANGES + ? where ID = ?", changes, id);
    }

    /**
     * Ends an import that runs.
     *
     * @param message null for none
     * @return false where it does not run
     */
    boolean end(long id, Job.State state, String message) {
        String told =
                message == null || message.length() <= MOST_MESSAGE ? message : message.substring(0, MOST_MESSAGE);
        return execute(
                        "update TRANSFER_IMPORT set STATE = ?, MESSAGE = ?, RUNNING_KEY = null, ENDED_AT = ?"
                                + " where ID = ? and STATE = ?",
                        state.name(),
                        told,
                        Timestamp.from(Instant.now()),
                        id,
                        Job.State.RUNNING.name())
                == 1;
    }

    /**
     * Lets an import run again.
     *
     * @param phase in which it goes on
     * @return false where it is in another state by now
     */
    boolean reopen(StoredImport one, StoredImport.Phase phase, String runningKey) {
        return execute(
                        "update TRANSFER_IMPORT set STATE = ?, PHASE = ?, RUNNING_KEY = ?, MESSAGE = null, ENDED_AT = null"
                                + " where ID = ? and STATE = ?",
                        Job.State.RUNNING.name(),
                        phase.name(),
                        runningKey,
                        one.id(),
                        one.state().name())
                == 1;
    }

    /** The job that does the work from now on. */
    void job(long id, long jobId) {
        execute("update TRANSFER_IMPORT set JOB_ID = ? where ID = ?", jobId, id);
    }

    /** Forgets imports that ended before that moment, with the rows that they put aside. */
    void forget(Instant endedBefore) {
        Timestamp moment = Timestamp.from(endedBefore);
        for (String table : List.of("TRANSFER_FAILED_ROW", "TRANSFER_WAITING_ROW")) {
            execute(
                    "delete from " + table + " where IMPORT_ID in"
                            + " (select ID from TRANSFER_IMPORT where ENDED_AT < ? and RUNNING_KEY is null)",
                    moment);
        }
        execute("delete from TRANSFER_IMPORT where ENDED_AT < ? and RUNNING_KEY is null", moment);
    }

    private int execute(String sql, Object... values) {
        return tables.with(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, values)) {
                return statement.executeUpdate();
            }
        });
    }

    private List<StoredImport> list(String sql, int limit, Object... values) {
        return tables.with(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, values)) {
                statement.setMaxRows(limit == Integer.MAX_VALUE ? 0 : limit);
                try (ResultSet rows = statement.executeQuery()) {
                    List<StoredImport> imports = new ArrayList<>();
                    while (rows.next()) {
                        imports.add(read(rows));
                    }
                    return imports;
                }
            }
        });
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setString(i + 1, null);
            } else if (values[i] instanceof String text) {
                statement.setString(i + 1, text);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }

    private static StoredImport read(ResultSet row) throws SQLException {
        return new StoredImport(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Json.read(row.getString(6), OPTIONS),
                Json.read(row.getString(7), NAMES),
                row.getLong(8),
                Locale.forLanguageTag(row.getString(9)),
                ZoneId.of(row.getString(10)),
                Job.State.valueOf(row.getString(11)),
                StoredImport.Phase.valueOf(row.getString(12)),
                row.getLong(13),
                row.getLong(14),
                row.getLong(15),
                new Counts(row.getLong(16), row.getLong(17), row.getLong(18), row.getLong(19)),
                row.getLong(20),
                row.getString(21),
                row.getString(22));
    }
}
