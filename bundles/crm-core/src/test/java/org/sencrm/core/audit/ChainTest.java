package org.sencrm.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.audit.AuditCheck;
import org.sencrm.api.audit.AuditCheck.Flaw;
import org.sencrm.core.record.TestEngine;

/** Whatever is done to the chain behind its back is found, and where. */
class ChainTest {

    private static final String COPY =
            "ID, HAPPENED_AT, USER_ID, ADDRESS, CHANNEL, KIND, SUBJECT_TYPE, SUBJECT, DETAILS";

    private TrailBench bench;

    @BeforeEach
    void start() {
        bench = new TrailBench().with(5);
    }

    @AfterEach
    void stop() throws InterruptedException {
        bench.close();
    }

    private void finds(Flaw flaw, long entry) {
        AuditCheck check = bench.verify();
        assertEquals(flaw, check.flaw());
        assertEquals(entry, check.entry());
    }

    @Test
    void whatNobodyTouchedIsWhole() {
        AuditCheck check = bench.verify();

        assertTrue(check.isWhole());
        assertEquals(5, check.entries());
        assertTrue(check.head().matches("[0-9a-f]{64}"), check.head());
        assertTrue(bench.verify().isWhole(), "that it was verified is an entry of its own");
    }

    @Test
    void anEmptyChainIsWhole() throws InterruptedException {
        try (TrailBench fresh = new TrailBench()) {
            assertTrue(fresh.verify().isWhole());
        }
    }

    @Test
    void anotherDetailIsFound() {
        bench.tamper("update CORE_AUDIT set DETAILS = '{\"lines\":4}' where ENTRY = 3");
        finds(Flaw.CHANGED, 3);
    }

    @Test
    void everyColumnIsPartOfTheHash() {
        for (String change : new String[] {
            "ID = ID + 1",
            "HAPPENED_AT = '2020-01-01 00:00:00'",
            "USER_ID = 7",
            "USER_ID = null",
            "ADDRESS = '192.0.2.1'",
            "CHANNEL = 'ui'",
            "KIND = 'test.other'",
            "SUBJECT_TYPE = 'others'",
            "SUBJECT = 'two'",
            "SUBJECT = null",
            "HASH = '" + "0".repeat(64) + "'"
        }) {
            try (TrailBench one = new TrailBench().with(2)) {
                one.tamper("update CORE_AUDIT set " + change + " where ENTRY = 2");
                assertFalse(one.verify().isWhole(), change);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void anEntryThatIsGoneIsFound() {
        bench.tamper("delete from CORE_AUDIT where ENTRY = 2");
        finds(Flaw.REMOVED, 2);
    }

    @Test
    void theFirstEntryThatIsGoneIsFound() {
        bench.tamper("delete from CORE_AUDIT where ENTRY = 1");
        finds(Flaw.REMOVED, 1);
    }

    @Test
    void twoThatChangedPlacesAreFound() {
        bench.tamper("update CORE_AUDIT set ENTRY = 100 where ENTRY = 2");
        bench.tamper("update CORE_AUDIT set ENTRY = 2 where ENTRY = 3");
        bench.tamper("update CORE_AUDIT set ENTRY = 3 where ENTRY = 100");
        finds(Flaw.CHANGED, 2);
    }

    @Test
    void aTailThatIsCutIsFound() {
        bench.tamper("delete from CORE_AUDIT where ENTRY > 3");
        finds(Flaw.CUT, 4);
    }

    @Test
    void aTailThatIsCutTogetherWithTheCountIsFound() {
        bench.tamper("delete from CORE_AUDIT where ENTRY > 3");
        bench.tamper("update CORE_AUDIT_HEAD set ENTRIES = 3");
        finds(Flaw.CHANGED, 3);
    }

    @Test
    void anEntryPutInBetweenIsFound() {
        bench.tamper("update CORE_AUDIT set ENTRY = -ENTRY where ENTRY > 3");
        bench.tamper("update CORE_AUDIT set ENTRY = 1 - ENTRY where ENTRY < 0");
        bench.tamper("insert into CORE_AUDIT (ENTRY, HASH, " + COPY + ") select 4, HASH, " + COPY
                + " from CORE_AUDIT where ENTRY = 2");
        finds(Flaw.CHANGED, 4);
    }

    @Test
    void anEntryPutBehindTheEndIsFound() {
        bench.tamper("insert into CORE_AUDIT (ENTRY, HASH, " + COPY + ") select 6, HASH, " + COPY
                + " from CORE_AUDIT where ENTRY = 2");
        finds(Flaw.ADDED, 6);
    }

    @Test
    void anEntryPutBeforeTheBeginningIsFound() {
        bench.tamper("insert into CORE_AUDIT (ENTRY, HASH, " + COPY + ") select 0, HASH, " + COPY
                + " from CORE_AUDIT where ENTRY = 2");
        finds(Flaw.ADDED, 1);
    }

    @Test
    void nobodyElseWritesWhatTheTrailWrites() {
        assertThrows(IllegalArgumentException.class, () -> bench.note("changes.sealed"));
        assertThrows(IllegalArgumentException.class, () -> bench.note("changes.purged"));
    }

    /** Whoever can write everywhere can make a chain that fits; the head that somebody noted down shows it. */
    @Test
    void aChainThatWasMadeAnewIsFoundByTheHeadOfBefore() throws InterruptedException {
        String noted = bench.verify().head();
        assertNull(bench.trail.verify(TestEngine.SYSTEM, noted).flaw());
        try (TrailBench other = new TrailBench().with(9)) {
            assertTrue(other.verify().isWhole());
            assertEquals(
                    Flaw.NOT_EXPECTED,
                    other.trail.verify(TestEngine.SYSTEM, noted).flaw());
        }
    }

    @Test
    void longTextsAreNoOtherThanTheyAre() {
        Canonical one = new Canonical().add("ab").add("c");
        Canonical other = new Canonical().add("a").add("bc");
        assertFalse(one.digest().equals(other.digest()));
        assertFalse(new Canonical()
                .add((String) null)
                .digest()
                .equals(new Canonical().add("").digest()));
    }
}
