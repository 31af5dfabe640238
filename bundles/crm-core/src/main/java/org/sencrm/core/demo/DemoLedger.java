package org.sencrm.core.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.core.store.ColumnType;
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

    /** The records of a job by type, last written first. */
    Map<String, List<Long>> records(long job) {
        Sql all = Sql.of("select RECORD_TYPE, RECORD_ID from CORE_DEMO where JOB_ID = ? order by SEQ desc", job);
        Map<String, List<Long>> byType = new LinkedHashMap<>();
        database.read(connection -> all.query(
                connection,
                row -> byType.computeIfAbsent(row.getString(1), type -> new ArrayList<>())
                        .add(row.getLong(2))));
        return byType;
    }

    void add(String type, long id, int seq, long job) {
        Sql row = Sql.of(
                "insert into CORE_DEMO (RECORD_TYPE, RECORD_ID, SEQ, JOB_ID) values (?, ?, ?, ?)", type, id, seq, job);
        database.write(row::execute);
    }

    void forget(String type, List<Long> ids) {
        if (!ids.isEmpty()) {
            Sql some = Sql.of("delete from CORE_DEMO where RECORD_TYPE = ? and RECORD_ID in ", type)
                    .list(ColumnType.LONG, ids);
            database.write(some::execute);
        }
    }
}
