package org.sencrm.core.automation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.sencrm.api.automation.AutomationRun;
import org.sencrm.api.record.Reference;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/** The table {@code CORE_AUTOMATION_RUN}: one row a run, in the transaction of what the run did. */
final class RunTable {

    private static final int LONGEST_MESSAGE = 1000;

    private final Database database;

    RunTable(Database database) {
        this.database = database;
    }

    void insert(AutomationRun run) {
        String message = run.message();
        String told = message == null || message.length() <= LONGEST_MESSAGE
                ? message
                : message.substring(0, LONGEST_MESSAGE);
        database.write(Sql.of(
                        "insert into CORE_AUTOMATION_RUN (ID, AUTOMATION_ID, RECORD_TYPE, RECORD_ID, STATE, RUN_AT,"
                                + " MESSAGE) values (?,?,?,?,?,?,?)",
                        run.id(),
                        run.automation(),
                        run.record().type(),
                        run.record().id(),
                        run.state().name(),
                        run.at())
                .bind(ColumnType.TEXT, told)::execute);
    }

    boolean has(long id) {
        Sql one = Sql.of("select ID from CORE_AUTOMATION_RUN where ID=?", id);
        return database.read(connection -> one.first(connection, row -> row.getLong(1))) != null;
    }

    /** Newest first, only those with a smaller id. */
    List<AutomationRun> of(long automation, long before, int limit) {
        Sql some = Sql.of(
                "select ID, AUTOMATION_ID, RECORD_TYPE, RECORD_ID, STATE, MESSAGE, RUN_AT from CORE_AUTOMATION_RUN"
                        + " where AUTOMATION_ID=? and ID<? order by ID desc fetch first " + limit + " rows only",
                automation,
                before);
        return database.read(connection -> some.query(connection, RunTable::run));
    }

    private static AutomationRun run(ResultSet row) throws SQLException {
        return new AutomationRun(
                row.getLong(1),
                row.getLong(2),
                Reference.to(row.getString(3), row.getLong(4)),
                AutomationRun.State.valueOf(row.getString(5)),
                row.getString(6),
                (Instant) ColumnType.TIMESTAMP.read(row, 7));
    }
}
