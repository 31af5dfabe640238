package org.sencrm.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.core.record.TestEngine.DEALS;
import static org.sencrm.core.record.TestEngine.SYSTEM;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.record.RecordData;

/** Records of a module that stay as they are while they are written to files for the last time. */
class StillnessTest {

    private static final String MODULE = "crm-test";

    private TestEngine engine;

    @BeforeEach
    void start() {
        engine = new TestEngine();
    }

    @AfterEach
    void stop() throws InterruptedException {
        engine.close();
    }

    @Test
    void nothingChangesAndAllIsReadUntilTheyAreLetGo() {
        RecordData deal = engine.deal("name", "kept");
        RecordData trashed = engine.deal("name", "trashed");
        engine.records.delete(SYSTEM, DEALS, trashed.id(), 1);

        engine.types.keepStill(MODULE);

        assertRefused(() -> engine.deal("name", "new"));
        assertRefused(() -> engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("name", "other")));
        assertRefused(() -> engine.records.delete(SYSTEM, DEALS, deal.id(), 1));
        assertRefused(() -> engine.records.restore(SYSTEM, DEALS, trashed.id()));
        assertEquals(List.of("kept"), engine.names(SYSTEM, ""));
        engine.create("accounts", "name", "Sen");

        engine.types.letGo(MODULE);
        engine.records.update(SYSTEM, DEALS, deal.id(), 1, Map.of("name", "other"));
        assertEquals(List.of("other"), engine.names(SYSTEM, ""));
    }

    private static void assertRefused(Runnable change) {
        assertThrows(NotNow.class, change::run);
    }

    @Test
    void itIsSaidInTheLanguageOfWhoeverIsRefused() {
        engine.types.keepStill(MODULE);

        String said = assertThrows(
                        NotNow.class,
                        () -> engine.records.create(
                                SYSTEM.speaking(Locale.forLanguageTag("vi")), DEALS, Map.of("name", "a")))
                .getMessage();
        assertTrue(said.startsWith("Mô-đun này"), said);
    }

    @Test
    void whatIsUnderWayComesToItsEndFirst() throws Exception {
        CountDownLatch saved = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> engine.records.inTransaction(() -> {
            engine.deal("name", "under way");
            saved.countDown();
            await(mayEnd);
            ended.set(true);
            return null;
        }));
        await(saved);

        CompletableFuture<Boolean> still = CompletableFuture.supplyAsync(() -> {
            engine.types.keepStill(MODULE);
            return ended.get();
        });
        assertThrows(TimeoutException.class, () -> still.get(200, TimeUnit.MILLISECONDS));
        mayEnd.countDown();

        assertTrue(still.get(20, TimeUnit.SECONDS));
        writer.get(20, TimeUnit.SECONDS);
        assertEquals(List.of("under way"), engine.names(SYSTEM, ""));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
