package org.sencrm.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sencrm.modules.FakePlatform.own;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.module.Modules.Action;
import org.sencrm.api.module.Modules.Module;
import org.sencrm.api.module.Modules.Plan;
import org.sencrm.api.module.Modules.State;
import org.sencrm.api.text.Messages;

class ModuleServiceTest {

    private static final Caller ADMIN = new Caller(1, Locale.ENGLISH, ZoneId.of("UTC"), "rest", 0);
    private static final Caller OTHER = new Caller(2, Locale.ENGLISH, ZoneId.of("UTC"), "rest", 0);
    private static final String DATABASE = "memory:modules";

    private final FakePlatform platform = FakePlatform.withCore();
    private final MovableClock clock = new MovableClock();
    private ModuleService service;

    @BeforeEach
    void open() throws SQLException {
        EmbeddedDataSource database = new EmbeddedDataSource();
        database.setDatabaseName(DATABASE);
        database.setCreateDatabase("create");
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("create table SALES_LEAD (ID bigint)");
            connection.createStatement().execute("create table SALESX (ID bigint)");
            connection.createStatement().execute("create table CORE_USER (ID bigint)");
        }
        service = new ModuleService(
                platform, new ModuleTables(database), new Administrators(), new TestMessages(), new NowJobs(), clock);
    }

    @AfterEach
    void drop() {
        assertThrows(SQLException.class, () -> DriverManager.getConnection("jdbc:derby:" + DATABASE + ";drop=true"));
    }

    @Test
    void partsOfTheProductAndAreasAndAddOnsAreToldApart() {
        platform.feature("acme-visits", List.of("crm-core"), "mvn:com.acme/acme-visits/2.1");
        platform.feature("shell", List.of(), "mvn:org.apache.karaf/shell/4");

        assertEquals(
                List.of(
                        "crm-core platform",
                        "crm-rest platform",
                        "crm-ui platform",
                        "acme-visits addOn",
                        "crm-sales area"),
                service.list(ADMIN).stream()
                        .map(module -> module.id() + " " + module.kind())
                        .toList());
    }

    @Test
    void aModuleIsAvailableUntilItIsInstalled() {
        assertEquals(State.AVAILABLE, sales().state());
        assertEquals("Leads and more", sales().label());

        platform.ask("crm-sales");

        assertEquals(State.INSTALLED, sales().state());
        assertNull(sales().error());
        assertEquals("1.0", sales().version());
    }

    @Test
    void anAvailableModuleIsLabelledFromItsOwnFile() {
        platform.packaging(own("crm-sales"), "Sales");

        assertEquals("Sales", sales().label());
    }

    @Test
    void aModuleOfWhichABundleDoesNotRunHasFailed() {
        platform.ask("crm-sales").breaking(own("crm-sales-ui"));

        assertEquals(State.FAILED, sales().state());
        assertEquals("Does not run: crm-sales-ui 1.0.", sales().error());
    }

    @Test
    void installingAddsOnlyWhatIsNotThereAndDisturbsNobody() {
        Plan plan = service.plan(ADMIN, "crm-sales", Action.INSTALL);

        assertEquals(List.of("crm-sales 1.0", "crm-sales-ui 1.0"), plan.adds());
        assertEquals(List.of(), plan.stops());
        assertEquals(List.of(), plan.refreshes());
        assertEquals(List.of("SALES_LEAD"), plan.tables());
        assertTrue(plan.possible());
        assertEquals(State.AVAILABLE, sales().state());
    }

    @Test
    void withoutAScreenHostNoScreensCome() {
        FeatureGraph graph = new FeatureGraph(platform.features());

        assertEquals(
                Set.of("mvn:com.example/library/1", own("crm-api"), own("crm-core"), own("crm-sales")),
                graph.bundles(List.of("crm-sales")));
    }

    @Test
    void uninstallingStopsTheModuleAndNamesWhomItTouches() {
        platform.ask("crm-sales");
        platform.rewired.add("acme-visits");

        Plan plan = service.plan(ADMIN, "crm-sales", Action.UNINSTALL);

        assertEquals(List.of("crm-sales 1.0", "crm-sales-ui 1.0"), plan.stops());
        assertEquals(List.of("acme-visits"), plan.refreshes());
        assertEquals(List.of(), plan.adds());
        assertTrue(plan.possible());
    }

    @Test
    void whatOthersNeedStays() {
        platform.feature("acme-visits", List.of("crm-core", "crm-sales"), "mvn:com.acme/acme-visits/2.1");
        platform.ask("crm-sales", "acme-visits");

        Plan plan = service.plan(ADMIN, "crm-sales", Action.UNINSTALL);

        assertFalse(plan.possible());
        assertEquals(List.of("Leads and more is still needed by: acme-visits."), plan.warnings());
        assertEquals(List.of(), plan.stops());
        assertThrows(NotNow.class, () -> service.run(ADMIN, plan.id()));
    }

    @Test
    void thePlatformStays() {
        assertFalse(service.plan(ADMIN, "crm-rest", Action.UNINSTALL).possible());
    }

    @Test
    void aModuleWhoseFileIsMissingCannotBeInstalled() {
        platform.missing(own("crm-sales-ui"));

        Plan plan = service.plan(ADMIN, "crm-sales", Action.INSTALL);

        assertFalse(plan.possible());
        assertEquals(List.of("The file of crm-sales-ui 1.0 is missing."), plan.warnings());
    }

    @Test
    void whatIsThereIsNotInstalledAgainAndWhatIsNotThereNotRemoved() {
        assertFalse(service.plan(ADMIN, "crm-sales", Action.UNINSTALL).possible());
        platform.ask("crm-sales");
        assertFalse(service.plan(ADMIN, "crm-sales", Action.INSTALL).possible());
    }

    @Test
    void aPlanIsCarriedOutOnce() {
        Plan plan = service.plan(ADMIN, "crm-sales", Action.INSTALL);

        Job job = service.run(ADMIN, plan.id());

        assertEquals(Job.State.DONE, job.state());
        assertEquals("crm-sales 1.0, crm-sales-ui 1.0", job.result().get("added"));
        assertEquals(State.INSTALLED, sales().state());
        assertThrows(NotFound.class, () -> service.run(ADMIN, plan.id()));

        service.run(ADMIN, service.plan(ADMIN, "crm-sales", Action.UNINSTALL).id());
        assertEquals(State.AVAILABLE, sales().state());
        assertFalse(platform.isPresent(own("crm-sales-ui")));
    }

    @Test
    void aPlanIsForgottenAfterTenMinutes() {
        Plan plan = service.plan(ADMIN, "crm-sales", Action.INSTALL);
        clock.now = clock.now.plus(Duration.ofMinutes(10)).plusSeconds(1);

        assertThrows(NotFound.class, () -> service.run(ADMIN, plan.id()));
    }

    @Test
    void aPlanThatIsNoLongerTrueIsNotCarriedOut() {
        Plan plan = service.plan(ADMIN, "crm-sales", Action.INSTALL);
        platform.ask("crm-sales");

        Job job = service.run(ADMIN, plan.id());

        assertEquals(Job.State.FAILED, job.state());
        assertEquals("The installation has changed since the plan was made. Please plan again.", job.message());
    }

    @Test
    void aModuleThatDoesNotStartIsTakenOutAgain() {
        platform.breaking(own("crm-sales-ui"));

        Job job = service.run(
                ADMIN, service.plan(ADMIN, "crm-sales", Action.INSTALL).id());

        assertEquals("Leads and more was taken out again because this did not start: crm-sales-ui 1.0.", job.message());
        assertEquals(State.AVAILABLE, sales().state());
    }

    @Test
    void aFailedInstallationLeavesEverythingAsItWas() {
        platform.failure = new IllegalStateException("Unable to resolve root: missing requirement");

        Job job = service.run(
                ADMIN, service.plan(ADMIN, "crm-sales", Action.INSTALL).id());

        assertEquals(Job.State.FAILED, job.state());
        assertFalse(job.message().contains("resolve"));
        assertEquals(State.AVAILABLE, sales().state());
    }

    @Test
    void onlyAdministratorsManageModules() {
        assertThrows(Forbidden.class, () -> service.list(OTHER));
        assertThrows(Forbidden.class, () -> service.plan(OTHER, "crm-sales", Action.INSTALL));
        String plan = service.plan(ADMIN, "crm-sales", Action.INSTALL).id();
        assertThrows(Forbidden.class, () -> service.run(OTHER, plan));
    }

    @Test
    void anUnknownModuleIsNotFound() {
        assertThrows(NotFound.class, () -> service.plan(ADMIN, "crm-platform", Action.UNINSTALL));
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        List<Set<String>> keys = Messages.LOCALES.stream()
                .map(locale -> TestMessages.load(locale).stringPropertyNames())
                .toList();

        assertEquals(keys.get(0), keys.get(1));
    }

    private Module sales() {
        return service.list(ADMIN).stream()
                .filter(module -> module.id().equals("crm-sales"))
                .findFirst()
                .orElseThrow();
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** User 1 is the only administrator. */
    private static final class Administrators implements Access {

        @Override
        public boolean isAdministrator(Caller caller) {
            return caller.userId() == ADMIN.userId();
        }

        @Override
        public boolean may(Caller caller, Right right, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean mayUpdate(Caller caller, String type, long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> hiddenFields(Caller caller, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Profile profile(Caller caller) {
            throw new UnsupportedOperationException();
        }
    }

    /** Does the work at once. */
    private static final class NowJobs implements Jobs {

        @Override
        public Job start(Caller caller, String kind, Work work) {
            try {
                return job(Job.State.DONE, work.run(caller, null), null);
            } catch (Fault fault) {
                return job(Job.State.FAILED, Map.of(), fault.getMessage());
            }
        }

        private static Job job(Job.State state, Map<String, Object> result, String message) {
            return new Job(1, "module", state, 0, 0, result, message, 1, Instant.EPOCH, Instant.EPOCH);
        }

        @Override
        public Job get(Caller caller, long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Job cancel(Caller caller, long id) {
            throw new UnsupportedOperationException();
        }
    }
}
