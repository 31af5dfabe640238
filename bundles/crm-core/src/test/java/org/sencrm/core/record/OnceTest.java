package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;

class OnceTest {

    private static TestEngine engine;

    @BeforeAll
    static void start() {
        engine = new TestEngine();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        engine.close();
    }

    @Test
    void theSameKeyAndValuesGiveTheSameRecord() {
        Map<String, Object> values = Map.of("name", "once", "seats", 3);
        RecordData first = engine.records.createOnce(SYSTEM, DEALS, values, "key-1");
        assertEquals(first, engine.records.createOnce(SYSTEM, DEALS, values, "key-1"));
        assertNotEquals(
                first.id(),
                engine.records.createOnce(SYSTEM, DEALS, values, "key-2").id());
        engine.records.delete(SYSTEM, DEALS, first.id(), 1);
        assertEquals(
                first.id(),
                engine.records.createOnce(SYSTEM, DEALS, values, "key-1").id());
    }

    @Test
    void theSameKeyWithOtherValuesIsRefused() {
        engine.records.createOnce(SYSTEM, DEALS, Map.of("name", "one"), "taken");
        InvalidRecord refused = assertThrows(
                InvalidRecord.class, () -> engine.records.createOnce(SYSTEM, DEALS, Map.of("name", "other"), "taken"));
        assertEquals("idempotencyKey", refused.errors().get(0).code());
        assertThrows(
                InvalidRecord.class,
                () -> engine.records.createOnce(SYSTEM, "accounts", Map.of("name", "one"), "taken"));
    }

    @Test
    void aKeyIsFreeAgainAfterADayOrARefusal() {
        RecordData first = engine.records.createOnce(SYSTEM, DEALS, Map.of("name", "daily"), "daily");
        engine.clock.advance(Duration.ofHours(25));
        assertNotEquals(
                first.id(),
                engine.records
                        .createOnce(SYSTEM, DEALS, Map.of("name", "daily 2"), "daily")
                        .id());
        assertThrows(
                InvalidRecord.class, () -> engine.records.createOnce(SYSTEM, DEALS, Map.of("seats", 1), "refused"));
        assertEquals(
                "fine",
                engine.records
                        .createOnce(SYSTEM, DEALS, Map.of("name", "fine"), "refused")
                        .get("name"));
    }

    @Test
    void fiftyAtOnceCreateOneRecord() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<RecordData>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(pool.submit(
                    () -> engine.records.createOnce(SYSTEM, DEALS, Map.of("name", "crowd", "code", "CROWD"), "crowd")));
        }
        Set<Long> ids = new HashSet<>();
        for (Future<RecordData> answer : answers) {
            ids.add(answer.get().id());
        }
        pool.shutdown();
        assertEquals(1, ids.size());
        assertEquals(1, engine.records.count(SYSTEM, Query.of(DEALS).where("name==crowd")));
    }

    @Test
    void ofManyWritersOfOneVersionExactlyOneWins() throws Exception {
        RecordData record = engine.deal("name", "raced", "seats", 0);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> answers = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            int seats = i;
            answers.add(pool.submit(() -> {
                try {
                    engine.records.update(SYSTEM, DEALS, record.id(), 1, Map.of("seats", seats));
                    return true;
                } catch (Conflict late) {
                    return false;
                }
            }));
        }
        int winners = 0;
        for (Future<Boolean> answer : answers) {
            winners += answer.get() ? 1 : 0;
        }
        pool.shutdown();
        assertEquals(1, winners);
        assertEquals(2, engine.records.get(SYSTEM, DEALS, record.id()).version());
        assertEquals(
                2, engine.records.history(SYSTEM, DEALS, record.id(), 50, 0).size());
    }

    @Test
    void ofManyWhoTakeAUniqueValueExactlyOneGetsIt() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(pool.submit(() -> {
                try {
                    engine.deal("name", "greedy", "code", "ONLY");
                    return true;
                } catch (InvalidRecord refused) {
                    assertEquals("notUnique", refused.errors().get(0).code());
                    return false;
                }
            }));
        }
        int winners = 0;
        for (Future<Boolean> answer : answers) {
            winners += answer.get() ? 1 : 0;
        }
        pool.shutdown();
        assertEquals(1, winners);
    }
}
