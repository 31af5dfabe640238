package org.sencrm.core.automation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/** Automations from {@code CORE_AUTOMATION}. */
final class RuleTable {

    private static final String SELECT =
            "select ID, OWNER_ID, SUBJECT_TYPE, TRIGGER_CODE, CHANGED_FIELD, RECORD_FILTER,"
                    + " ACTION_CODE, PARAMETERS, ACTIVE from CORE_AUTOMATION where DELETED_AT is null and ";

    private final Database database;

    RuleTable(Database database) {
        this.database = database;
    }

    /** Those that are switched on, oldest first. */
    List<Rule> active() {
        Sql all = Sql.of(SELECT + "ACTIVE=? order by ID", true);
        return database.read(connection -> all.query(connection, RuleTable::rule));
    }

    /** Null where it is gone. */
    Rule find(long id) {
        Sql one = Sql.of(SELECT + "ID=?", id);
        return database.read(connection -> one.first(connection, RuleTable::rule));
    }

    private static Rule rule(ResultSet row) throws SQLException {
        String condition = row.getString(6);
        return new Rule(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                condition == null ? "" : condition,
                row.getString(7),
                row.getString(8),
                row.getBoolean(9));
    }
}
