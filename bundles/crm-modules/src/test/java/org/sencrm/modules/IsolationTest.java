package org.sencrm.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.health.HealthCheck;
import org.sencrm.api.job.Job;
import org.sencrm.api.module.Modules.Action;
import org.sencrm.api.module.Modules.State;

/** Modules that fail, and starts of the product that fail with them. */
class IsolationTest {

    private static final String ID = "acme-visits";

    @TempDir
    private Path folder;

    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage(folder);
        stage.packages.offer(ID, "1.0.0");
        stage.packages.offer("crm-sales", "1.0.0");
        stage.start();
        stage.done("crm-sales", Action.INSTALL);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aModuleThatThrowsIsQuarantinedAndTheRestRunsOn() {
        stage.platform.throwing.add(ID + " 1.0.0");

        Job job = stage.run(ID, Action.INSTALL);

        assertEquals(Job.State.FAILED, job.state());
        assertTrue(job.message().contains("did not start, and was stopped"), job.message());
        assertEquals(State.QUARANTINED, stage.module(ID).state());
        assertTrue(stage.module(ID).error().startsWith("It failed while it started."));
        assertEquals(List.of("crm-sales 1.0.0"), stage.platform.runningNames());
    }

    @Test
    void aModuleThatBlocksIsQuarantined() {
        stage.platform.blocking.add(ID + " 1.0.0");

        stage.run(ID, Action.INSTALL);

        assertEquals(State.QUARANTINED, stage.module(ID).state());
        assertTrue(stage.module(ID).error().startsWith("It took too long to start"));
    }

    @Test
    void aModuleFromWhichACallDoesNotComeBackIsQuarantined() throws Exception {
        stage.done(ID, Action.INSTALL);

        stage.host.hung(ID, "VisitHook (RecordHook.beforeSave)");

        awaitQuarantine("A call into it did not come back");
    }

    @Test
    void anAddOnOfWhichCallAfterCallFailsIsQuarantinedAndAnAreaOfTheProductIsNot() throws Exception {
        stage.done(ID, Action.INSTALL);

        stage.host.failing("crm-sales", "SalesHook (RecordHook.beforeSave)");
        stage.host.failing(ID, "VisitHook (RecordHook.beforeSave)");

        awaitQuarantine("Call after call into it failed");
    }

    @Test
    void aModuleThatTakesAPlaceOfTheProductAtItsStartIsQuarantined() {
        stage.platform.trespassers.put(ID, "javax.servlet.Filter");

        assertEquals(Job.State.FAILED, stage.run(ID, Action.INSTALL).state());

        assertEquals(State.QUARANTINED, stage.module(ID).state());
        assertTrue(stage.module(ID).error().contains("(javax.servlet.Filter)"));
        stage.start();
        assertTrue(stage.module(ID).error().contains("(javax.servlet.Filter)"));
    }

    @Test
    void aModuleThatTakesAPlaceOfTheProductLaterIsQuarantined() throws Exception {
        stage.done(ID, Action.INSTALL);
        stage.platform.trespassers.put(ID, "org.sencrm.api.record.Records");

        stage.host.watch.look();

        awaitQuarantine("It tried to take a place that belongs to the product (org.sencrm.api.record.Records)");
    }

    @Test
    void aModuleWithTooManyThreadsIsWarnedByOneLookAndQuarantinedByTheNext() throws Exception {
        stage.settings.put("modules.limit.threads", "20");
        stage.done(ID, Action.INSTALL);
        stage.platform.threads.put(ID, 21);
        stage.host.watch.look();
        stage.platform.threads.put(ID, 20);
        stage.host.watch.look();
        assertEquals(State.RUNNING, stage.module(ID).state());

        stage.platform.threads.put(ID, 21);
        stage.host.watch.look();
        stage.host.watch.look();

        awaitQuarantine("It kept 21 threads busy, more than the 20");
        assertEquals(0, stage.platform.threads().size());
    }

    @Test
    void aStopThatHadToBeForcedIsToldUntilTheModuleRunsAgain() {
        stage.done(ID, Action.INSTALL);
        assertEquals(List.of(), stage.module(ID).notices());
        stage.platform.stubborn.add(ID + " 1.0.0");

        stage.done(ID, Action.OFF);

        assertEquals(State.OFF, stage.module(ID).state());
        String notice = stage.module(ID).notices().get(0);
        assertTrue(notice.contains("did not end within 30 s when it was stopped, and was ended by force"), notice);
        assertTrue(notice.startsWith("“" + stage.module(ID).label() + "”"), notice);
        stage.done(ID, Action.ON);
        assertEquals(List.of(), stage.module(ID).notices());
    }

    @Test
    void threadsThatRunOnAfterAStopAreTold() {
        stage.done(ID, Action.INSTALL);
        stage.platform.threads.put(ID, 3);

        stage.done(ID, Action.OFF);

        String notice = stage.module(ID).notices().get(0);
        assertTrue(notice.contains("1 of its threads run on until the product is started again"), notice);
    }

    private void awaitQuarantine(String words) throws Exception {
        long end = System.nanoTime() + 10_000_000_000L;
        while (stage.platform.runningNames().size() > 1 && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertEquals(List.of("crm-sales 1.0.0"), stage.platform.runningNames());
        assertEquals(State.QUARANTINED, stage.module(ID).state());
        assertTrue(stage.module(ID).error().startsWith(words), stage.module(ID).error());
    }

    @Test
    void aQuarantinedModuleIsNotStartedAgainUntilItIsSwitchedOn() {
        stage.platform.throwing.add(ID + " 1.0.0");
        stage.run(ID, Action.INSTALL);
        stage.platform.throwing.clear();

        stage.start();
        assertEquals(State.QUARANTINED, stage.module(ID).state());
        assertEquals(List.of("crm-sales 1.0.0"), stage.platform.runningNames());

        stage.done(ID, Action.ON);
        assertEquals(State.RUNNING, stage.module(ID).state());
    }

    @Test
    void aModuleThatFailsAtTheStartOfTheProductIsQuarantined() {
        stage.done(ID, Action.INSTALL);
        stage.platform.throwing.add(ID + " 1.0.0");

        stage.start();

        assertEquals(State.QUARANTINED, stage.module(ID).state());
        assertEquals(State.RUNNING, stage.module("crm-sales").state());
    }

    @Test
    void anAddOnDuringWhoseStartTheProductEndedIsQuarantinedAtTheNext() throws Exception {
        stage.done(ID, Action.INSTALL);
        Home.write(stage.home.starting().resolve(ID), "1.0.0");
        Home.write(stage.home.starting().resolve("crm-sales"), "1.0.0");

        stage.start();

        assertEquals(State.QUARANTINED, stage.module(ID).state());
        assertTrue(stage.module(ID).error().startsWith("The product ended while"));
        assertEquals(State.RUNNING, stage.module("crm-sales").state());
        stage.done(ID, Action.ON);
        stage.start();
        assertEquals(State.RUNNING, stage.module(ID).state());
    }

    @Test
    void anAddOnThatTookTheProductDownWhileItWasInstalledIsQuarantinedWithTheReason() throws Exception {
        Release release = stage.packages.available().stream()
                .filter(offered -> offered.id().equals(ID))
                .findFirst()
                .orElseThrow();
        stage.packages.store(release, Locale.ENGLISH);
        ModuleState none = ModuleState.none(ID);
        stage.host.journal.begin(Action.INSTALL, none, none.updated("1.0.0", 3), 1, done -> {});
        Home.write(stage.home.starting().resolve(ID), "1.0.0");

        stage.start();

        assertEquals(State.QUARANTINED, stage.module(ID).state());
        assertTrue(stage.module(ID).error().startsWith("The product ended while"));
        assertEquals(List.of(), stage.host.journal.unfinished());
        stage.done(ID, Action.ON);
        assertEquals(State.RUNNING, stage.module(ID).state());
    }

    @Test
    void aModuleWhoseFilesWereChangedIsNotStarted() throws Exception {
        stage.done(ID, Action.INSTALL);
        Path jar = Home.list(stage.home.release(ID, "1.0.0")).stream()
                .filter(file -> file.toString().endsWith(".jar"))
                .findFirst()
                .orElseThrow();
        Files.writeString(jar, "something else");

        stage.start();

        assertEquals(State.FAILED, stage.module(ID).state());
        assertTrue(stage.module(ID).error().startsWith("A file of the installed module was changed on the disk"));
        assertEquals(List.of("crm-sales 1.0.0"), stage.platform.runningNames());
        stage.done(ID, Action.UNINSTALL);
        stage.done(ID, Action.INSTALL);
        assertEquals(State.RUNNING, stage.module(ID).state());
    }

    @Test
    void aModuleWhoseFilesAreGoneIsShownAndCanBeUninstalled() throws Exception {
        stage.done(ID, Action.INSTALL);
        Home.delete(stage.home.release(ID, "1.0.0"));

        stage.start();

        assertEquals(State.FAILED, stage.module(ID).state());
        assertTrue(stage.module(ID).error().startsWith("Its files are missing"));
        stage.done(ID, Action.UNINSTALL);
        assertEquals(State.AVAILABLE, stage.module(ID).state());
    }

    @Test
    void inSafeModeAddOnsStayAwayAndCanBeRemoved() {
        stage.done(ID, Action.INSTALL);

        stage.safe(true).start();

        assertEquals(HealthCheck.State.DEGRADED, stage.host.state());
        assertEquals(State.INSTALLED, stage.module(ID).state());
        assertEquals(List.of("crm-sales 1.0.0"), stage.platform.runningNames());
        assertTrue(stage.plan(ID, Action.ON).warnings().get(0).contains("safe mode"));
        stage.done(ID, Action.UNINSTALL);
        stage.safe(false).start();
        assertEquals(HealthCheck.State.UP, stage.host.state());
        assertEquals(State.AVAILABLE, stage.module(ID).state());
    }

    @Test
    void afterThreeFailedStartsSafeModeComesByItselfAndGoesWithAGoodOne() {
        stage.done(ID, Action.INSTALL);
        for (int i = 0; i < 3; i++) {
            stage.bootOnly();
            assertEquals(HealthCheck.State.UP, stage.host.state());
        }

        stage.start();
        assertEquals(HealthCheck.State.DEGRADED, stage.host.state());
        assertEquals(List.of("crm-sales 1.0.0"), stage.platform.runningNames());

        stage.start();
        assertEquals(HealthCheck.State.UP, stage.host.state());
        assertEquals(State.RUNNING, stage.module(ID).state());
    }

    @Test
    void atTheVeryFirstStartWhatBelongsToTheProductIsInstalled() throws Exception {
        Stage fresh = new Stage(folder.resolve("fresh"));
        try (fresh) {
            fresh.packages.bundle(fresh.packages.offer("crm-sales", "1.0.0"));

            fresh.start();

            assertEquals(State.RUNNING, fresh.module("crm-sales").state());
        }
    }

    @Test
    void whatIsToBeChosenIsOfferedAtTheFirstStartAndFollowsTheProductOnceInstalled() throws Exception {
        try (Stage fresh = new Stage(folder.resolve("fresh"))) {
            fresh.packages.offerToBeChosen(fresh.packages.offer("crm-vietnam", "1.0.0"));
            fresh.start();
            assertEquals(State.AVAILABLE, fresh.module("crm-vietnam").state());

            fresh.done("crm-vietnam", Action.INSTALL);
            fresh.start();
            assertEquals(State.RUNNING, fresh.module("crm-vietnam").state());
        }
    }

    @Test
    void bundlesOfModulesThatNobodyKnowsAreRemoved() throws Exception {
        stage.done(ID, Action.INSTALL);
        Files.delete(stage.home.states().resolve(ID));

        stage.start();

        assertEquals(
                List.of("crm-sales 1.0.0"),
                stage.platform.installed().stream().map(stage.platform::name).toList());
    }
}
