package org.sencrm.transfer.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.job.Job;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.transfer.Imports;
import org.sencrm.transfer.support.Crm;

class InterruptedImportTest {

    private static final int ROWS = 1_777;
    private static final String FILE = "name,employees\n"
            + IntStream.range(0, ROWS)
                    .mapToObj(i -> "Account " + i + "," + (i % 100 == 99 ? "many" : i))
                    .collect(Collectors.joining("\n"));
    private static final int BAD = ROWS / 100;

    @TempDir
    Path folder;

    private Crm crm;
    private Desk desk;

    /** As if the power went: nothing catches it. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void open() {
        crm = new Crm(folder);
        desk = new Desk(crm);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500, 501, 1_000, 1_700})
    void afterAPowerCutTheImportGoesOnByItselfAndIsExact(int at) {
        AtomicInteger rows = new AtomicInteger();
        crm.records.beforeCreate = values -> {
            if (rows.getAndIncrement() == at) {
                throw new PowerCut();
            }
        };
        Imports.Status started = desk.imports.start(Crm.LAN, "accounts", desk.upload(FILE), Desk.create());
        crm.jobs.await();
        crm.records.beforeCreate = values -> {};

        desk.start();
        assertEquals(
                Job.State.INTERRUPTED,
                desk.imports.status(Crm.LAN, started.id()).state());
        desk.imports.workshop().lookRound();

        assertExact(desk.finished(started.id()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aPowerCutAtACommitLosesAndDoublesNothing(int at) {
        AtomicInteger commits = new AtomicInteger();
        crm.records.beforeCommit = () -> {
            if (commits.incrementAndGet() == at) {
                throw new PowerCut();
            }
        };
        Imports.Status started = desk.imports.start(Crm.LAN, "accounts", desk.upload(FILE), Desk.create());
        crm.jobs.await();
        crm.records.beforeCommit = () -> {};

        desk.start();
        desk.imports.workshop().lookRound();

        assertExact(desk.finished(started.id()));
    }

    @Test
    void whileTheDatabaseIsAwayTheImportWaitsAndThenGoesOn() throws InterruptedException {
        AtomicInteger rows = new AtomicInteger();
        crm.records.beforeCreate = values -> {
            if (rows.getAndIncrement() == 700) {
                crm.source.away(true);
                throw new IllegalStateException("the connection is gone");
            }
        };
        Imports.Status started = desk.imports.start(Crm.LAN, "accounts", desk.upload(FILE), Desk.create());
        crm.jobs.await();
        desk.imports.workshop().lookRound();
        crm.source.away(false);

        TimeUnit.MILLISECONDS.sleep(1_100);
        desk.imports.workshop().lookRound();

        assertExact(desk.finished(started.id()));
    }

    @Test
    void whatNeedsAModuleWaitsUntilItIsThere() {
        crm.records.beforeCreate = values -> {
            throw new PowerCut();
        };
        Imports.Status started = desk.imports.start(Crm.LAN, "accounts", desk.upload(FILE), Desk.create());
        crm.jobs.await();
        crm.records.beforeCreate = values -> {};
        RecordType accounts = crm.types.remove("accounts");

        desk.start();
        desk.imports.workshop().lookRound();
        assertEquals(Job.State.INTERRUPTED, desk.finished(started.id()).state());

        crm.types.put(accounts);
        desk.imports.workshop().lookRound();
        assertExact(desk.finished(started.id()));
    }

    @Test
    void aRowThatSpoilsTheTransactionFailsAlone() {
        AtomicInteger spoiled = new AtomicInteger();
        crm.records.beforeCreate = values -> {
            if ("Account 777".equals(values.get("name"))) {
                spoiled.incrementAndGet();
                throw new IllegalStateException("a hook with a bug");
            }
        };

        Imports.Status status = desk.run("accounts", FILE, Desk.create());

        assertEquals(ROWS - BAD - 1, status.created());
        assertEquals(BAD + 1, status.failed());
        assertEquals(ROWS, status.done());
        assertTrue(spoiled.get() < 15, "tried " + spoiled + " times");
        assertTrue(desk.errors(Crm.LAN, status.id()).contains("Account 777,777,779,,unexpected,"));
    }

    @Test
    void aCancelledImportKeepsWhatItCommittedAndCanGoOn() throws InterruptedException {
        CountDownLatch halfWay = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger rows = new AtomicInteger();
        crm.records.beforeCreate = values -> {
            if (rows.getAndIncrement() == 700) {
                halfWay.countDown();
                await(goOn);
            }
        };
        Imports.Status started = desk.imports.start(Crm.LAN, "accounts", desk.upload(FILE), Desk.create());
        assertTrue(halfWay.await(20, TimeUnit.SECONDS));

        assertThrows(NotNow.class, () -> desk.imports.start(Crm.LAN, "accounts", desk.upload(FILE), Desk.create()));
        assertThrows(NotNow.class, () -> desk.imports.undo(Crm.LAN, started.id()));
        assertEquals(
                Job.State.CANCELLED, desk.imports.cancel(Crm.LAN, started.id()).state());
        goOn.countDown();
        Imports.Status cancelled = desk.finished(started.id());
        assertEquals(Job.State.CANCELLED, cancelled.state());
        assertEquals(500, cancelled.done());
        assertEquals(495, crm.records.all("accounts").size());

        desk.imports.resume(Crm.LAN, started.id());
        assertExact(desk.finished(started.id()));
    }

    @Test
    void undoTakesBackWhatWasCreatedAndUpdatedButNotWhatSomebodyChangedSince() {
        RecordData old = crm.add("accounts", Map.of("name", "Acme", "sector", "old", "externalId", "A0"));
        Imports.Status status = desk.run(
                "accounts", "externalId,name,sector\nA0,Acme,new\nA1,Beta,x\nA2,Gamma,x\n", Desk.upsert("externalId"));
        RecordData gamma = crm.records.named("accounts", "Gamma");
        crm.records.update(Crm.MAI, "accounts", gamma.id(), gamma.version(), Map.of("sector", "mine"));

        desk.imports.undo(Crm.LAN, status.id());
        Imports.Status undone = desk.finished(status.id());

        assertEquals(Job.State.UNDONE, undone.state());
        assertEquals("Undone. Changes that were kept because somebody changed the records since: 1.", undone.message());
        assertEquals(List.of("Acme", "Gamma"), names());
        assertEquals("old", crm.records.get(Crm.LAN, "accounts", old.id()).text("sector"));
        assertThrows(NotNow.class, () -> desk.imports.undo(Crm.LAN, status.id()));
        assertThrows(NotNow.class, () -> desk.imports.resume(Crm.LAN, status.id()));
    }

    @Test
    void aWaitingRowSurvivesAPowerCutAsWell() {
        crm.records.beforeCreate = values -> {
            if ("Child".equals(values.get("name"))) {
                throw new PowerCut();
            }
        };
        Imports.Status started = desk.imports.start(
                Crm.LAN, "accounts", desk.upload("name,parent\nChild,Mother\nMother,\n"), Desk.create());
        crm.jobs.await();
        crm.records.beforeCreate = values -> {};

        desk.start();
        desk.imports.workshop().lookRound();

        assertEquals(2, desk.finished(started.id()).created());
        assertNotNull(crm.records.named("accounts", "Child").reference("parent"));
    }

    private void assertExact(Imports.Status status) {
        assertEquals(Job.State.DONE, status.state());
        assertEquals(ROWS, status.total());
        assertEquals(ROWS, status.done());
        assertEquals(ROWS - BAD, status.created());
        assertEquals(BAD, status.failed());
        assertEquals(ROWS - BAD, crm.records.all("accounts").size());
        assertEquals(ROWS - BAD, new TreeSet<>(names()).size());
        assertEquals(BAD + 1, desk.errors(Crm.LAN, status.id()).split("\r\n").length);
    }

    private List<String> names() {
        return crm.records.all("accounts").stream()
                .map(record -> record.text("name"))
                .sorted()
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
