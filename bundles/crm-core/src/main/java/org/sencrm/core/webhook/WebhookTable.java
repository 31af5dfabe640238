package org.sencrm.core.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/** Webhooks as the product itself needs them: from {@code CORE_WEBHOOK}, and {@code CORE_WEBHOOK_STATE} beside it. */
final class WebhookTable {

    private final Database database;

    WebhookTable(Database database) {
        this.database = database;
    }

    /** Those that are switched on. */
    List<Choice> active() {
        Sql all =
                Sql.of("select ID, RECORD_TYPES, EVENTS from CORE_WEBHOOK where ACTIVE=? and DELETED_AT is null", true);
        return database.read(connection -> all.query(
                connection, row -> new Choice(row.getLong(1), words(row.getString(2)), words(row.getString(3)))));
    }

    /** Null where it is gone. */
    Stored find(long id) {
        Sql one = Sql.of(
                "select ID, VERSION, OWNER_ID, URL, RECORD_TYPES, EVENTS, RECORD_FILTER, ACTIVE from CORE_WEBHOOK"
                        + " where ID=? and DELETED_AT is null",
                id);
        return database.read(connection -> one.first(connection, WebhookTable::stored));
    }

    /** Null where no secret was ever given. */
    State state(long id) {
        Sql one = Sql.of(
                "select SECRET, FAILURES, FAILING_SINCE, PROBLEM from CORE_WEBHOOK_STATE where WEBHOOK_ID=?", id);
        return database.read(connection -> one.first(
                connection,
                row -> new State(
                        row.getString(1),
                        row.getInt(2),
                        (Instant) ColumnType.TIMESTAMP.read(row, 3),
                        row.getString(4))));
    }

    void storeSecret(long id, String encrypted) {
        database.write(connection -> {
            Sql change = Sql.of("update CORE_WEBHOOK_STATE set SECRET=? where WEBHOOK_ID=?", encrypted, id);
            return change.execute(connection) > 0
                    ? 0
                    : Sql.of(
                                    "insert into CORE_WEBHOOK_STATE (WEBHOOK_ID, SECRET, FAILURES) values (?, ?, ?)",
                                    id,
                                    encrypted,
                                    0)
                            .execute(connection);
        });
    }

    /** One failure more in a row. */
    void failed(long id, Instant now, String problem) {
        database.write(Sql.of(
                "update CORE_WEBHOOK_STATE set FAILURES=FAILURES+1, FAILING_SINCE=coalesce(FAILING_SINCE, ?),"
                        + " PROBLEM=? where WEBHOOK_ID=?",
                now,
                problem,
                id)::execute);
    }

    void forgetFailures(long id) {
        database.write(
                Sql.of(
                        "update CORE_WEBHOOK_STATE set FAILURES=?, FAILING_SINCE=null, PROBLEM=null where WEBHOOK_ID=?",
                        0,
                        id)::execute);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                new Choice(row.getLong(1), words(row.getString(5)), words(row.getString(6))),
                row.getString(7) == null ? "" : row.getString(7),
                row.getBoolean(8));
    }

    /** As the engine stores several choices: codes between commas. */
    private static Set<String> words(String stored) {
        return Arrays.stream(stored.split(",")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /** Which changes it wants, before anybody looks at the record. */
    record Choice(long id, Set<String> types, Set<String> events) {

        boolean wants(String type, String event) {
            return types.contains(type) && events.contains(event);
        }
    }

    /**
     * @param owner id of the user by whose rights it sees; 0 where it has none, which sees nothing
     * @param filter empty for none
     */
    record Stored(long id, long version, long owner, String url, Choice choice, String filter, boolean active) {}

    /**
     * @param failures in a row
     * @param failingSince null where the last try went well
     * @param problem of the last try; null where it went well
     */
    record State(String secret, int failures, Instant failingSince, String problem) {}
}
