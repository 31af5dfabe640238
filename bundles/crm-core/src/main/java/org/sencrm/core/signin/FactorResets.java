package org.sencrm.core.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Sql;

/**
 * Users whose second factors an administrator wants to be taken away, while a second one has not agreed yet. Such a wish is
 * good for a day. What it holds closed stays closed longer: somebody whose last factor was taken away does not get in before
 * two agreed.
 */
final class FactorResets {

    private static final Duration LIFETIME = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;

    FactorResets(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Who asked within the last day. */
    Optional<Long> askedBy(long user) {
        Sql one = Sql.of(
                "select ASKED_BY from CORE_FACTOR_RESET where USER_ID = ? and ASKED_AT > ?",
                user,
                clock.instant().minus(LIFETIME));
        return Optional.ofNullable(database.read(connection -> one.first(connection, row -> row.getLong(1))));
    }

    /** Whether nobody may be let in as this user without a factor. */
    boolean holds(long user) {
        Sql one = Sql.of("select count(*) from CORE_FACTOR_RESET where USER_ID = ? and HOLDS = ?", user, true);
        return database.read(connection -> one.first(connection, row -> row.getLong(1))) > 0;
    }

    /**
     * In place of what was asked before.
     *
     * @param holds whether the last factor was taken away with it; what held before goes on to hold
     */
    void ask(long user, long by, boolean holds) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean held = holds || holds(user);
        database.write(connection -> {
            end(user);
            return Sql.of(
                            "insert into CORE_FACTOR_RESET (USER_ID, ASKED_BY, ASKED_AT, HOLDS) values (?, ?, ?, ?)",
                            user,
                            by,
                            now,
                            held)
                    .execute(connection);
        });
    }

    void end(long user) {
        database.write(Sql.of("delete from CORE_FACTOR_RESET where USER_ID = ?", user)::execute);
    }
}
