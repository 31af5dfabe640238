package org.sencrm.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.module.ModuleEvent;
import org.sencrm.api.module.Modules.Action;
import org.sencrm.api.module.Modules.State;

/** A new distribution over an old home: its areas are updated as an administrator would do it. */
class NewProductTest {

    private static final String ID = "crm-visits";
    private static final String[] ONE = {"create table VISITS_PLACE (ID bigint primary key, NAME varchar(50))"};
    private static final String[] TWO = {ONE[0], "alter table VISITS_PLACE drop column NAME"};

    @TempDir
    private Path folder;

    private Stage stage;
    private int products = 1;

    @BeforeEach
    void olderProduct() throws Exception {
        stage = new Stage(folder);
        stage.data.changelog(ID + " 1.0.0", ONE);
        stage.data.changelog(ID + " 2.0.0", TWO);
        stage.packages.bundle(stage.packages.offer(ID, "1.0.0"));
        stage.start();
        // with the schema as a start of the real module leaves it
        stage.data.update(stage.platform
                .number(stage.platform.installed().iterator().next())
                .orElseThrow());
        stage.sql("insert into VISITS_PLACE values (1, 'Đà Nẵng')");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void anAreaFollowsWithItsTablesAndAWayBack() throws Exception {
        newProduct("2.0.0").start();

        assertNew();
        assertEquals(List.of("1.0.0"), stage.module(ID).previousVersions());
        ModuleEvent told = stage.service.journal(Stage.ADMIN, ID, 1).get(0);
        assertEquals(Action.UPDATE, told.action());
        assertEquals("1.0.0 2.0.0", told.from() + " " + told.to());
        assertEquals(ModuleEvent.Result.DONE, told.result());
        assertNull(told.by());
        assertEquals(stage.clock.instant(), told.at());

        stage.done(ID, Action.ROLLBACK);
        assertOld();
        stage.start();
        assertOld();
    }

    @Test
    void aStepThatFailsLeavesTheOldVersionWithItsDataAndIsNotTriedAtEachStart() throws Exception {
        stage.data.changelog(ID + " 2.0.0", TWO[0], TWO[1], "this is no step");

        newProduct("2.0.0").start();

        assertOld();
        assertEquals(
                ModuleEvent.Result.TAKEN_BACK,
                stage.service.journal(Stage.ADMIN, ID, 1).get(0).result());
        int entries = stage.service.journal(Stage.ADMIN, ID, 100).size();
        stage.start();
        assertOld();
        assertEquals(entries, stage.service.journal(Stage.ADMIN, ID, 100).size());
        assertEquals("2.0.0", stage.module(ID).update());

        stage.data.changelog(ID + " 2.0.0", TWO);
        stage.done(ID, Action.UPDATE);
        assertNew();
    }

    @Test
    void cutOffAnywhereItEndsInTheNewStateOrWhereThatFailsInTheOldOne() throws Exception {
        boolean through = false;
        int ended = 0;
        for (int cut = 0; !through; cut++) {
            through = isCutOff(cut, cut % 23) == 0;
            ended++;
            stage.start();
            assertNew();
            assertEquals(List.of(), new Journal(stage.home, stage.clock).unfinished());
            stage.done(ID, Action.ROLLBACK);
            assertOld();

            if (isCutOff(cut) > 0 && !isDecided()) {
                stage.platform.throwing.add(ID + " 2.0.0");
                stage.start();
                stage.platform.throwing.clear();
            } else {
                stage.start();
                assertNew();
                stage.done(ID, Action.ROLLBACK);
            }
            assertOld();
        }
        assertTrue(ended > 8, ended + " cuts");
    }

    private boolean isDecided() {
        return new Journal(stage.home, stage.clock).entries().get(0).has(Journal.Step.DECIDED);
    }

    /** Ends a process of a new product after so many steps, and the next ones too; tells how many did not get through. */
    private int isCutOff(int... cuts) throws IOException {
        newProduct("2.0.0");
        int ended = 0;
        for (int steps : cuts) {
            stage.bootOnly();
            stage.fuse.burnAfter(steps);
            try {
                stage.service.takeUp();
            } catch (Killed end) {
                ended++;
            }
            if (ended == 0) {
                break;
            }
        }
        return ended;
    }

    @Test
    void nothingStartsBeforeTheAreasFollowed() throws Exception {
        stage.packages.offer("acme-tours", "1.0.0");
        stage.done("acme-tours", Action.INSTALL);

        newProduct("2.0.0").bootOnly();

        assertEquals(List.of(), stage.platform.runningNames());
        assertFalse(stage.service.hasSettled());
        assertEquals(State.INSTALLED, stage.module("acme-tours").state());
        stage.service.takeUp();
        assertTrue(stage.service.hasSettled());
        assertEquals(List.of("acme-tours 1.0.0", ID + " 2.0.0"), stage.platform.runningNames());
    }

    @Test
    void whereNothingChangesNothingWaits() throws Exception {
        newProduct("1.0.0").bootOnly();

        assertTrue(stage.service.hasSettled());
        assertOld();
        try (Stage fresh = new Stage(folder.resolve("fresh"))) {
            fresh.packages.bundle(fresh.packages.offer(ID, "2.0.0"));
            fresh.bootOnly();
            assertTrue(fresh.service.hasSettled());
            assertEquals(List.of(ID + " 2.0.0"), fresh.platform.runningNames());
        }
    }

    @Test
    void anOlderProductTakesNothingBack() throws Exception {
        newProduct("2.0.0").start();

        newProduct("1.0.0").start();

        assertNew();
    }

    @Test
    void whatIsSwitchedOffStaysOffAndFollows() throws Exception {
        stage.done(ID, Action.OFF);

        newProduct("2.0.0").start();

        assertEquals(State.OFF, stage.module(ID).state());
        assertEquals("2.0.0", stage.module(ID).version());
        assertFalse(stage.hasColumn("VISITS_PLACE", "NAME"));
        assertEquals(List.of(), stage.platform.runningNames());
        stage.done(ID, Action.ON);
        assertNew();
    }

    @Test
    void onlyAsManyVersionsAreKeptAsWanted() throws Exception {
        stage.settings.put("modules.versions.kept", "1");
        newProduct("2.0.0").start();
        stage.data.changelog(ID + " 3.0.0", TWO);

        newProduct("3.0.0").start();

        assertEquals(List.of("2.0.0"), stage.module(ID).previousVersions());
        assertFalse(Files.exists(stage.home.release(ID, "1.0.0")));
    }

    @Test
    void whatWasUninstalledIsNotBroughtBack() throws Exception {
        stage.done(ID, Action.UNINSTALL);

        newProduct("2.0.0").start();

        assertEquals(State.AVAILABLE, stage.module(ID).state());
        assertEquals(List.of("Đà Nẵng"), stage.rows("select NAME from VISITS_PLACE"));
    }

    private Stage newProduct(String version) throws IOException {
        stage.packages.bundle(stage.packages.offer(ID, version));
        return stage.installing("product " + ++products);
    }

    private void assertOld() throws Exception {
        assertEquals(State.RUNNING, stage.module(ID).state());
        assertEquals("1.0.0", stage.module(ID).version());
        assertEquals(List.of(ID + " 1.0.0"), stage.platform.runningNames());
        assertEquals(List.of("Đà Nẵng"), stage.rows("select NAME from VISITS_PLACE"));
    }

    private void assertNew() throws Exception {
        assertEquals(State.RUNNING, stage.module(ID).state());
        assertEquals("2.0.0", stage.module(ID).version());
        assertEquals(List.of(ID + " 2.0.0"), stage.platform.runningNames());
        assertEquals(List.of("1"), stage.rows("select ID from VISITS_PLACE"));
        assertFalse(stage.hasColumn("VISITS_PLACE", "NAME"));
    }
}
