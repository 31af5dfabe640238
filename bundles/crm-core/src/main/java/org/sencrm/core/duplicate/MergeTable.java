package org.sencrm.core.duplicate;

import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/** The table {@code CORE_MERGE}: merges that can be taken back, each with the job under which the change log has it. */
final class MergeTable {

    private final Database database;

    MergeTable(Database database) {
        this.database = database;
    }

    void add(Merged merged) {
        Sql row = Sql.of(
                "insert into CORE_MERGE (JOB_ID, RECORD_TYPE, STAYING_ID, GOING_ID) values (?, ?, ?, ?)",
                merged.job(),
                merged.type(),
                merged.staying(),
                merged.going());
        database.write(row::execute);
    }

    /** The newest in which the record stayed or went; null for none. */
    Merged newest(String type, long id) {
        Sql one = Sql.of(
                "select JOB_ID, STAYING_ID, GOING_ID from CORE_MERGE where RECORD_TYPE = ?"
                        + " and (STAYING_ID = ? or GOING_ID = ?) order by JOB_ID desc fetch first 1 rows only",
                type,
                id,
                id);
        return database.read(connection ->
                one.first(connection, row -> new Merged(row.getLong(1), type, row.getLong(2), row.getLong(3))));
    }

    /** @return false where somebody else was faster */
    boolean remove(Merged merged) {
        return database.write(Sql.of("delete from CORE_MERGE where JOB_ID = ?", merged.job())::execute) == 1;
    }

    /** @param job grows with time */
    record Merged(long job, String type, long staying, long going) {}
}
