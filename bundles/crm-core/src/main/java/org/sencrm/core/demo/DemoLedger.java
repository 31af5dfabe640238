package org.sencrm.core.demo;

import java.util.List;
import java.util.Map;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/** The table {@code CORE_DEMO}: which records are demonstration data, and which job wrote them. */
final class DemoLedger {

    private final Database database;

    DemoLedger(Database database) {
        this.database = database;
    }

    boolean isEmpty() {
        return jobs().isEmpty();
    }

    /** Jobs whose records are still there, newest first. */
    List<Long> jobs() {
        Sql all = Sql.of("select distinct JOB_ID from CORE_DEMO order by JOB_ID desc");
        return database.read(connection -> all.query(connection, row -> row.getLong(1)));
    }

    int size() {
        Sql count = Sql.of("select count(*) from CORE_DEMO");
        return database.read(connection -> count.first(connection, row -> row.getInt(1)));
    }

    /** The records of a job, last written first, as type and id. */
    List<Map.Entry<String, Long>> records(long job) {
        Sql all = Sql.of("select RECORD_TYPE, RECORD_ID from CORE_DEMO where JOB_ID = ? order by SEQ desc", job);
        return database.read(connection -> all.query(connection, row -> Map.entry(row.getString(1), row.getLong(2))));
    }

    void add(String type, long id, int seq, long job) {
        Sql row = Sql.of(
                "insert into CORE_DEMO (RECORD_TYPE, RECORD_ID, SEQ, JOB_ID) values (?, ?, ?, ?)", type, id, seq, job);
        database.write(row::execute);
    }

    void forget(long job) {
        database.write(Sql.of("delete from CORE_DEMO where JOB_ID = ?", job)::execute);
    }
}
