package org.sencrm.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.modules.Stage.ADMIN;
import static org.sencrm.modules.Stage.OTHER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.job.Job;
import org.sencrm.api.module.Modules.Action;
import org.sencrm.api.module.Modules.Plan;
import org.sencrm.api.module.Modules.State;
import org.sencrm.api.text.Messages;

/** What an administrator is told of modules, and what plans and their runs do to them. */
class ModuleServiceTest {

    @TempDir
    private Path folder;

    private Stage stage;

    @BeforeEach
    void open() throws IOException {
        stage = new Stage(folder);
        stage.packages.offerWithScreens("crm-sales", "1.0.0");
        stage.start();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void partsOfTheProductAndAreasAndAddOnsAreToldApart() throws IOException {
        stage.packages.offer("acme-visits", "2.1.0");

        assertEquals(
                List.of(
                        "crm-core platform",
                        "crm-modules platform",
                        "crm-rest platform",
                        "crm-ui platform",
                        "acme-visits addOn",
                        "crm-sales area"),
                stage.service.list(ADMIN).stream()
                        .map(module -> module.id() + " " + module.kind())
                        .toList());
    }

    @Test
    void aModuleIsAvailableUntilItIsInstalledAndThenRuns() {
        assertEquals(State.AVAILABLE, stage.module("crm-sales").state());
        assertEquals("The crm-sales", stage.module("crm-sales").label());

        stage.done("crm-sales", Action.INSTALL);

        assertEquals(State.RUNNING, stage.module("crm-sales").state());
        assertNull(stage.module("crm-sales").error());
        assertEquals(List.of("crm-sales 1.0.0", "crm-sales-ui 1.0.0"), stage.platform.runningNames());
    }

    @Test
    void withoutAScreenHostNoScreensCome() {
        stage.platform.without("crm-ui");

        stage.done("crm-sales", Action.INSTALL);

        assertEquals(List.of("crm-sales 1.0.0"), stage.platform.runningNames());
        assertEquals(State.RUNNING, stage.module("crm-sales").state());
    }

    @Test
    void aPlanChangesNothing() throws Exception {
        stage.sql("create table SALES_LEAD (ID bigint)");

        Plan plan = stage.plan("crm-sales", Action.INSTALL);

        assertEquals(List.of("crm-sales 1.0.0", "crm-sales-ui 1.0.0"), plan.adds());
        assertEquals(List.of(), plan.stops());
        assertEquals(List.of("SALES_LEAD"), plan.tables());
        assertEquals("Uninstall The crm-sales; its data stays.", plan.wayBack());
        assertTrue(plan.possible());
        assertEquals(State.AVAILABLE, stage.module("crm-sales").state());
        assertEquals(Set.of(), stage.platform.installed());
    }

    @Test
    void uninstallingStopsTheModuleAndNamesWhomItTouches() {
        stage.done("crm-sales", Action.INSTALL);
        stage.platform.rewired.add("acme-visits");

        Plan plan = stage.plan("crm-sales", Action.UNINSTALL);

        assertEquals(List.of("crm-sales 1.0.0", "crm-sales-ui 1.0.0"), plan.stops());
        assertEquals(List.of("acme-visits"), plan.refreshes());
    }

    @Test
    void whatOthersNeedStays() throws IOException {
        stage.packages.offer("acme-visits", "2.1.0", new Release.Need("crm-sales", "0"));
        stage.done("crm-sales", Action.INSTALL);
        stage.done("acme-visits", Action.INSTALL);

        for (Action action : List.of(Action.UNINSTALL, Action.OFF, Action.PURGE)) {
            Plan plan = stage.plan("crm-sales", action);
            assertFalse(plan.possible());
            assertEquals(List.of("The crm-sales is still needed by: The acme-visits."), plan.warnings());
            assertNull(plan.wayBack());
        }
    }

    @Test
    void aModuleWithoutWhatItNeedsIsNotInstalled() throws IOException {
        stage.packages.offer("acme-visits", "2.1.0", new Release.Need("crm-sales", "[2,3)"));
        stage.done("crm-sales", Action.INSTALL);

        assertEquals(
                List.of("The acme-visits needs The crm-sales, which does not run here in a version that fits."),
                stage.plan("acme-visits", Action.INSTALL).warnings());
    }

    @Test
    void anUpdateThatWouldBreakOthersIsNotPossible() throws IOException {
        stage.packages.offer("acme-visits", "2.1.0", new Release.Need("crm-sales", "[1,2)"));
        stage.done("crm-sales", Action.INSTALL);
        stage.done("acme-visits", Action.INSTALL);
        stage.packages.offer("crm-sales", "2.0.0");

        assertEquals(
                List.of("With The crm-sales 2.0.0 these modules would stop working: The acme-visits."
                        + " Update them first."),
                stage.plan("crm-sales", Action.UPDATE).warnings());
    }

    @Test
    void anUpdateThatTakesAPackageFromOthersIsNotPossible() throws IOException {
        stage.packages.offer("acme-visits", "2.1.0");
        stage.done("crm-sales", Action.INSTALL);
        stage.done("acme-visits", Action.INSTALL);
        stage.packages.offer("crm-sales", "2.0.0");
        stage.platform.lacking.put("acme-visits", "org.sencrm.sales");

        assertEquals(
                List.of("With The crm-sales 2.0.0 these modules would stop working: The acme-visits."
                        + " Update them first."),
                stage.plan("crm-sales", Action.UPDATE).warnings());
    }

    @Test
    void aModuleForANewerCoreSaysSo() throws IOException {
        stage.packages.offer("acme-visits", "1.0.0");
        stage.packages.offer("acme-tours", "1.0.0", new Release.Need("crm-core", "[2,3)"));
        stage.platform.lacking.put("acme-visits", "org.sencrm.api.record");

        assertEquals(
                List.of("The acme-visits needs a newer version of Sen CRM itself. Update Sen CRM first."
                        + " (Missing: org.sencrm.api.record)"),
                stage.plan("acme-visits", Action.INSTALL).warnings());
        stage.platform.lacking.clear();
        assertEquals(
                List.of("The acme-tours needs a newer version of Sen CRM itself. Update Sen CRM first."
                        + " (Missing: crm-core [2,3))"),
                stage.plan("acme-tours", Action.INSTALL).warnings());
    }

    @Test
    void aModuleThatLacksALibrarySaysSo() throws IOException {
        stage.packages.offer("acme-visits", "1.0.0");
        stage.platform.lacking.put("acme-visits", "com.example.maps");

        assertEquals(
                List.of("The acme-visits needs something that nothing here provides: com.example.maps."),
                stage.plan("acme-visits", Action.INSTALL).warnings());
    }

    @Test
    void thePlatformCannotBeTouched() {
        for (Action action : Action.values()) {
            assertEquals(
                    List.of("Core is part of the platform and cannot be removed."),
                    stage.plan("crm-core", action).warnings());
        }
    }

    @Test
    void aModuleCannotTakeTheTablesOfAnother() throws IOException {
        stage.packages.offer("core", "1.0.0");
        stage.packages.offer("sales", "1.0.0");
        stage.done("crm-sales", Action.INSTALL);

        assertEquals(
                List.of("The name core belongs to another part of the product."),
                stage.plan("core", Action.INSTALL).warnings());
        assertEquals(
                List.of("The name sales belongs to another part of the product."),
                stage.plan("sales", Action.INSTALL).warnings());
    }

    @Test
    void twoModulesShareNoHistoryOfTheirTables() throws IOException {
        stage.packages.offer("acme-ab", "1.0.0");
        stage.done("acme-ab", Action.INSTALL);
        stage.done("acme-ab", Action.UNINSTALL);

        // of the first one the data is left; the last ones would write over the platform's own
        for (String name : List.of("acme-a-b", "lock-acme-ab", "crmcore", "lock-crm-transfer")) {
            stage.packages.offer(name, "1.0.0");
            assertEquals(
                    List.of("The name " + name + " belongs to another part of the product."),
                    stage.plan(name, Action.INSTALL).warnings());
        }
        stage.packages.offer("acme-abc", "1.0.0");
        assertTrue(stage.plan("acme-abc", Action.INSTALL).possible());
    }

    @Test
    void anActionThatDoesNotFitTheStateIsNotPossible() {
        for (Action action :
                List.of(Action.UPDATE, Action.ROLLBACK, Action.ON, Action.OFF, Action.UNINSTALL, Action.PURGE)) {
            assertEquals(
                    List.of("The crm-sales is not installed."),
                    stage.plan("crm-sales", action).warnings());
        }
        stage.done("crm-sales", Action.INSTALL);
        assertFalse(stage.plan("crm-sales", Action.INSTALL).possible());
        assertEquals(
                List.of("The crm-sales 1.0.0 is the newest version there is."),
                stage.plan("crm-sales", Action.UPDATE).warnings());
        assertEquals(
                List.of("The crm-sales has no such earlier version to go back to."),
                stage.plan("crm-sales", Action.ROLLBACK).warnings());
    }

    @Test
    void whatIsNotPossibleIsNotRun() {
        Plan plan = stage.plan("crm-core", Action.UNINSTALL);

        assertThrows(NotNow.class, () -> stage.service.run(ADMIN, plan.id()));
    }

    @Test
    void aPlanRunsOnce() {
        Plan plan = stage.plan("crm-sales", Action.INSTALL);

        Job job = stage.service.run(ADMIN, plan.id());

        assertEquals("crm-sales 1.0.0, crm-sales-ui 1.0.0", job.result().get("added"));
        assertThrows(NotFound.class, () -> stage.service.run(ADMIN, plan.id()));
    }

    @Test
    void aPlanIsForgottenAfterTenMinutes() {
        Plan plan = stage.plan("crm-sales", Action.INSTALL);
        stage.clock.now = stage.clock.now.plus(Duration.ofMinutes(10)).plusSeconds(1);

        assertThrows(NotFound.class, () -> stage.service.run(ADMIN, plan.id()));
    }

    @Test
    void aPlanThatIsNoLongerTrueIsNotCarriedOut() {
        Plan plan = stage.plan("crm-sales", Action.INSTALL);
        stage.done("crm-sales", Action.INSTALL);

        Job job = stage.service.run(ADMIN, plan.id());

        assertEquals(Job.State.FAILED, job.state());
        assertEquals("The installation has changed since the plan was made. Please plan again.", job.message());
    }

    @Test
    void offStaysOffThroughARestart() {
        stage.done("crm-sales", Action.INSTALL);

        stage.done("crm-sales", Action.OFF);
        assertEquals(List.of(), stage.platform.runningNames());
        stage.start();
        assertEquals(State.OFF, stage.module("crm-sales").state());
        assertEquals(List.of(), stage.platform.runningNames());

        stage.done("crm-sales", Action.ON);
        assertEquals(State.RUNNING, stage.module("crm-sales").state());
        stage.start();
        assertEquals(State.RUNNING, stage.module("crm-sales").state());
    }

    @Test
    void uninstallingTakesTheBundlesOutForGood() {
        stage.done("crm-sales", Action.INSTALL);

        stage.done("crm-sales", Action.UNINSTALL);
        stage.start();

        assertEquals(Set.of(), stage.platform.installed());
        assertEquals(State.AVAILABLE, stage.module("crm-sales").state());
    }

    @Test
    void onlyAdministratorsManageModules() {
        assertThrows(Forbidden.class, () -> stage.service.list(OTHER));
        assertThrows(Forbidden.class, () -> stage.service.plan(OTHER, "crm-sales", Action.INSTALL));
        assertThrows(Forbidden.class, () -> stage.service.plan(OTHER, new ByteArrayInputStream(new byte[] {1}), false));
        String plan = stage.plan("crm-sales", Action.INSTALL).id();
        assertThrows(Forbidden.class, () -> stage.service.run(OTHER, plan));
    }

    @Test
    void anUnknownModuleOrVersionIsNotFound() {
        assertThrows(NotFound.class, () -> stage.plan("crm-platform", Action.UNINSTALL));
        assertThrows(NotFound.class, () -> stage.service.plan(ADMIN, "crm-sales", "9", Action.INSTALL));
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        List<Set<String>> keys = Messages.LOCALES.stream()
                .map(locale -> TestMessages.load(locale).stringPropertyNames())
                .toList();

        assertEquals(keys.get(0), keys.get(1));
    }
}
