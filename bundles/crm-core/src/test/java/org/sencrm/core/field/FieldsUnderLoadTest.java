package org.sencrm.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.record.TestEngine;

/** Four threads read and write without a pause while fields come and go. */
class FieldsUnderLoadTest {

    private static final Caller SYSTEM = TestEngine.SYSTEM;
    private static final String DEALS = TestEngine.DEALS;

    private final TestEngine engine = new TestEngine();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean working = true;

    @BeforeEach
    void begin() throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            int number = i;
            people.add(new Thread(() -> {
                RecordData deal = engine.deal("name", "Deal " + number);
                ready.countDown();
                work(deal, number);
            }));
        }
        people.forEach(Thread::start);
        ready.await();
    }

    private void work(RecordData first, int number) {
        RecordData deal = first;
        try {
            for (int round = 0; working; round++) {
                deal = engine.records.update(
                        SYSTEM, DEALS, deal.id(), deal.version(), Map.of("note", "round " + round));
                engine.records.list(SYSTEM, Query.of(DEALS).where("name==Deal*").sortedBy("-name"));
                RecordData seen = deal;
                deal = engine.records.inTransaction(() -> {
                    engine.deal("name", "More of " + number);
                    return engine.records.update(SYSTEM, DEALS, seen.id(), seen.version(), Map.of("seats", number));
                });
                done.incrementAndGet();
            }
        } catch (RuntimeException | Error e) {
            failures.add(e);
        }
    }

    @AfterEach
    void close() throws InterruptedException {
        working = false;
        for (Thread person : people) {
            person.join();
        }
        engine.close();
    }

    @Test
    void nobodyNoticesFieldsThatComeAndGo() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            engine.fields.create(SYSTEM, DEALS, Map.of("name", "extra" + i, "kind", "text", "label", "Extra"));
            engine.deal("name", "With", "extra" + i, "value " + i);
        }
        for (int i = 0; i < 10; i += 2) {
            engine.fields.remove(SYSTEM, DEALS, "extra" + i, null);
        }
        engine.fieldUpkeep.work();
        int before = done.get();
        for (int tries = 0; tries < 100 && done.get() < before + 8; tries++) {
            Thread.sleep(100);
        }
        working = false;
        assertEquals(List.of(), List.copyOf(failures));
        assertTrue(done.get() > before, "they go on working");
        assertEquals(1, engine.records.count(SYSTEM, Query.of(DEALS).where("extra9==\"value 9\"")));
    }
}
