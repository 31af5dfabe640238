package org.sencrm.core.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sencrm.api.mail.SentMail.State;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/** The table {@code CORE_MAIL}: one row for each recipient, written before anything is sent. What the mail says is not in it. */
final class MailTable {

    private final Database database;
    private final Clock clock;

    MailTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(long id, String recipient) {
        Sql one = Sql.of(
                "insert into CORE_MAIL (ID, RECIPIENT, STATE, TRIES, CREATED_AT, CHANGED_AT) values (?, ?, ?, 0, ?, ?)",
                id,
                recipient,
                State.WAITING.name(),
                now(),
                now());
        database.write(one::execute);
    }

    /** Null where there is no such mail. */
    Row find(long id) {
        return database.read(connection -> select("where ID = ?", id).first(connection, row -> row(row)));
    }

    /**
     * Marks a mail as being handed over now.
     *
     * @return false where somebody else was faster
     */
    boolean begin(long id) {
        Sql one = Sql.of(
                "update CORE_MAIL set STATE = ?, CHANGED_AT = ? where ID = ? and STATE = ?",
                State.SENDING.name(),
                now(),
                id,
                State.WAITING.name());
        return database.write(one::execute) > 0;
    }

    /**
     * Notes what came of a try. Of a recipient who was forgotten meanwhile it does not keep what the server said, as that
     * names the address more often than not.
     *
     * @param problem null for none
     * @param said by the server; null for nothing
     */
    void settle(long id, State state, int tries, String problem, String said) {
        database.write(connection -> {
            int told = settled(state, tries, problem, said)
                    .add(" where ID = ? and RECIPIENT <> ?", id, MailTraces.NOBODY)
                    .execute(connection);
            return told == 0
                    ? settled(state, tries, problem, null)
                            .add(" where ID = ?", id)
                            .execute(connection)
                    : told;
        });
    }

    private Sql settled(State state, int tries, String problem, String said) {
        return Sql.of("update CORE_MAIL set STATE = ?, TRIES = ?, CHANGED_AT = ?", state.name(), tries, now())
                .add(", PROBLEM = ?, SAID = ?")
                .bind(ColumnType.TEXT, problem)
                .bind(ColumnType.TEXT, said);
    }

    /** Newest first. */
    List<Row> recent(int limit) {
        Sql some = select("order by ID desc fetch first " + limit + " rows only");
        return database.read(connection -> some.query(connection, row -> row(row)));
    }

    private static Sql select(String rest, Object... values) {
        return Sql.of(
                "select ID, RECIPIENT, STATE, TRIES, PROBLEM, SAID, CREATED_AT, CHANGED_AT from CORE_MAIL " + rest,
                values);
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Row(
                row.getLong(1),
                row.getString(2),
                State.valueOf(row.getString(3)),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                (Instant) ColumnType.TIMESTAMP.read(row, 7),
                (Instant) ColumnType.TIMESTAMP.read(row, 8));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * @param problem the last part of the message {@code mail.problem.<problem>}; null for none
     * @param said by the server; null for nothing
     */
    record Row(
            long id,
            String recipient,
            State state,
            int tries,
            String problem,
            String said,
            Instant createdAt,
            Instant changedAt) {}
}
