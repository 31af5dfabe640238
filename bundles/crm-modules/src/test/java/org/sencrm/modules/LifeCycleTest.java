package org.sencrm.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.job.Job;
import org.sencrm.api.module.Modules.Action;
import org.sencrm.api.module.Modules.Plan;
import org.sencrm.api.module.Modules.State;

/** Versions and data of a module through updates, ways back, failures and cuts of the power. */
class LifeCycleTest {

    private static final String ID = "acme-visits";
    private static final String[] ONE = {
        "create table ACME_VISITS_PLACE (ID bigint primary key, NAME varchar(50))",
        "create table ACME_VISITS_VISIT (ID bigint primary key, PLACE bigint references ACME_VISITS_PLACE,"
                + " COST decimal(12,2), SEEN_AT timestamp, PHOTO blob)"
    };
    private static final String[] TWO = {ONE[0], ONE[1], "alter table ACME_VISITS_PLACE drop column NAME"};

    @TempDir
    private Path folder;

    private Stage stage;

    @BeforeEach
    void installed() throws Exception {
        stage = new Stage(folder);
        stage.packages.offer(ID, "1.0.0");
        stage.data.changelog(ID + " 1.0.0", ONE);
        stage.data.changelog(ID + " 2.0.0", TWO);
        stage.start();
        stage.done(ID, Action.INSTALL);
        fill();
        stage.packages.offer(ID, "2.0.0");
    }

    private void fill() throws SQLException {
        stage.sql("insert into ACME_VISITS_PLACE values (1, 'Đà Nẵng'), (2, null)");
        stage.sql("insert into ACME_VISITS_VISIT values"
                + " (7, 1, 1250.50, timestamp('2026-01-02 03:04:05.678'), cast(X'00FF' as blob))");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void anUpdateBringsTheNewVersionAndItsTables() throws Exception {
        stage.done(ID, Action.UPDATE);

        assertNew();
        assertEquals(List.of("1.0.0"), stage.module(ID).previousVersions());
        stage.start();
        assertNew();
    }

    @Test
    void aRollBackBringsBundlesAndDataBack() throws Exception {
        stage.done(ID, Action.UPDATE);
        stage.sql("insert into ACME_VISITS_PLACE values (3)");

        assertTrue(stage.plan(ID, Action.ROLLBACK).warnings().get(0).contains("version 1.0.0 was left"));
        stage.done(ID, Action.ROLLBACK);

        assertOld();
        assertEquals(List.of(), stage.module(ID).previousVersions());
        stage.start();
        assertOld();
        stage.done(ID, Action.UPDATE);
        assertNew();
    }

    @Test
    void aRollBackToTheSameTablesKeepsWhatWasEnteredSince() throws Exception {
        stage.data.changelog(ID + " 2.0.0", ONE);
        stage.done(ID, Action.UPDATE);
        stage.sql("insert into ACME_VISITS_PLACE values (3, 'Huế')");

        assertEquals(List.of(), stage.plan(ID, Action.ROLLBACK).warnings());
        stage.done(ID, Action.ROLLBACK);

        assertEquals(List.of("1", "2", "3"), stage.rows("select ID from ACME_VISITS_PLACE order by ID"));
        assertEquals("1.0.0", stage.module(ID).version());
    }

    @Test
    void aWayBackOverSeveralVersionsFindsTheTablesOfThen() throws Exception {
        stage.packages.offer(ID, "1.1.0");
        stage.data.changelog(ID + " 1.1.0", ONE);
        stage.service.run(
                Stage.ADMIN,
                stage.service.plan(Stage.ADMIN, ID, "1.1.0", Action.UPDATE).id());
        stage.done(ID, Action.UPDATE);
        assertEquals(List.of("1.1.0", "1.0.0"), stage.module(ID).previousVersions());

        stage.service.run(
                Stage.ADMIN,
                stage.service.plan(Stage.ADMIN, ID, "1.0.0", Action.ROLLBACK).id());

        assertOld();
    }

    @Test
    void columnsThatPeopleAddedComeBackWithTheData() throws Exception {
        stage.sql("alter table ACME_VISITS_PLACE add column CX_1 varchar(20)");
        stage.sql("update ACME_VISITS_PLACE set CX_1 = 'biển' where ID = 1");
        stage.done(ID, Action.UPDATE);

        stage.done(ID, Action.ROLLBACK);

        assertEquals(List.of("biển"), stage.rows("select CX_1 from ACME_VISITS_PLACE where ID = 1"));
    }

    @Test
    void onlyAsManyVersionsAreKeptAsWanted() throws Exception {
        stage.settings.put("modules.versions.kept", "1");
        stage.done(ID, Action.UPDATE);
        stage.packages.offer(ID, "3.0.0");
        stage.data.changelog(ID + " 3.0.0", TWO);

        stage.done(ID, Action.UPDATE);

        assertEquals(List.of("2.0.0"), stage.module(ID).previousVersions());
        assertFalse(Files.exists(stage.home.release(ID, "1.0.0")));
        assertTrue(Files.exists(stage.home.release(ID, "2.0.0")));
    }

    @Test
    void aSchemaStepThatFailsHalfWayLeavesTheOldVersionRunningWithItsData() throws Exception {
        stage.data.changelog(ID + " 2.0.0", TWO[0], TWO[1], TWO[2], "this is no step");

        Job job = stage.run(ID, Action.UPDATE);

        assertEquals("The acme-visits stays as it was, because this did not work. The log tells more.", job.message());
        assertOld();
        stage.start();
        assertOld();
    }

    @Test
    void anUpdateOfAQuarantinedModuleThatFailsIsTakenBackToo() throws Exception {
        stage.host.holding(ID, Duration.ofSeconds(10));
        // on a thread of its own
        for (int i = 0; i < 500 && stage.module(ID).state() != State.QUARANTINED; i++) {
            Thread.sleep(10);
        }
        stage.data.changelog(ID + " 2.0.0", TWO[0], TWO[1], TWO[2], "this is no step");

        assertEquals(Job.State.FAILED, stage.run(ID, Action.UPDATE).state());

        assertEquals(List.of(), new Journal(stage.home, stage.clock).unfinished());
        assertEquals(State.QUARANTINED, stage.module(ID).state());
        stage.done(ID, Action.ON);
        assertOld();
    }

    @Test
    void aFailedFirstStepOfAnInstallationLeavesNoTables() throws Exception {
        stage.packages.offer("acme-tours", "1.0.0");
        stage.data.changelog("acme-tours 1.0.0", "create table ACME_TOURS_TOUR (ID bigint)", "this is no step");

        assertEquals(Job.State.FAILED, stage.run("acme-tours", Action.INSTALL).state());

        assertEquals(State.AVAILABLE, stage.module("acme-tours").state());
        assertFalse(stage.hasTable("ACME_TOURS_TOUR"));
        assertOld();
    }

    @Test
    void anUpdateThatDoesNotStartIsTakenBackWithTheData() throws Exception {
        stage.platform.throwing.add(ID + " 2.0.0");

        assertEquals(Job.State.FAILED, stage.run(ID, Action.UPDATE).state());

        assertOld();
        stage.start();
        assertOld();
    }

    @Test
    void aFailedUpdateLeavesNoOldDataForALaterWayBack() throws Exception {
        stage.platform.throwing.add(ID + " 2.0.0");
        stage.run(ID, Action.UPDATE);
        stage.platform.throwing.clear();
        stage.sql("insert into ACME_VISITS_PLACE values (3, 'Huế')");
        stage.data.changelog(ID + " 2.0.0", ONE);

        stage.done(ID, Action.UPDATE);
        stage.done(ID, Action.ROLLBACK);

        assertEquals(List.of("1", "2", "3"), stage.rows("select ID from ACME_VISITS_PLACE order by ID"));
    }

    @Test
    void uninstallingKeepsTheDataForTheNextInstallation() throws Exception {
        stage.done(ID, Action.UNINSTALL);
        assertEquals(List.of("1", "2"), stage.rows("select ID from ACME_VISITS_PLACE order by ID"));

        stage.data.changelog(ID + " 2.0.0", TWO[0], TWO[1], TWO[2], "this is no step");
        assertEquals(Job.State.FAILED, stage.run(ID, Action.INSTALL).state());
        assertEquals(State.AVAILABLE, stage.module(ID).state());
        assertTrue(stage.hasColumn("ACME_VISITS_PLACE", "NAME"));

        stage.data.changelog(ID + " 2.0.0", TWO);
        stage.done(ID, Action.INSTALL);
        assertNew();
    }

    @Test
    void purgingKeepsACopyOutsideAndLeavesNothingInside() throws Exception {
        stage.sql("create table ACME_VISITSX (ID bigint)");
        stage.done(ID, Action.PURGE);

        assertEquals(State.AVAILABLE, stage.module(ID).state());
        assertFalse(stage.hasTable("ACME_VISITS_PLACE"));
        assertFalse(stage.hasTable("ACME_VISITS_VISIT"));
        assertTrue(stage.hasTable("ACME_VISITSX"));
        assertEquals(Set.of(ID), stage.data.withoutSettings);
        assertEquals(Set.of(), stage.platform.installed());
        assertTrue(Files.size(stage.home.exports().resolve(ID + "-20260101-000000/tables.copy")) > 0);
        assertFalse(Files.exists(stage.home.release(ID, "1.0.0")));
        stage.done(ID, Action.INSTALL);
        assertEquals(List.of(), stage.rows("select ID from ACME_VISITS_PLACE"));
    }

    @Test
    void recordsStayAsTheyAreFromTheExportUntilTheModuleHasStopped() {
        List<Set<String>> seen = new ArrayList<>();
        stage.data.fieldsElsewhere.put("accounts", List.of("visits"));
        stage.data.visited = () -> seen.add(Set.copyOf(stage.data.still));
        stage.platform.stopping = () -> seen.add(Set.copyOf(stage.data.still));

        assertEquals(Job.State.FAILED, stage.run(ID, Action.PURGE).state(), "there is nobody to export the fields");

        assertEquals(List.of(Set.of(ID)), seen);
        assertEquals(Set.of(), stage.data.still);
        stage.data.fieldsElsewhere.clear();
        stage.done(ID, Action.PURGE);
        // at both exports and as it stops
        assertEquals(List.of(Set.of(ID), Set.of(ID), Set.of(ID)), seen.subList(0, 3));
        assertEquals(Set.of(), stage.data.still);
    }

    @Test
    void aPurgeLeavesNothingOfTheRecordsInTheCore() {
        stage.done(ID, Action.UPDATE);
        assertEquals(Set.of(), stage.data.withoutRecords);

        stage.done(ID, Action.PURGE);

        assertEquals(Set.of(ID), stage.data.withoutRecords);
    }

    @Test
    void uniqueValuesGoBackWithTheRecords() throws Exception {
        stage.sql("create table CORE_UNIQUE (RECORD_TYPE varchar(50), FIELD varchar(50), VALUE_KEY varchar(200),"
                + " RECORD_ID bigint)");
        stage.sql("insert into CORE_UNIQUE values ('places', 'code', 'a', 1), ('others', 'code', 'a', 1)");
        stage.data.types.put(ID, Set.of("places", "visits"));
        stage.done(ID, Action.UPDATE);
        stage.sql("delete from CORE_UNIQUE where RECORD_TYPE = 'places'");
        stage.sql("insert into CORE_UNIQUE values ('places', 'code', 'b', 3), ('visits', 'code', 'c', 4),"
                + " ('others', 'code', 'b', 2)");

        stage.done(ID, Action.ROLLBACK);

        assertEquals(
                List.of("others a", "others b", "places a"),
                stage.rows("select RECORD_TYPE || ' ' || VALUE_KEY from CORE_UNIQUE order by RECORD_TYPE, VALUE_KEY"));
    }

    @Test
    void whatWasBegunComesToItsEndBeforeAnythingElseIsDone() throws Exception {
        stage.data.failing = true;
        assertEquals(Job.State.FAILED, stage.run(ID, Action.PURGE).state());

        Job refused = stage.service.run(
                Stage.ADMIN,
                stage.service.plan(Stage.ADMIN, ID, "1.0.0", Action.INSTALL).id());
        assertEquals(Job.State.FAILED, refused.state());
        assertTrue(refused.message().startsWith("An earlier operation on acme-visits has not come to its end"));
        assertEquals(State.AVAILABLE, stage.module(ID).state());

        stage.data.failing = false;
        doneTo("1.0.0", Action.INSTALL);
        fill();
        stage.start();
        assertOld();
    }

    @Test
    void aDatabaseThatGoesAwayUndoesNothingLater() throws Exception {
        for (Action action : List.of(Action.PURGE, Action.UPDATE)) {
            boolean through = false;
            int late = 0;
            for (int connections = 0; !through; connections++) {
                String plan = stage.plan(ID, action).id();
                stage.database.breakAfter(connections);
                through = stage.service.run(Stage.ADMIN, plan).state() == Job.State.DONE;
                stage.database.mend();
                late += new Journal(stage.home, stage.clock).unfinished().size();
                if (through && action == Action.UPDATE) {
                    stage.done(ID, Action.ROLLBACK);
                } else if (stage.module(ID).state() == State.AVAILABLE) {
                    doneTo("1.0.0", Action.INSTALL);
                    fill();
                }
                stage.start();
                assertOld();
            }
            assertTrue(late > 0, "some of it was cut off");
        }
    }

    @Test
    void whatALaterOperationHasOvertakenIsNotUndoneAnyMore() throws Exception {
        Journal journal = new Journal(stage.home, stage.clock);
        ModuleState now = new States(stage.home).get(ID);
        Journal.Entry open = journal.begin(Action.PURGE, now, ModuleState.none(ID), 1, steps -> {});
        journal.note(open, Journal.Step.DECIDED);
        Journal.Entry later = journal.begin(Action.INSTALL, ModuleState.none(ID), now, 1, steps -> {});
        journal.note(later, Journal.Step.DONE);

        stage.start();

        assertOld();
        assertEquals(List.of(), journal.unfinished());
    }

    @Test
    void theJournalKeepsWhatIsNotAtItsEnd() {
        Journal journal = new Journal(stage.home, stage.clock);
        ModuleState other = ModuleState.none("acme-tours");
        journal.begin(Action.PURGE, ModuleState.none(ID), ModuleState.none(ID), 1, steps -> {});
        for (int i = 0; i < 102; i++) {
            journal.note(journal.begin(Action.PURGE, other, other, 1, steps -> {}), Journal.Step.DONE);
        }

        assertEquals(1, journal.unfinished().size());
        assertTrue(journal.entries().size() < 103);
    }

    @Test
    void anOlderVersionIsNotInstalledOverNewerData() {
        stage.done(ID, Action.UPDATE);
        stage.done(ID, Action.UNINSTALL);

        Plan older = stage.service.plan(Stage.ADMIN, ID, "1.0.0", Action.INSTALL);
        assertFalse(older.possible());
        assertEquals(
                List.of("The data of The acme-visits is that of version 2.0.0."
                        + " Install 2.0.0 or a newer version, or purge the data first."),
                older.warnings());

        doneTo("2.0.0", Action.INSTALL);
    }

    @Test
    void aPurgeTakesNoTableOfAModuleWithALongerName() throws Exception {
        stage.packages.offer("acme", "1.0.0");
        stage.data.changelog("acme 1.0.0", "create table ACME_THING (ID bigint)");
        stage.done("acme", Action.INSTALL);

        assertEquals(List.of("ACME_THING"), stage.plan("acme", Action.PURGE).tables());
        stage.done("acme", Action.PURGE);

        assertFalse(stage.hasTable("ACME_THING"));
        assertOld();
    }

    @Test
    void cutOffAnywhereAnUpdateEndsInTheOldOrTheNewState() throws Exception {
        everyCut(Action.UPDATE, this::assertOld, this::assertNew, () -> stage.done(ID, Action.ROLLBACK));
    }

    @Test
    void cutOffAnywhereARollBackEndsInTheOldOrTheNewState() throws Exception {
        stage.done(ID, Action.UPDATE);
        everyCut(Action.ROLLBACK, this::assertNew, this::assertOld, () -> stage.done(ID, Action.UPDATE));
    }

    @Test
    void cutOffAnywhereAnUninstallationEndsInTheOldOrTheNewState() throws Exception {
        everyCut(Action.UNINSTALL, this::assertOld, this::assertUninstalled, () -> doneTo("1.0.0", Action.INSTALL));
    }

    @Test
    void cutOffAnywhereAPurgeEndsInTheOldOrTheNewState() throws Exception {
        everyCut(Action.PURGE, this::assertOld, this::assertPurged, () -> {
            stage.data.withoutSettings.clear();
            doneTo("1.0.0", Action.INSTALL);
            fill();
        });
    }

    @Test
    void cutOffAnywhereSwitchingOffEndsInTheOldOrTheNewState() throws Exception {
        everyCut(Action.OFF, this::assertOld, this::assertOff, () -> stage.done(ID, Action.ON));
    }

    @Test
    void cutOffAnywhereSwitchingOnEndsInTheOldOrTheNewState() throws Exception {
        stage.done(ID, Action.OFF);
        everyCut(Action.ON, this::assertOff, this::assertOld, () -> stage.done(ID, Action.OFF));
    }

    @Test
    void cutOffAnywhereAnInstallationEndsInTheOldOrTheNewState() throws Exception {
        stage.done(ID, Action.PURGE);
        everyCut(Action.INSTALL, this::assertPurged, this::assertInstalled, () -> stage.done(ID, Action.PURGE));
    }

    /**
     * Ends the process before each of its steps in turn, statements of the database among them, and the next one while it
     * puts things in order, until one run gets through.
     *
     * @param reset from the new state to the old one
     */
    private void everyCut(Action action, Check old, Check after, Check reset) throws Exception {
        boolean through = false;
        int ended = 0;
        int forward = 0;
        for (int cut = 0; !through; cut++) {
            Path before = lastEntry();
            String plan = stage.plan(ID, action).id();
            stage.fuse.burnAfter(cut);
            try {
                stage.service.run(Stage.ADMIN, plan);
                through = true;
            } catch (Killed end) {
                ended++;
            }
            stage.bootOnly();
            stage.fuse.burnAfter(cut % 23);
            try {
                stage.service.takeUp();
            } catch (Killed endAgain) {
                ended++;
            }
            stage.start();
            assertEquals(List.of(), new Journal(stage.home, stage.clock).unfinished());
            if (!lastEntry().equals(before) && isDone(lastEntry())) {
                after.now();
                forward++;
                if (!through) {
                    reset.now();
                }
            } else {
                old.now();
            }
        }
        assertTrue(ended > 5 && forward > 0, ended + " cuts, " + forward + " went forward");
    }

    private Path lastEntry() {
        List<Path> files = Home.list(stage.home.journal());
        return files.get(files.size() - 1);
    }

    /** Whether the journal says that the operation ended in the new state. */
    private static boolean isDone(Path entry) throws IOException {
        return Files.readAllLines(entry).contains("DONE");
    }

    private void doneTo(String version, Action action) {
        Job job = stage.service.run(
                Stage.ADMIN,
                stage.service.plan(Stage.ADMIN, ID, version, action).id());
        assertEquals(Job.State.DONE, job.state(), job.message());
    }

    private void assertInstalled() {
        assertEquals(State.RUNNING, stage.module(ID).state());
        assertEquals(List.of(ID + " 2.0.0"), stage.platform.runningNames());
    }

    private void assertUninstalled() throws Exception {
        assertEquals(State.AVAILABLE, stage.module(ID).state());
        assertEquals(Set.of(), stage.platform.installed());
        assertEquals(List.of("1", "2"), stage.rows("select ID from ACME_VISITS_PLACE order by ID"));
    }

    private void assertPurged() throws Exception {
        assertEquals(State.AVAILABLE, stage.module(ID).state());
        assertEquals(Set.of(), stage.platform.installed());
        assertFalse(stage.hasTable("ACME_VISITS_PLACE"));
        assertFalse(stage.hasTable("ACME_VISITS_VISIT"));
        assertEquals(Set.of(ID), stage.data.withoutSettings);
    }

    private void assertOff() throws Exception {
        assertEquals(State.OFF, stage.module(ID).state());
        assertEquals(List.of(), stage.platform.runningNames());
        assertEquals(List.of("1", "2"), stage.rows("select ID from ACME_VISITS_PLACE order by ID"));
    }

    private void assertOld() throws Exception {
        assertEquals(State.RUNNING, stage.module(ID).state());
        assertEquals("1.0.0", stage.module(ID).version());
        assertEquals(List.of(ID + " 1.0.0"), stage.platform.runningNames());
        assertEquals(
                List.of("1 Đà Nẵng", "2 -"),
                stage.rows("select trim(char(ID)) || ' ' || coalesce(NAME, '-') from ACME_VISITS_PLACE order by ID"));
        assertEquals(List.of("1250.50"), stage.rows("select COST from ACME_VISITS_VISIT where PLACE = 1"));
        assertEquals(List.of("2026-01-02 03:04:05.678"), stage.rows("select SEEN_AT from ACME_VISITS_VISIT"));
        assertEquals(List.of("00ff"), stage.rows("select PHOTO from ACME_VISITS_VISIT"));
    }

    private void assertNew() throws Exception {
        assertEquals(State.RUNNING, stage.module(ID).state());
        assertEquals("2.0.0", stage.module(ID).version());
        assertEquals(List.of(ID + " 2.0.0"), stage.platform.runningNames());
        assertFalse(stage.hasColumn("ACME_VISITS_PLACE", "NAME"));
        assertEquals(List.of("1", "2"), stage.rows("select ID from ACME_VISITS_PLACE where ID < 3 order by ID"));
        assertEquals(List.of("1250.50"), stage.rows("select COST from ACME_VISITS_VISIT"));
    }

    private interface Check {
        void now() throws Exception;
    }
}
