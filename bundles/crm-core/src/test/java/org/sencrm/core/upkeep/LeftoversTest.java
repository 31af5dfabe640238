package org.sencrm.core.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sencrm.core.schema.TestSchema;
import org.sencrm.core.store.LocalDatabase;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.MovingClock;
import org.sencrm.core.support.QuietProgress;

class LeftoversTest {

    private final LocalDatabase database = TestSchema.fresh();
    private final MovingClock clock = new MovingClock();
    private final Leftovers leftovers = new Leftovers(database, clock);

    @Test
    void jobsThatAreLongOverGoAndThoseThatMayGoOnStay() {
        job(1, "DONE", Duration.ofDays(91));
        job(2, "FAILED", Duration.ofDays(89));
        job(3, "INTERRUPTED", Duration.ofDays(400));
        job(4, "CANCELLED", Duration.ofDays(91));

        leftovers.sweep(new QuietProgress());

        assertEquals(List.of("2", "3"), all("select ID from CORE_JOB order by ID"));
    }

    @Test
    void tokensGoAMonthAfterTheirEnd() {
        token(1, Duration.ofDays(31));
        token(2, Duration.ofDays(29));

        leftovers.sweep(new QuietProgress());

        assertEquals(List.of("2"), all("select ID from CORE_TOKEN order by ID"));
    }

    @Test
    void keysAndTriesGoAfterADay() {
        for (int hours : List.of(23, 25)) {
            Instant at = clock.instant().minus(Duration.ofHours(hours));
            execute(Sql.of(
                    "insert into CORE_ONCE (ONCE_KEY, RECORD_TYPE, RECORD_ID, VALUES_HASH, CREATED_AT)"
                            + " values (?, 'accounts', 1, 'x', ?)",
                    "k" + hours,
                    at));
            execute(Sql.of(
                    "insert into CORE_SIGN_IN_TRY (SUBJECT, FAILURES, LAST_AT) values (?, 1, ?)", "n" + hours, at));
        }

        leftovers.sweep(new QuietProgress());

        assertEquals(List.of("k23"), all("select ONCE_KEY from CORE_ONCE"));
        assertEquals(List.of("n23"), all("select SUBJECT from CORE_SIGN_IN_TRY"));
    }

    @Test
    void moreThanOneStepCanHoldGoesAtOnce() {
        for (int i = 0; i < 1_203; i++) {
            job(i, "DONE", Duration.ofDays(100));
        }

        leftovers.sweep(new QuietProgress());

        assertEquals(List.of(), all("select ID from CORE_JOB"));
    }

    private void job(long id, String state, Duration ago) {
        Instant end = clock.instant().minus(ago);
        execute(Sql.of(
                "insert into CORE_JOB (ID, KIND, STATE, STEPS_TOTAL, STEPS_DONE, STARTED_BY, STARTED_AT, ENDED_AT)"
                        + " values (?, 'bulk', ?, 0, 0, 1, ?, ?)",
                id,
                state,
                end,
                end));
    }

    private void token(long id, Duration ago) {
        execute(Sql.of(
                "insert into CORE_TOKEN (ID, USER_ID, LABEL, SECRET_HASH, CREATED_AT, EXPIRES_AT)"
                        + " values (?, 1, 'script', ?, ?, ?)",
                id,
                "hash" + id,
                clock.instant().minus(ago),
                clock.instant().minus(ago)));
    }

    private void execute(Sql statement) {
        database.write(statement::execute);
    }

    private List<String> all(String question) {
        return database.read(connection -> Sql.of(question).query(connection, row -> row.getString(1)));
    }
}
