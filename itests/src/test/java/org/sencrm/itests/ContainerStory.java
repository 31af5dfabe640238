package org.sencrm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.junit.Before;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.options.extra.VMOption;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleWiring;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.setting.Settings;

/** The parts together in the assembly that is shipped, seen from inside. Run once for each database. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public abstract class ContainerStory {

    private static final int ROUNDS = 50;
    private static final int WARM_UP_ROUNDS = 3;
    private static final String FACTORY = "javax.persistence.EntityManagerFactory";

    /** The tables are made first, and a machine may be slow. */
    private static final int UP_IN_MILLIS = 90_000;

    private static final int MOST_COMPLAINTS = 40;

    @Inject
    protected BundleContext context;

    @Inject
    protected FeaturesService features;

    @Inject
    @Filter(timeout = UP_IN_MILLIS)
    protected Records records;

    @Inject
    @Filter(timeout = UP_IN_MILLIS)
    protected RecordTypes types;

    @Inject
    @Filter(timeout = UP_IN_MILLIS)
    protected Settings settings;

    private Api api;

    /** The shipped assembly with a home and a port of its own. */
    protected static Option[] assembly(String name, Option... more) throws Exception {
        Path home = Path.of("target", "home-" + name).toAbsolutePath();
        delete(home);
        for (String folder : List.of("db", "files", "search", "keys", "log")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.writeString(home.resolve("first-password"), Fixtures.ADMIN_PASSWORD);
        Path samples = SampleModules.build();
        Files.createDirectories(home.resolve("trust"));
        Files.copy(samples.resolve("repository/acme.pem"), home.resolve("trust/acme.pem"));
        int port = PostgresServer.freePort();
        List<Option> options = new ArrayList<>(List.of(
                karafDistributionConfiguration()
                        .frameworkUrl(maven("org.sencrm", "karaf-assembly")
                                .version(System.getProperty("crm.version"))
                                .type("tar.gz"))
                        .name("Sen CRM")
                        .unpackDirectory(new File("target/exam-" + name))
                        .useDeployFolder(false),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                keepRuntimeFolder(),
                // "an empty feature disturbs nothing" has to hold on the platform itself, without the second belt
                editConfigurationFilePut("etc/org.apache.karaf.features.cfg", "autoRefresh", "true"),
                new VMOption("--patch-module"),
                new VMOption("java.base=lib/endorsed/org.apache.karaf.specs.locator-4.4.10.jar"),
                new VMOption("--patch-module"),
                new VMOption("java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-4.4.10.jar"),
                new VMOption("--add-reads=java.xml=java.logging"),
                new VMOption("--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED"),
                new VMOption("--add-opens"),
                new VMOption("java.base/java.lang=ALL-UNNAMED"),
                new VMOption("--add-opens"),
                new VMOption("java.base/java.net=ALL-UNNAMED"),
                new VMOption("--add-opens"),
                new VMOption("java.base/java.util=ALL-UNNAMED"),
                new VMOption("-Dsencrm.home=" + home),
                new VMOption("-Dsencrm.port=" + port),
                new VMOption("-Dcrm.fixtures=" + samples),
                new VMOption("-Xmx768m")));
        options.addAll(Arrays.asList(more));
        return options.toArray(Option[]::new);
    }

    @Before
    public void waitUntilReady() throws Exception {
        int port = Integer.getInteger("sencrm.port");
        try {
            Await.until("health", Duration.ofMillis(UP_IN_MILLIS), () -> Fixtures.isUp(port));
        } catch (AssertionError never) {
            throw new AssertionError(never.getMessage() + "\n" + complaints(), never);
        }
        api = Api.signedIn(port, "admin", Fixtures.ADMIN_PASSWORD);
        Await.until(
                "sales",
                Duration.ofSeconds(30),
                () -> types.find("opportunities").isPresent());
    }

    /** The last lines of the log in which something went wrong. */
    private static String complaints() throws Exception {
        List<String> lines;
        try (var log = Files.lines(Path.of(System.getProperty("karaf.log"), "crm.log"))) {
            lines = log.filter(
                            line -> line.contains("| WARN") || line.contains("| ERROR") || line.contains("Caused by"))
                    .toList();
        }
        return String.join("\n", lines.subList(Math.max(0, lines.size() - MOST_COMPLAINTS), lines.size()));
    }

    @Test
    public void aRecordGoesThroughRestAndComesBack() throws Exception {
        Api.Answer made =
                api.post("/accounts", Map.of("name", "Công ty Cổ phần Đông Á", "website", "https://dong-a.example"));
        String id = made.created();
        assertEquals("\"1\"", made.header("ETag").replace("W/", ""));

        JsonNode found =
                api.get("/accounts?filter=" + encode("name==\"*dong a*\"")).json();
        assertEquals(id, found.at("/items/0/id").asText());

        Api.Answer patched = api.patch("/accounts/" + id, 1, Map.of("phone", "0236 385 1122"));
        assertEquals(patched.toString(), 200, patched.status());
        Api.Answer stale = api.patch("/accounts/" + id, 1, Map.of("phone", "1"));
        assertEquals(stale.toString(), 412, stale.status());
        assertEquals("phone", stale.json().at("/changed/0/field").asText());
    }

    @Test
    public void aChangeIsInTheLogAndInTheIndex() throws Exception {
        String id = api.post("/accounts", Map.of("name", "Nguyễn Thị Lụa")).created();
        JsonNode history = api.get("/accounts/" + id + "/history").json();
        assertEquals("created", history.at("/items/0/kind").asText());
        Await.until(
                "the hit",
                Duration.ofSeconds(10),
                () -> api.get("/search?q=" + encode("nguyen lua")).body().contains(id));
    }

    /**
     * FileInstall reads the files while it starts where ConfigAdmin is there by then, and beside the start where it is not. It
     * writes none of them: others read them at the same time.
     */
    @Test
    public void whatIsConfiguredIsThereBeforeAnybodyAsks() {
        int read = startLevel("org.apache.felix.fileinstall");
        assertTrue(startLevel("org.apache.felix.configadmin") < read);
        assertTrue(startLevel("org.apache.felix.configadmin.plugin.interpolation") < read);
        for (String asking : List.of("org.ops4j.pax.web.pax-web-jetty", "org.ops4j.pax.jdbc.config", "crm-core")) {
            assertTrue(asking, read < startLevel(asking));
        }
        assertEquals("false", context.getProperty("felix.fileinstall.enableConfigSave"));
    }

    private int startLevel(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow()
                .adapt(BundleStartLevel.class)
                .getStartLevel();
    }

    @Test
    public void everyUnitWorksWithoutWeavingAndWithoutASharedCache() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (ServiceReference<?> unit : context.getAllServiceReferences(FACTORY, null)) {
            javax.persistence.EntityManagerFactory factory =
                    (javax.persistence.EntityManagerFactory) context.getService(unit);
            for (String property : List.of("eclipselink.weaving", "eclipselink.cache.shared.default")) {
                if (!"false".equals(String.valueOf(factory.getProperties().get(property)))) {
                    wrong.add(unit.getProperty("osgi.unit.name") + " " + property);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    public void installingAndRemovingAnEmptyFeatureRefreshesNothing() throws Exception {
        features.addRepository(URI.create(fixture("empty-features.xml")));
        List<Object> factories = serviceIds(FACTORY);
        List<String> events = eventsDuring(() -> {
            features.installFeature("crm-nothing");
            features.uninstallFeature("crm-nothing");
            return null;
        });
        assertEquals(List.of(), events);
        assertEquals(factories, serviceIds(FACTORY));
    }

    @Test
    public void takingSalesAwayAndBackTouchesOnlySalesAndKeepsItsData() throws Exception {
        String id = api.post(
                        "/opportunities",
                        Map.of("name", "Stays", "amount", Map.of("amount", "12.50", "currency", "USD")))
                .created();
        assertNotEquals("", id);
        List<String> events = eventsDuring(() -> {
            operate("uninstall", "crm-sales");
            Await.until(
                    "a clean 404",
                    Duration.ofSeconds(10),
                    () -> api.get("/opportunities").status() == 404);
            assertEquals(200, api.get("/accounts").status());
            operate("install", "crm-sales");
            return null;
        });
        List<String> others = events.stream()
                .filter(event -> !event.contains("crm-sales"))
                .filter(event -> !event.equals("packages refreshed"))
                .toList();
        assertEquals(List.of(), others);
        Await.until(
                "sales again",
                Duration.ofSeconds(20),
                () -> api.get("/opportunities/" + id).status() == 200);
        assertEquals(
                "12.50",
                api.get("/opportunities/" + id).json().at("/amount/amount").asText());
    }

    /** How the databases are asked for what is shared differs from one to the other. */
    @Test
    public void whatIsSharedIsFoundAndNothingElse() throws Exception {
        Colleague guest = Colleague.who(api, "guest", "accounts", Map.of("read", "own"));
        Api seeing = Api.signedIn(Integer.getInteger("sencrm.port"), guest.userName(), guest.password());
        String user = api.get("/users?filter=" + encode("userName==" + guest.userName()))
                .json()
                .at("/items/0/id")
                .asText();
        String team = api.post("/teams", Map.of("name", "The team of the guest", "manager", user))
                .created();
        Set<String> shared = new TreeSet<>();
        String withUser = null;
        for (int i = 0; i < 30; i++) {
            String id =
                    api.post("/accounts", Map.of("name", "Shared or not " + i)).created();
            if (i % 5 == 0) {
                String with = i % 2 == 0 ? "users" : "teams";
                Map<String, String> whom = Map.of("type", with, "id", i % 2 == 0 ? user : team);
                String share = api.post("/accounts/" + id + "/shares", Map.of("with", whom, "mayChange", false))
                        .created();
                shared.add(id);
                withUser = i == 0 ? id + "/shares/" + share : withUser;
            }
            assertEquals("each at once, on the first page", shared, seen(seeing));
        }
        assertEquals(
                shared.size(),
                seeing.get("/accounts?count=true").json().path("total").asInt());

        assertEquals(204, api.send("DELETE", "/accounts/" + withUser, null).status());
        shared.remove(withUser.substring(0, withUser.indexOf('/')));
        assertEquals("taken back at once", shared, seen(seeing));
    }

    private static Set<String> seen(Api api) throws Exception {
        Set<String> ids = new TreeSet<>();
        api.get("/accounts?sort=name")
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    @Test
    public void aCustomFieldWorksAtOnceAndComesBackWithItsModule() throws Exception {
        long before = typesVersion();
        api.post("/fields/opportunities", Map.of("name", "region", "kind", "text", "label", "Khu vực"))
                .created();
        assertTrue("the screens are told", typesVersion() > before);
        String id = api.post("/opportunities", Map.of("name", "In the north", "region", "north"))
                .created();
        String filtered = "/opportunities?filter=" + encode("region==north");
        assertEquals(id, api.get(filtered).json().at("/items/0/id").asText());

        operate("uninstall", "crm-sales");
        Await.until(
                "a clean 404",
                Duration.ofSeconds(10),
                () -> api.get("/opportunities").status() == 404);
        operate("install", "crm-sales");
        Await.until(
                "sales again",
                Duration.ofSeconds(20),
                () -> api.get("/opportunities/" + id).status() == 200);
        assertEquals(id, api.get(filtered).json().at("/items/0/id").asText());
        assertTrue(api.get("/types/opportunities").body().contains("Khu vực"));

        Api.Answer removed = api.send("DELETE", "/fields/opportunities/region", null);
        assertEquals(removed.toString(), 204, removed.status());
        assertEquals(400, api.get(filtered).status());
    }

    @Test
    public void aModuleGoesAVersionForwardAndBackWithItsData() throws Exception {
        offerSamples();
        done(operate(Map.of("id", "crm-sample", "version", "1.0.0", "action", "install")));
        awaitField("name", true);
        long id =
                records.create(Caller.system(), "samples", Map.of("name", "Cũ")).id();

        operate("update", "crm-sample");
        awaitField("colour", true);
        records.update(Caller.system(), "samples", id, 1, Map.of("name", "Mới", "colour", "đỏ"));
        long later = records.create(Caller.system(), "samples", Map.of("name", "later"))
                .id();
        assertEquals("1.0.0", module("crm-sample").at("/previousVersions/0").asText());

        operate("rollback", "crm-sample");
        awaitField("colour", false);
        awaitField("name", true);
        assertEquals("Cũ", records.get(Caller.system(), "samples", id).get("name"));
        assertEquals(404, api.get("/samples/" + later).status());

        operate("off", "crm-sample");
        Await.until("off", Duration.ofSeconds(10), () -> types.find("samples").isEmpty());
        assertEquals("off", module("crm-sample").path("state").asText());
        operate("on", "crm-sample");
        awaitField("name", true);
        assertEquals("Cũ", records.get(Caller.system(), "samples", id).get("name"));

        operate("purge", "crm-sample");
        assertEquals("available", module("crm-sample").path("state").asText());
        try (var files = Files.walk(Path.of(System.getProperty("sencrm.home"), "exports"))) {
            Path export = files.filter(file -> file.endsWith("samples.csv"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(Files.readString(export).contains("Cũ"));
        }
    }

    @Test
    public void nothingIsLeftOfModulesThatCameAndWentFiftyTimes() throws Exception {
        offerSamples();
        Remains remains = new Remains(context);
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            round(remains);
        }
        assertEquals(0, remains.loadersLeft());
        Map<String, Integer> before = remains.counts();
        double memory = Remains.usedMegabytes();
        for (int i = 0; i < ROUNDS; i++) {
            round(remains);
        }
        assertTrue("class loaders followed", remains.followed() >= 2 * ROUNDS);
        assertEquals("class loaders left", 0, remains.loadersLeft());
        double grown = Remains.usedMegabytes() - memory;
        System.out.printf("memory after %d rounds: %.1f MB more%n", ROUNDS, grown);
        assertTrue("memory grew by " + grown + " MB", grown <= 5);
        assertEquals("left over or lost", Set.of(), remains.differences(before));
        assertEquals(404, api.get("/samples").status());
        // its tables can be dropped: nobody holds a lock
        operate("purge", "crm-sample");
    }

    @Test
    public void aPoolThatAModuleLeavesIsCountedWhateverItsName() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(
                1, task -> new Thread(new ThreadGroup("module acme-left"), task, "pool-7-thread-1"));
        pool.submit(() -> end.await(1, TimeUnit.MINUTES));
        try {
            assertEquals(Integer.valueOf(1), new Remains(context).counts().get("thread of acme-left: pool-#-thread-#"));
        } finally {
            end.countDown();
            pool.shutdown();
        }
    }

    /** An add-on with record types comes and goes, and an area of the product goes and comes. */
    private void round(Remains remains) throws Exception {
        done(operate(Map.of("id", "crm-sample", "version", "1.0.0", "action", "install")));
        awaitField("name", true);
        records.create(Caller.system(), "samples", Map.of("name", "once"));
        remains.follow("crm-sample");
        operate("uninstall", "crm-sample");
        remains.follow("crm-sales");
        operate("uninstall", "crm-sales");
        operate("install", "crm-sales");
    }

    @Test
    public void addOnsThatThrowOrBlockAreQuarantinedAndTheRestRunsOn() throws Exception {
        offerSamples();
        settings.set(Caller.system(), "modules.start.seconds", "2");
        try {
            for (String bad : List.of("acme-throws", "acme-blocks")) {
                JsonNode job = operate(Map.of("id", bad, "action", "install"));
                assertEquals(job.toString(), "failed", job.path("state").asText());
                assertEquals("quarantined", module(bad).path("state").asText());
                assertEquals(200, api.get("/opportunities").status());
            }
            assertTrue(Fixtures.isUp(Integer.getInteger("sencrm.port")));

            Bundle service = bundle("crm-modules");
            service.stop();
            service.start();
            Await.until(
                    "the service",
                    Duration.ofSeconds(30),
                    () -> api.get("/modules").status() == 200);
            for (String bad : List.of("acme-throws", "acme-blocks")) {
                assertEquals("quarantined", module(bad).path("state").asText());
                assertTrue(bad + " is out of the framework", bundles(bad).isEmpty());
                operate("uninstall", bad);
                assertEquals("available", module(bad).path("state").asText());
            }
            assertEquals("running", module("crm-sales").path("state").asText());
        } finally {
            settings.set(Caller.system(), "modules.start.seconds", null);
        }
    }

    @Test
    public void aModuleThatNeedsANewerCoreIsNotPossibleAndAPlanIsQuick() throws Exception {
        offerSamples();
        long start = System.nanoTime();
        JsonNode plan = api.post("/modules/plans", Map.of("id", "acme-future", "action", "install"))
                .json();
        assertTrue("took too long", System.nanoTime() - start < 2_000_000_000L);
        assertEquals(plan.toString(), false, plan.path("possible").asBoolean());
        assertTrue(plan.toString(), plan.path("warnings").toString().contains("Sen CRM mới hơn"));
    }

    /** A folder with signed packages of a vendor who is trusted. */
    private void offerSamples() {
        settings.set(
                Caller.system(),
                "modules.repositories",
                Path.of(System.getProperty("crm.fixtures"), "repository").toString());
    }

    /** Plans and runs it, and must work. */
    private void operate(String action, String id) throws Exception {
        done(operate(Map.of("id", id, "action", action)));
    }

    private static void done(JsonNode job) {
        assertEquals(job.toString(), "done", job.path("state").asText());
    }

    /** Plans and runs it; the job at its end. */
    private JsonNode operate(Map<String, Object> wish) throws Exception {
        Api.Answer plan = api.post("/modules/plans", wish);
        String id = plan.created();
        assertTrue(plan.body(), plan.json().path("possible").asBoolean());
        String job = api.post("/modules/plans/" + id + "/run", null)
                .json()
                .path("id")
                .asText();
        Await.until(
                "the operation",
                Duration.ofSeconds(60),
                () -> List.of("done", "failed")
                        .contains(api.get("/jobs/" + job).json().path("state").asText()));
        return api.get("/jobs/" + job).json();
    }

    private JsonNode module(String id) throws Exception {
        for (JsonNode module : api.get("/modules").json()) {
            if (id.equals(module.path("id").asText())) {
                return module;
            }
        }
        throw new AssertionError("no module " + id);
    }

    private Bundle bundle(String name) {
        return bundles(name).stream().findFirst().orElseThrow();
    }

    private List<Bundle> bundles(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .toList();
    }

    private void awaitField(String field, boolean there) throws Exception {
        Await.until(
                "the field " + field,
                Duration.ofSeconds(20),
                () -> types.find("samples").flatMap(type -> type.field(field)).isPresent() == there);
    }

    @Test
    public void aModuleUpdatedInPlaceWritesItsNewField() throws Exception {
        Bundle module = context.installBundle(fixture("crm-sample-1.0.0.jar"));
        try {
            module.start();
            Await.until(
                    "the type",
                    Duration.ofSeconds(20),
                    () -> types.find("samples").isPresent());
            long id = records.create(Caller.system(), "samples", Map.of("name", "old"))
                    .id();

            module.update(URI.create(fixture("crm-sample-2.0.0.jar")).toURL().openStream());
            Await.until(
                    "the new field",
                    Duration.ofSeconds(20),
                    () -> types.find("samples")
                            .filter(type -> type.field("colour").isPresent())
                            .isPresent());
            records.update(Caller.system(), "samples", id, 1, Map.of("colour", "đỏ"));
            assertEquals("đỏ", records.get(Caller.system(), "samples", id).get("colour"));
            assertEquals("old", records.get(Caller.system(), "samples", id).get("name"));
        } finally {
            module.uninstall();
        }
    }

    @Test
    public void classesOfAnUninstalledModuleAreUnloaded() throws Exception {
        Bundle module = context.installBundle(fixture("crm-sample-2.0.0.jar"));
        module.start();
        Await.until(
                "the type", Duration.ofSeconds(20), () -> types.find("samples").isPresent());
        api.post("/samples", Map.of("name", "seen"));
        api.get("/samples");
        WeakReference<ClassLoader> loader =
                new WeakReference<>(module.adapt(BundleWiring.class).getClassLoader());
        module.uninstall();
        module = null;
        refreshRemovalPending();
        Await.until(
                "the type is gone",
                Duration.ofSeconds(10),
                () -> types.find("samples").isEmpty());
        Await.until("the class loader is collected", Duration.ofSeconds(60), () -> {
            System.gc();
            return loader.get() == null;
        });
    }

    private long typesVersion() {
        return (Long) context.getServiceReference(RecordTypes.class).getProperty(RecordTypes.VERSION);
    }

    private void refreshRemovalPending() {
        org.osgi.framework.wiring.FrameworkWiring wiring =
                context.getBundle(0).adapt(org.osgi.framework.wiring.FrameworkWiring.class);
        if (!wiring.getRemovalPendingBundles().isEmpty()) {
            wiring.refreshBundles(wiring.getRemovalPendingBundles());
        }
    }

    /** Every change of any bundle's state, other than being resolved, and every refresh. */
    private List<String> eventsDuring(Callable<?> operation) throws Exception {
        List<String> events = Collections.synchronizedList(new ArrayList<>());
        SynchronousBundleListener bundles = event -> {
            if (event.getType() != BundleEvent.RESOLVED) {
                events.add(event.getBundle() + " event " + event.getType());
            }
        };
        FrameworkListener refreshes = event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                events.add("packages refreshed");
            }
        };
        context.addBundleListener(bundles);
        context.addFrameworkListener(refreshes);
        try {
            operation.call();
            Thread.sleep(1000);
        } finally {
            context.removeBundleListener(bundles);
            context.removeFrameworkListener(refreshes);
        }
        return events;
    }

    private List<Object> serviceIds(String type) throws Exception {
        ServiceReference<?>[] found = context.getAllServiceReferences(type, null);
        assertTrue("services of " + type, found != null && found.length > 0);
        Map<Object, Object> ids = new TreeMap<>();
        for (ServiceReference<?> reference : found) {
            ids.put(reference.getProperty("service.id"), reference);
        }
        return List.copyOf(ids.keySet());
    }

    private static String fixture(String name) {
        return Path.of(System.getProperty("crm.fixtures"), name).toUri().toString();
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void delete(Path folder) throws Exception {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .map(Path::toFile)
                        .forEach(File::delete);
            }
        }
    }
}
