package org.sencrm.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.audit.AuditCheck;
import org.sencrm.api.audit.AuditCheck.Flaw;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.upkeep.ModuleRecords;

/** How what happened gets its place in the chain, and how the change log is covered. */
class SealingTest {

    private TrailBench bench;

    @BeforeEach
    void start() {
        bench = new TrailBench();
    }

    @AfterEach
    void stop() throws InterruptedException {
        bench.close();
    }

    @Test
    void whatIsRolledBackIsNeverSealed() {
        assertThrows(
                IllegalStateException.class,
                () -> bench.engine.records.inTransaction(() -> {
                    bench.note("test.undone");
                    throw new IllegalStateException();
                }));
        bench.note("test.done");
        assertEquals(List.of("test.done"), bench.kinds());
    }

    /** Whoever is killed between the commit and the sealing leaves what waits to the next start. */
    @Test
    void whatWaitsAtAKillIsSealedByTheNextOne() {
        bench.note("test.before");
        assertEquals(0, bench.number("select count(*) from CORE_AUDIT"));

        new Sealer(bench.engine.local, Duration.ZERO, Clock.systemUTC()).sealEvents();

        assertEquals(1, bench.number("select count(*) from CORE_AUDIT"));
        assertEquals(0, bench.number("select count(*) from CORE_AUDIT_WAITING"));
        assertTrue(bench.verify().isWhole());
    }

    @Test
    void sealersOfSeveralNodesDoNotForkTheChain() throws Exception {
        int nodes = 4;
        int each = 60;
        CountDownLatch begin = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2 * nodes);
        List<Future<?>> works = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            Sealer sealer = new Sealer(bench.engine.local, Duration.ZERO, Clock.systemUTC());
            works.add(threads.submit(() -> {
                begin.await();
                for (int i = 0; i < each; i++) {
                    bench.note("test.event");
                }
                return null;
            }));
            works.add(threads.submit(() -> {
                begin.await();
                for (int i = 0; i < each; i++) {
                    sealer.sealEvents();
                }
                return null;
            }));
        }
        begin.countDown();
        for (Future<?> work : works) {
            work.get(2, TimeUnit.MINUTES);
        }
        threads.shutdown();

        AuditCheck check = bench.verify();
        assertTrue(check.isWhole(), () -> check.toString());
        assertEquals(nodes * each, check.entries());
    }

    @Test
    void changesOfRecordsAreCovered() {
        RecordData deal = bench.engine.deal("name", "Gốm Bát Tràng");
        bench.engine.deal("name", "Trà Thái Nguyên");
        long changes = bench.number("select count(*) from CORE_CHANGE");
        bench.sealChanges();

        assertEquals(changes, bench.verify().changes());
        bench.engine.records.update(
                TestEngine.SYSTEM, TestEngine.DEALS, deal.id(), deal.version(), java.util.Map.of("name", "Gốm"));
        assertEquals(changes, bench.verify().changes(), "the newest is not sealed yet");
        bench.sealChanges();
        AuditCheck check = bench.verify();
        assertTrue(check.isWhole());
        assertEquals(changes + 1, check.changes());
    }

    @Test
    void aChangeThatIsAlteredIsFound() {
        bench.engine.deal("name", "Gốm Bát Tràng");
        bench.sealChanges();
        bench.tamper("update CORE_CHANGE set CHANGED_BY = 7 where RECORD_TYPE = 'deals'");
        assertEquals(Flaw.CHANGES, bench.verify().flaw());
    }

    @Test
    void aChangeThatIsRemovedIsFound() {
        bench.engine.deal("name", "Gốm Bát Tràng");
        bench.sealChanges();
        bench.tamper("delete from CORE_CHANGE where RECORD_TYPE = 'deals'");
        assertEquals(Flaw.CHANGES, bench.verify().flaw());
    }

    @Test
    void aChangeThatIsPutInLaterIsFound() {
        bench.engine.deal("name", "Gốm Bát Tràng");
        bench.sealChanges();
        bench.tamper(
                "insert into CORE_CHANGE (ID, CHANGED_AT, CHANGED_BY, THROUGH, JOB_ID, RECORD_TYPE, RECORD_ID, KIND,"
                        + " VERSION, FIELDS) select ID - 1, CHANGED_AT, 7, THROUGH, JOB_ID, RECORD_TYPE, RECORD_ID, KIND,"
                        + " VERSION, FIELDS from CORE_CHANGE where RECORD_TYPE = 'deals'");
        assertEquals(Flaw.CHANGES, bench.verify().flaw());
    }

    @Test
    void changesThatAreKeptFromTheChainAreFound() {
        bench.sealChanges();
        bench.engine.deal("name", "Gốm Bát Tràng");
        bench.tamper("update CORE_AUDIT_HEAD set CHANGES_TO = (select max(ID) from CORE_CHANGE)");
        assertEquals(Flaw.CHANGED, bench.verify().flaw());
    }

    @Test
    void aTransactionThatLastsNamesItsChangesItself() throws Exception {
        bench.engine.feed.bind(new AuditWitness(bench.engine.local, bench.engine.audit, Duration.ZERO));
        bench.sealChanges();
        long before = bench.verify().changes();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch sealed = new CountDownLatch(1);
        Thread slow = new Thread(() -> bench.engine.records.inTransaction(() -> {
            bench.engine.deal("name", "Gốm Bát Tràng");
            written.countDown();
            return await(sealed);
        }));
        slow.start();
        assertTrue(written.await(1, TimeUnit.MINUTES));
        // its span is sealed while it is still open, as far as the database lets one look past it
        Thread other = new Thread(() -> bench.sealChanges());
        other.start();
        other.join(500);
        sealed.countDown();
        slow.join();
        other.join();

        bench.sealChanges();
        AuditCheck check = bench.verify();
        assertTrue(check.isWhole(), () -> check.toString());
        assertEquals(before + 1, check.changes());
        assertTrue(bench.kinds().contains(ChangeSpan.LATE));
        bench.tamper("update CORE_CHANGE set FIELDS = '{}' where RECORD_TYPE = 'deals'");
        assertEquals(Flaw.CHANGES, bench.verify().flaw());
    }

    private static Object await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aChangeBeforeTheFirstOneIsFound() {
        bench.engine.deal("name", "Gốm Bát Tràng");
        bench.sealChanges();
        bench.tamper("update CORE_CHANGE set ID = -ID where ID = (select max(ID) from CORE_CHANGE)");

        assertEquals(Flaw.CHANGES, bench.verify().flaw());
    }

    @Test
    void whatGoesWithAPurgedModuleIsNoFlawAndIsToldOnce() {
        bench.engine.deal("name", "Gốm Bát Tràng");
        bench.sealChanges();
        long covered = bench.verify().changes();

        new ModuleRecords(bench.engine.local, bench.engine.types).forget("crm-test");
        bench.engine.create("accounts", "name", "Lụa Hà Đông");
        bench.sealChanges();

        AuditCheck check = bench.verify();
        assertTrue(check.isWhole(), () -> check.toString());
        assertTrue(check.changes() < covered, () -> check.toString());
        assertTrue(bench.kinds().contains("changes.purged"));
        bench.tamper("delete from CORE_CHANGE where ID = (select max(ID) from CORE_CHANGE)");
        assertEquals(Flaw.CHANGES, bench.verify().flaw(), "what came after the purge is watched as ever");
    }

    /** A clock that ran ahead has sealed what was to come; what comes then names itself. */
    @Test
    void whatLiesBehindTheSealNamesItself() {
        bench.engine.feed.bind(new AuditWitness(bench.engine.local, bench.engine.audit));
        bench.engine.deal("name", "Gốm Bát Tràng");
        assertFalse(bench.kinds().contains("changes.late"));

        bench.engine.audit.covered(Long.MAX_VALUE);
        bench.engine.deal("name", "Trà Thái Nguyên");

        assertTrue(bench.kinds().contains("changes.late"));
        assertTrue(bench.verify().isWhole());
    }

    /** Nothing but the change log is written by those who change records. */
    @Test
    void aSaveCostsNoStatementMore() {
        RecordData deal = bench.engine.deal("name", "Gốm Bát Tràng");
        bench.engine.database.statements();
        RecordData second = bench.engine.records.update(
                TestEngine.SYSTEM, TestEngine.DEALS, deal.id(), deal.version(), java.util.Map.of("name", "Gốm"));
        List<String> without = bench.engine.database.statements();
        bench.engine.feed.bind(new AuditWitness(bench.engine.database, new AuditLog(bench.engine.database)));
        bench.engine.records.update(
                TestEngine.SYSTEM, TestEngine.DEALS, deal.id(), second.version(), java.util.Map.of("name", "Trà"));
        assertEquals(without, bench.engine.database.statements());
    }
}
