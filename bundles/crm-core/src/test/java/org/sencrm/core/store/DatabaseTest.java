package org.sencrm.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private static final String DEADLOCK = "40001";

    private final LocalDatabase database = new LocalDatabase();

    @BeforeEach
    void makeTable() {
        database.write(Sql.of("create table NOTE (WORD varchar(10))")::execute);
    }

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void whoeverIsSentAwayForAnotherTriesAgainAndLeavesNothingOfTheFirstTry() {
        database.write(failing(DEADLOCK, DEADLOCK));
        assertEquals(1, notes());
    }

    @Test
    void onlyTheWholeTransactionIsRunAgain() {
        Database.Task<Integer> failing = failing(DEADLOCK);
        database.write(connection -> {
            Sql.of("insert into NOTE values ('outer')").execute(connection);
            return database.write(failing);
        });
        assertEquals(2, notes());
    }

    @Test
    void itIsNotTriedForever() {
        String[] always = Collections.nCopies(Database.MOST_TRIES, DEADLOCK).toArray(String[]::new);
        assertThrows(StoreException.class, () -> database.write(failing(always)));
        assertEquals(0, notes());
    }

    @Test
    void anyOtherRefusalAndWorkOfOthersAreFinal() {
        assertThrows(StoreException.class, () -> database.write(failing("23505")));
        assertThrows(StoreException.class, () -> database.writeOnce(failing(DEADLOCK)));
        assertEquals(0, notes());
    }

    private int notes() {
        return database.read(connection -> Sql.of("select count(*) from NOTE").first(connection, row -> row.getInt(1)));
    }

    /** Writes a note, and is refused with these states one after the other. */
    private static Database.Task<Integer> failing(String... states) {
        Deque<String> left = new ArrayDeque<>(List.of(states));
        return connection -> {
            int written = Sql.of("insert into NOTE values ('inner')").execute(connection);
            if (!left.isEmpty()) {
                throw new SQLException("refused", left.pop());
            }
            return written;
        };
    }
}
