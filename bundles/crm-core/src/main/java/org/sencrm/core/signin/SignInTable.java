package org.sencrm.core.signin;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sencrm.api.access.SignInHistory.Entry;
import org.sencrm.api.access.SignInHistory.Outcome;
import org.sencrm.core.store.ColumnType;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.sencrm.core.store.Sql;

/** The table {@code CORE_SIGN_IN}. What somebody typed is not in it. */
final class SignInTable {

    private static final int LONGEST_ADDRESS = 45;
    private static final int LONGEST_CHANNEL = 40;

    private final Database database;
    private final Clock clock;

    SignInTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param user null where nobody has the name
     * @param address null for none
     */
    void insert(Long user, Outcome outcome, String address, String through) {
        Sql one = Sql.of(
                        "insert into CORE_SIGN_IN (ID, HAPPENED_AT, OUTCOME, CHANNEL, USER_ID, ADDRESS)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        Ids.next(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        outcome.name(),
                        cut(through, LONGEST_CHANNEL))
                .bind(ColumnType.LONG, user)
                .bind(ColumnType.TEXT, address == null || address.isEmpty() ? null : cut(address, LONGEST_ADDRESS));
        database.write(one::execute);
    }

    /**
     * Newest first.
     *
     * @param user null for anybody
     * @param before 0 for the newest
     */
    List<Entry> list(Long user, long before, int limit) {
        Sql some = Sql.of(
                "select s.ID, s.HAPPENED_AT, s.USER_ID, u.USER_NAME, s.OUTCOME, s.ADDRESS, s.CHANNEL from CORE_SIGN_IN s"
                        + " left join CORE_USER u on u.ID = s.USER_ID where s.ID < ?",
                before == 0 ? Long.MAX_VALUE : before);
        if (user != null) {
            some.add(" and s.USER_ID = ?", user);
        }
        some.add(" order by s.ID desc fetch first " + limit + " rows only");
        return database.read(connection -> some.query(
                connection,
                row -> new Entry(
                        row.getLong(1),
                        (Instant) ColumnType.TIMESTAMP.read(row, 2),
                        (Long) ColumnType.LONG.read(row, 3),
                        row.getString(4),
                        Outcome.valueOf(row.getString(5)),
                        row.getString(6),
                        row.getString(7))));
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}
