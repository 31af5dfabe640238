package org.sencrm.core.change;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.record.Change;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Json;

/**
 * The table {@code CORE_CHANGE}: written in the transaction of the change itself, and never altered but where a person has
 * to be forgotten, see {@link org.sencrm.core.audit.ErasedChanges}.
 */
public final class ChangeLog {

    private static final String COLUMNS =
            "ID, CHANGED_AT, CHANGED_BY, THROUGH, JOB_ID, RECORD_TYPE, RECORD_ID, KIND, VERSION, FIELDS";
    private static final String SELECT = "select " + COLUMNS + " from CORE_CHANGE where ";

    public void append(Connection connection, ChangeEntry entry) throws SQLException {
        Sql.of(
                        "insert into CORE_CHANGE (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?)",
                        entry.id(),
                        entry.at(),
                        entry.by(),
                        entry.through(),
                        entry.job(),
                        entry.type(),
                        entry.recordId(),
                        entry.kind().name(),
                        entry.version(),
                        fields(entry))
                .execute(connection);
    }

    /** Writes down anew what changed; all else stays. */
    public void rewrite(Connection connection, ChangeEntry entry) throws SQLException {
        Sql.of("update CORE_CHANGE set FIELDS=? where ID=?", fields(entry), entry.id())
                .execute(connection);
    }

    private static String fields(ChangeEntry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        entry.fields().forEach((field, diff) -> fields.put(field, Arrays.asList(diff.from(), diff.to())));
        return Json.write(fields);
    }

    /** Changes of a record, newest first; only those with a smaller id, and made before that time. */
    public List<ChangeEntry> ofRecord(Connection connection, String type, long id, Sql more, int limit)
            throws SQLException {
        return Sql.of(SELECT + "RECORD_TYPE=? and RECORD_ID=?", type, id)
                .add(more)
                .add(" order by ID desc fetch first " + limit + " rows only")
                .query(connection, ChangeLog::entry);
    }

    /** Changes of a record after a version, oldest first. */
    public List<ChangeEntry> since(Connection connection, String type, long id, long version) throws SQLException {
        return Sql.of(SELECT + "RECORD_TYPE=? and RECORD_ID=? and VERSION>? order by ID", type, id, version)
                .query(connection, ChangeLog::entry);
    }

    /** Changes that a job made, newest first; only those with a smaller id. */
    public List<ChangeEntry> ofJob(Connection connection, long job, long before, int limit) throws SQLException {
        return Sql.of(SELECT + "JOB_ID=? and ID<? order by ID desc fetch first " + limit + " rows only", job, before)
                .query(connection, ChangeLog::entry);
    }

    /** Whether anybody but the job changed the record after this change. */
    public boolean touchedSince(Connection connection, ChangeEntry entry) throws SQLException {
        return Sql.of(
                                "select ID from CORE_CHANGE where RECORD_TYPE=? and RECORD_ID=? and ID>? and JOB_ID<>?"
                                        + " fetch first 1 rows only",
                                entry.type(),
                                entry.recordId(),
                                entry.id(),
                                entry.job())
                        .first(connection, row -> row.getLong(1))
                != null;
    }

    /** Id of the newest change; 0 where there is none. */
    public long newest(Connection connection) throws SQLException {
        Long id = Sql.of("select max(ID) from CORE_CHANGE").first(connection, row -> row.getLong(1));
        return id == null ? 0 : id;
    }

    /** Ids of changes of a type after one, oldest first, with the ids of their records. */
    public List<Touch> touches(Connection connection, String type, long after, int limit) throws SQLException {
        return Sql.of("select ID, RECORD_ID from CORE_CHANGE where ID>? and RECORD_TYPE=?", after, type)
                .add(" order by ID fetch first " + limit + " rows only")
                .query(connection, row -> new Touch(row.getLong(1), row.getLong(2)));
    }

    private static ChangeEntry entry(ResultSet row) throws SQLException {
        Map<String, ChangeEntry.Diff> fields = new LinkedHashMap<>();
        ((Map<?, ?>) Json.read(row.getString(10))).forEach((field, diff) -> {
            List<?> both = (List<?>) diff;
            fields.put((String) field, new ChangeEntry.Diff(both.get(0), both.get(1)));
        });
        return new ChangeEntry(
                row.getLong(1),
                (Instant) ColumnType.TIMESTAMP.read(row, 2),
                row.getLong(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getLong(7),
                Change.Kind.valueOf(row.getString(8)),
                row.getLong(9),
                fields);
    }

    /** A change and the record that it changed. */
    public record Touch(long changeId, long recordId) {}
}
