package org.sencrm.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.job.Job;
import org.sencrm.api.module.ModuleDetails;
import org.sencrm.api.module.ModuleEvent;
import org.sencrm.api.module.Modules.Action;
import org.sencrm.api.module.Modules.Module;
import org.sencrm.api.module.Modules.Plan;
import org.sencrm.api.module.Modules.State;
import org.sencrm.modules.pack.Draft;
import org.sencrm.modules.pack.Neighbours;
import org.sencrm.modules.pack.Vendor;

/** The product's areas and add-ons of vendors live through their life as really signed packages. */
class KarPackagesTest {

    private static final String VISITS = "acme-visits";
    private static final Caller VIETNAMESE = new Caller(1, Locale.forLanguageTag("vi"), Stage.ADMIN.zone(), "rest", 0);

    @TempDir
    static Path keys;

    private static Vendor product;
    private static Vendor acme;
    private static Vendor developer;

    @TempDir
    Path folder;

    private Stage stage;

    @BeforeAll
    static void makeKeys() throws Exception {
        product = Vendor.named(keys, "CN=Sen CRM, O=Sen CRM");
        acme = Vendor.named(keys, "CN=Acme modules, O=Acme");
        developer = Vendor.named(keys, "CN=somebody, OU=Sen CRM development");
    }

    @BeforeEach
    void install() throws Exception {
        Files.createDirectories(folder.resolve("home/trust"));
        Files.writeString(folder.resolve("home/trust/acme.pem"), acme.pem());
        build(product, "0.1.0");
        stage = new Stage(folder);
        stage.serving(packages(false)).start();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void anAreaComesFromTheProductsRepositoryAtTheFirstStart() throws Exception {
        assertEquals(List.of("crm-sales 0.1.0"), stage.platform.runningNames());
        assertEquals("area", stage.module("crm-sales").kind());
        assertTrue(stage.platform.installed().stream()
                .allMatch(location ->
                        location.startsWith("reference:" + stage.home.modules().toUri() + "crm-sales/")));

        stage.done("crm-sales", Action.UNINSTALL);
        stage.start();
        assertEquals(State.AVAILABLE, stage.module("crm-sales").state());
        stage.done("crm-sales", Action.INSTALL);
        assertEquals(State.RUNNING, stage.module("crm-sales").state());
    }

    @Test
    void anAreaOfAnotherBuildWithAnotherKeyIsTakenFromTheNewProduct() throws Exception {
        Set<String> before = stage.platform.installed();
        build(Vendor.named(keys, "CN=Sen CRM, O=Sen CRM"), "0.1.0");

        restartAs("product 2");

        assertEquals(State.RUNNING, stage.module("crm-sales").state());
        assertNotEquals(before, stage.platform.installed());
        assertEquals(1, contents("crm-sales", "0.1.0").size());
    }

    @Test
    void anotherBuildOfTheSameVersionThatFailsLeavesTheOneBefore() throws Exception {
        Set<String> before = stage.platform.installed();
        build(product, "0.1.0");
        stage.data.changelog("crm-sales 0.1.0", "this is no step");

        restartAs("product 2");

        assertEquals(State.RUNNING, stage.module("crm-sales").state());
        assertEquals(before, stage.platform.installed());
        assertEquals(1, contents("crm-sales", "0.1.0").size());
        assertEquals(
                ModuleEvent.Result.TAKEN_BACK,
                stage.service.journal(Stage.ADMIN, "crm-sales", 1).get(0).result());
    }

    @Test
    void anotherBuildOfTheSameVersionCutOffAnywhereIsThereInTheEnd() throws Exception {
        List<String> steps = new ArrayList<>(List.of("create table SALES_CUT (ID bigint)"));
        boolean through = false;
        int ended = 0;
        for (int cut = 0; !through; cut++) {
            Set<String> before = stage.platform.installed();
            build(product, "0.1.0");
            steps.add("alter table SALES_CUT add column IN_" + cut + " bigint");
            stage.data.changelog("crm-sales 0.1.0", steps.toArray(String[]::new));
            stage.serving(packages(false)).installing("cut " + cut).bootOnly();
            stage.fuse.burnAfter(cut);
            try {
                stage.service.takeUp();
                through = true;
            } catch (Killed end) {
                ended++;
            }
            stage.start();

            assertEquals(State.RUNNING, stage.module("crm-sales").state());
            assertNotEquals(before, stage.platform.installed());
            assertEquals(1, contents("crm-sales", "0.1.0").size());
            assertEquals(List.of(), new Journal(stage.home, stage.clock).unfinished());
        }
        assertTrue(ended > 5, ended + " cuts");
    }

    @Test
    void anAreaThatWasPurgedIsInstalledFromTheListAgain() {
        stage.done("crm-sales", Action.PURGE);
        assertEquals(State.AVAILABLE, stage.module("crm-sales").state());
        assertTrue(stage.home.modules().resolve("crm-sales").toFile().list() == null
                || stage.home.modules().resolve("crm-sales").toFile().list().length == 0);

        stage.done("crm-sales", Action.INSTALL);

        assertEquals(State.RUNNING, stage.module("crm-sales").state());
    }

    @Test
    void anAddOnIsUploadedUpdatedAndRolledBack() throws Exception {
        done(upload(acme, "1.0.0"));
        assertEquals("addOn", stage.module(VISITS).kind());
        assertEquals("Visits", stage.module(VISITS).label());
        done(upload(acme, "1.1.0"));
        assertEquals(List.of("acme-visits 1.1.0", "crm-sales 0.1.0"), stage.platform.runningNames());

        stage.done(VISITS, Action.ROLLBACK);
        assertEquals("1.0.0", stage.module(VISITS).version());
        stage.done(VISITS, Action.OFF);
        stage.start();
        assertEquals(State.OFF, stage.module(VISITS).state());
        stage.done(VISITS, Action.ON);
        stage.done(VISITS, Action.PURGE);
        assertFalse(stage.service.list(Stage.ADMIN).stream()
                .anyMatch(module -> module.id().equals(VISITS)));
    }

    @Test
    void anAddOnComesFromARepositoryOfAFolder() throws Exception {
        Path shop = Files.createDirectories(folder.resolve("shop"));
        Files.copy(signed(acme, VISITS, "1.0.0"), shop.resolve("1.kar"));
        Files.copy(signed(acme, VISITS, "1.1.0"), shop.resolve("2.kar"));
        stage.settings.put("modules.repositories", shop.toString());

        assertEquals("1.1.0", stage.module(VISITS).version());
        Plan plan = stage.service.plan(Stage.ADMIN, VISITS, "1.0.0", Action.INSTALL);
        assertEquals(List.of("acme-visits 1.0.0"), plan.adds());
        done(plan);
        stage.done(VISITS, Action.UPDATE);
        assertEquals("1.1.0", stage.module(VISITS).version());
    }

    @Test
    void aDevelopmentKeyIsTakenWhereItIsAllowedAndNeverInProduction() throws Exception {
        Path file = signed(developer, VISITS, "1.0.0");
        assertRefused("signed with a development key", file, false);
        done(plan(file, true));

        stage.serving(packages(true)).start();

        Module module = stage.module(VISITS);
        assertEquals(State.FAILED, module.state());
        assertTrue(module.error().contains("never accepted in production"), module.error());
        assertRefused("never accepted in production", signed(developer, VISITS, "1.1.0"), true);
        assertEquals(List.of("crm-sales 0.1.0"), stage.platform.runningNames());
    }

    @Test
    void whatIsNotToBeBelievedIsRefusedWithTheReason() throws Exception {
        done(upload(acme, "1.1.0"));

        assertRefused("older than the installed version 1.1.0", signed(acme, VISITS, "1.0.0"), false);
        Vendor other = Vendor.named(keys, "CN=Other, O=Other");
        assertRefused("Nobody trusted vouches", signed(other, VISITS, "1.2.0"), false);
        Files.writeString(folder.resolve("home/trust/other.pem"), other.pem());
        assertRefused("belongs to Acme", signed(other, VISITS, "1.2.0"), false);
        assertRefused("belongs to Sen CRM", signed(acme, "crm-sales", "9.0.0"), false);
        assertRefused("with other content", signed(acme, VISITS, "1.1.0"), false);
        byte[] bytes = Files.readAllBytes(signed(acme, VISITS, "1.2.0"));
        assertRefused("only a part of one", write(Arrays.copyOf(bytes, bytes.length / 2)), false);
        InvalidRequest inVietnamese = assertThrows(
                InvalidRequest.class,
                () -> stage.service.plan(VIETNAMESE, Files.newInputStream(signed(acme, VISITS, "1.0.0")), false));
        assertTrue(inVietnamese.getMessage().contains("cũ hơn"), inVietnamese.getMessage());

        assertEquals("1.1.0", stage.module(VISITS).version());
        assertEquals(List.of("acme-visits 1.1.0", "crm-sales 0.1.0"), stage.platform.runningNames());
    }

    @Test
    void aNameStaysWithItsVendorForAsLongAsTheDataIsThere() throws Exception {
        done(upload(acme, "1.1.0"));
        stage.done(VISITS, Action.UNINSTALL);
        Vendor other = Vendor.named(keys, "CN=Other, O=Other");
        Files.writeString(folder.resolve("home/trust/other.pem"), other.pem());

        assertRefused("belongs to Acme", signed(other, VISITS, "1.2.0"), false);
        stage.done(VISITS, Action.INSTALL);
        stage.done(VISITS, Action.PURGE);
        done(plan(signed(other, VISITS, "1.2.0"), false));
    }

    @Test
    void aChangedByteIsFoundAtTheNextStartAndTheRestRunsOn() throws Exception {
        Path file = signed(acme, VISITS, "1.0.0");
        done(plan(file, false));
        Path jar = jar(contents(VISITS, "1.0.0").get(0));
        byte[] bytes = Files.readAllBytes(jar);
        bytes[bytes.length / 2] ^= 1;
        Files.write(jar, bytes);

        stage.start();

        assertEquals(State.FAILED, stage.module(VISITS).state());
        assertTrue(stage.module(VISITS).error().contains("changed on the disk: repository/"));
        assertEquals(List.of("crm-sales 0.1.0"), stage.platform.runningNames());
        stage.done(VISITS, Action.UNINSTALL);
        Job again = stage.run(VISITS, Action.INSTALL);
        assertTrue(again.message().contains("changed on the disk"), again.message());
        done(plan(file, false));
        assertEquals(State.RUNNING, stage.module(VISITS).state());
    }

    @Test
    void whoIsTrustedNoMoreIsNotStarted() throws Exception {
        done(upload(acme, "1.0.0"));
        Files.delete(folder.resolve("home/trust/acme.pem"));

        stage.start();

        assertTrue(stage.module(VISITS).error().contains("Nobody trusted vouches"));
        assertEquals(List.of("crm-sales 0.1.0"), stage.platform.runningNames());
    }

    @Test
    void aPackageThatNeedsAModuleThatIsNowhereIsNotPossible() throws Exception {
        Draft draft = Draft.of(folder, VISITS, "1.0.0").requiring("acme-maps", "[1,2)");

        Plan plan = plan(acme.sign(draft.write()), false);

        assertFalse(plan.possible());
        assertTrue(plan.warnings().get(0).contains("acme-maps"), plan.warnings().toString());
    }

    @Test
    void theirPlanTellsWhoSignedThemWhatTheyUseAndWhichTablesChange() throws Exception {
        Plan plan = plan(
                acme.sign(Draft.of(folder, VISITS, "1.0.0")
                        .using(Map.of("accounts", List.of("read")), "maps.acme.example")
                        .write()),
                false);

        assertEquals("vendor", plan.signer().kind());
        assertEquals("Acme", plan.signer().name());
        assertEquals(64, plan.signer().fingerprint().length());
        assertTrue(plan.signer().validUntil().isAfter(Instant.now()));
        assertEquals(Map.of("accounts", List.of("read")), plan.permissions().records());
        assertEquals(List.of("maps.acme.example"), plan.permissions().hosts());
        assertEquals(List.of("ACME_VISITS_VISIT"), plan.changes());
        done(plan);

        Plan wider = plan(
                acme.sign(Draft.of(folder, VISITS, "1.1.0")
                        .using(Map.of("accounts", List.of("read", "delete")), "maps.acme.example")
                        .write()),
                false);
        assertEquals(List.of("This version uses more than the installed one: accounts (delete)."), wider.warnings());
        assertEquals(List.of(), wider.changes(), "its steps have run already");
        assertEquals("product", stage.plan("crm-sales", Action.OFF).signer().kind());
    }

    @Test
    void eachVersionReachesTheHostsOfItsOwnPackage() throws Exception {
        install("1.0.0", "maps.acme.example");
        String first = location();
        install("1.1.0", "tiles.acme.example");

        assertEquals(List.of("maps.acme.example"), stage.host.hosts(VISITS, first));
        assertEquals(List.of("tiles.acme.example"), stage.host.hosts(VISITS, location()));
        assertEquals(List.of(), stage.host.hosts("acme", location()));
        assertEquals(List.of(), stage.host.hosts(VISITS, "reference:file:/somewhere/else.jar"));
    }

    private void install(String version, String host) throws Exception {
        done(plan(
                acme.sign(
                        Draft.of(folder, VISITS, version).using(Map.of(), host).write()),
                false));
    }

    private String location() {
        return stage.platform.installed().stream()
                .filter(location -> location.contains("/" + VISITS + "/"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPackageInAFolderIsToldInFullBeforeItIsInstalled() throws Exception {
        Path shop = Files.createDirectories(folder.resolve("shop"));
        Files.copy(
                acme.sign(Draft.of(folder, VISITS, "1.0.0")
                        .showing("screenshots/1.png", "../../../../../../../trust/acme.pem")
                        .write()),
                shop.resolve("1.kar"));
        stage.service.addRepository(Stage.ADMIN, shop.toString());

        ModuleDetails details = stage.service.details(Stage.ADMIN, VISITS);

        assertEquals(State.AVAILABLE, details.module().state());
        assertEquals("Plans visits.", details.module().description());
        assertEquals("Acme", details.module().vendor());
        assertEquals(shop.toString(), details.origin());
        assertEquals("vendor", details.signer().kind());
        assertEquals("- New", details.changes());
        assertNull(details.refusal());
        assertEquals(
                "picture",
                new String(stage.service
                        .picture(Stage.ADMIN, VISITS, "screenshots/1.png")
                        .content()));
        assertEquals(
                "image/svg+xml",
                stage.service.picture(Stage.ADMIN, VISITS, "icon.svg").mediaType());
        for (String stolen : List.of("../../../../../../../trust/acme.pem", "module.json", "screenshots/2.png")) {
            assertThrows(NotFound.class, () -> stage.service.picture(Stage.ADMIN, VISITS, stolen), stolen);
        }
        assertEquals(
                List.of(),
                stage.service.journal(Stage.ADMIN, VISITS, 10),
                "looking at it is nothing that happens to it");
    }

    @Test
    void aBadPackageInAFolderTellsItsReasonInTheDetails() throws Exception {
        Path shop = Files.createDirectories(folder.resolve("shop"));
        Files.copy(signed(Vendor.named(keys, "CN=Other, O=Other"), VISITS, "1.0.0"), shop.resolve("1.kar"));
        stage.service.addRepository(Stage.ADMIN, shop.toString());

        ModuleDetails details = stage.service.details(Stage.ADMIN, VISITS);

        assertTrue(details.refusal().contains("Nobody trusted vouches"), details.refusal());
        assertNull(details.signer());
    }

    @Test
    void detailsTellTheVersionsTheTablesAndWhatHappened() throws Exception {
        stage.sql("create table ACME_VISITS_PLACE (ID bigint)");
        stage.sql("insert into ACME_VISITS_PLACE values (1), (2)");
        done(upload(acme, "1.0.0"));
        Path shop = Files.createDirectories(folder.resolve("shop"));
        Files.copy(signed(acme, VISITS, "1.2.0"), shop.resolve("1.kar"));
        stage.service.addRepository(Stage.ADMIN, shop.toString());
        done(upload(acme, "1.1.0"));

        ModuleDetails details = stage.service.details(Stage.ADMIN, VISITS);

        assertEquals("1.2.0", details.module().update());
        assertEquals(List.of("1.0.0"), details.module().previousVersions());
        assertNull(details.origin(), "it was uploaded");
        assertEquals(List.of(new ModuleDetails.Table("ACME_VISITS_PLACE", 2)), details.tables());
        List<ModuleEvent> journal = stage.service.journal(Stage.ADMIN, VISITS, 10);
        assertEquals(
                List.of(Action.UPDATE, Action.INSTALL),
                journal.stream().map(ModuleEvent::action).toList());
        ModuleEvent update = journal.get(0);
        assertEquals("1.0.0", update.from());
        assertEquals("1.1.0", update.to());
        assertEquals(ModuleEvent.Result.DONE, update.result());
        assertEquals(Stage.ADMIN.userId(), update.by().id());
        assertEquals(stage.clock.instant(), update.at());
    }

    private KarPackages packages(boolean production) {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(1));
        return new KarPackages(
                new Home(folder.resolve("home")),
                folder.resolve("product"),
                modules -> new Neighbours(modules, Set.of("crm-core"), Set.of(), Set.of()),
                production,
                new TestMessages(),
                clock);
    }

    /** The program with its repository. */
    private void build(Vendor key, String version) throws Exception {
        Path repository = Files.createDirectories(folder.resolve("product/modules"));
        Files.write(
                repository.resolve("crm-sales.kar"),
                Files.readAllBytes(
                        key.sign(Draft.of(folder, "crm-sales", version).write())));
        Files.writeString(repository.resolve("product.pem"), key.pem());
    }

    private void restartAs(String build) throws IOException {
        Files.writeString(stage.home.modules().resolve("product"), "before " + build);
        stage.serving(packages(false)).start();
    }

    private Path signed(Vendor vendor, String id, String version) throws Exception {
        return vendor.sign(Draft.of(folder, id, version).write());
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "half", ".kar"), content);
    }

    private Plan upload(Vendor vendor, String version) throws Exception {
        return plan(signed(vendor, VISITS, version), false);
    }

    private Plan plan(Path file, boolean allowDevelopmentKey) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return stage.service.plan(Stage.ADMIN, content, allowDevelopmentKey);
        }
    }

    private void done(Plan plan) {
        assertTrue(plan.possible(), plan.warnings().toString());
        Job job = stage.service.run(Stage.ADMIN, plan.id());
        assertEquals(Job.State.DONE, job.state(), job.message());
    }

    private void assertRefused(String reason, Path file, boolean allowDevelopmentKey) {
        String said = assertThrows(InvalidRequest.class, () -> plan(file, allowDevelopmentKey))
                .getMessage();
        assertTrue(said.contains(reason), said);
    }

    private List<Path> contents(String id, String version) {
        return Home.list(stage.home.release(id, version)).stream()
                .filter(Files::isDirectory)
                .toList();
    }

    private static Path jar(Path content) throws IOException {
        try (Stream<Path> files = Files.walk(content.resolve("repository"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
