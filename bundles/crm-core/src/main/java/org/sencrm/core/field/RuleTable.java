package org.sencrm.core.field;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.field.RecordRule;
import org.sencrm.core.store.Sql;
import org.sencrm.core.value.Json;

/** The rules of types, in the table {@code CORE_RECORD_RULE}; what can change of one is JSON. */
final class RuleTable {

    private static final String SELECT =
            "select ID, RECORD_TYPE, KIND, VERSION, DESCRIPTION from CORE_RECORD_RULE where ";

    /** Oldest first. */
    List<RecordRule> of(Connection connection, String type) throws SQLException {
        return Sql.of(SELECT + "RECORD_TYPE=? order by ID", type).query(connection, RuleTable::rule);
    }

    @SuppressWarnings("unchecked")
    private static RecordRule rule(ResultSet row) throws SQLException {
        Map<String, Object> members = (Map<String, Object>) Json.read(row.getString(5));
        return new RecordRule(
                row.getLong(1),
                row.getString(2),
                RecordRule.Kind.of(row.getString(3)),
                (String) members.get("field"),
                (String) members.get("condition"),
                Boolean.TRUE.equals(members.get("required")),
                (Map<String, String>) members.get("message"),
                (String) members.get("by"),
                (Map<String, List<String>>) members.get("choices"),
                row.getLong(4));
    }

    void insert(Connection connection, RecordRule rule) throws SQLException {
        Sql.of(
                        "insert into CORE_RECORD_RULE (ID, RECORD_TYPE, KIND, VERSION, DESCRIPTION) values (?,?,?,?,?)",
                        rule.id(),
                        rule.type(),
                        rule.kind().code(),
                        rule.version(),
                        description(rule))
                .execute(connection);
    }

    void update(Connection connection, RecordRule rule) throws SQLException {
        Sql.of(
                        "update CORE_RECORD_RULE set VERSION=?, DESCRIPTION=? where ID=?",
                        rule.version(),
                        description(rule),
                        rule.id())
                .execute(connection);
    }

    void delete(Connection connection, long id) throws SQLException {
        Sql.of("delete from CORE_RECORD_RULE where ID=?", id).execute(connection);
    }

    private static String description(RecordRule rule) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("field", rule.field());
        members.put("condition", rule.condition());
        members.put("required", rule.required());
        members.put("message", rule.message());
        members.put("by", rule.by());
        members.put("choices", rule.choices());
        return Json.write(members);
    }
}
