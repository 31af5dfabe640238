package org.sencrm.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.audit.AuditCheck;
import org.sencrm.api.record.RecordData;
import org.sencrm.core.change.ChangeEntry;
import org.sencrm.core.change.ChangeEntry.Diff;
import org.sencrm.core.change.ChangeLog;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.store.Sql;

/** Changes say less than they did, and the trail can be verified all the same, and shows what was altered otherwise. */
class ErasedChangesTest {

    private final TrailBench bench = new TrailBench();
    private final ErasedChanges erased = new ErasedChanges(bench.engine.audit);
    private final ChangeLog log = new ChangeLog();

    @AfterEach
    void close() throws InterruptedException {
        bench.close();
    }

    private void erase(RecordData record) {
        bench.engine.database.write(connection -> {
            erased.begin(connection);
            List<ChangeEntry> all = log.ofRecord(connection, record.type(), record.id(), new Sql(), 100);
            erased.rewrite(
                    connection,
                    TestEngine.SYSTEM,
                    all.stream().map(ErasedChangesTest::blank).toList());
            return null;
        });
    }

    private static ChangeEntry blank(ChangeEntry entry) {
        Map<String, Diff> fields = new LinkedHashMap<>();
        entry.fields().forEach((name, diff) -> fields.put(name, new Diff(null, null)));
        return entry.saying(fields);
    }

    private void finds(AuditCheck.Flaw flaw) {
        assertEquals(flaw, bench.verify().flaw());
    }

    @Test
    void whatIsSealedStaysWholeBeforeAndAfterItsErasureIsSealed() {
        RecordData first = bench.engine.deal("name", "Gốm Bát Tràng");
        bench.sealChanges();
        bench.engine.deal("name", "Lụa Hà Đông");
        bench.sealChanges();

        erase(first);

        finds(null);
        bench.sealer.sealEvents();
        finds(null);
        assertEquals(1, bench.kinds().stream().filter(ChangeSpan.ERASED::equals).count());
    }

    @Test
    void whatIsErasedTwiceIsWhole() {
        RecordData first = bench.engine.deal("name", "Gốm Bát Tràng");
        RecordData second = bench.engine.deal("name", "Lụa Hà Đông");
        bench.sealChanges();
        erase(first);
        bench.sealer.sealEvents();
        erase(second);
        finds(null);
    }

    @Test
    void whatIsNotSealedYetNeedsNoEntry() {
        RecordData deal = bench.engine.deal("name", "Gốm Bát Tràng");
        erase(deal);
        bench.sealChanges();
        finds(null);
        assertTrue(bench.kinds().stream().noneMatch(ChangeSpan.ERASED::equals));
    }

    @Test
    void whatALongTransactionNamedStaysWhole() {
        bench.engine.feed.bind(new AuditWitness(bench.engine.local, bench.engine.audit, Duration.ZERO));
        RecordData deal = bench.engine.deal("name", "Gốm Bát Tràng");
        bench.sealChanges();
        erase(deal);
        finds(null);
        bench.sealer.sealEvents();
        finds(null);
        assertEquals(1, bench.kinds().stream().filter(ChangeSpan.ERASED::equals).count());
    }

    @Test
    void whatWasAlteredBeforeTheErasureIsFoundAsEver() {
        RecordData first = bench.engine.deal("name", "Gốm Bát Tràng");
        bench.engine.deal("name", "Lụa Hà Đông");
        bench.sealChanges();
        bench.tamper("update CORE_CHANGE set THROUGH = 'other' where RECORD_ID <> " + first.id()
                + " and RECORD_TYPE = 'deals'");
        erase(first);
        finds(AuditCheck.Flaw.CHANGES);
    }

    @Test
    void whatIsAlteredAfterTheErasureIsFound() {
        RecordData first = bench.engine.deal("name", "Gốm Bát Tràng");
        bench.sealChanges();
        erase(first);
        bench.sealer.sealEvents();
        assertNull(bench.verify().flaw());
        bench.tamper("update CORE_CHANGE set THROUGH = 'other' where RECORD_ID = " + first.id());
        finds(AuditCheck.Flaw.CHANGES);
    }

    @Test
    void aChangeInTheMiddleOfManySpansIsInItsOwn() {
        RecordData middle = null;
        for (int i = 0; i < 9; i++) {
            RecordData deal = bench.engine.deal("name", "Deal " + i);
            middle = i == 4 ? deal : middle;
            bench.note("test.between");
            bench.sealer.sealEvents();
            bench.sealChanges();
        }
        erase(middle);
        finds(null);
    }
}
