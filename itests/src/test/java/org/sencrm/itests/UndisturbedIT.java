package org.sencrm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/** Modules come, change and go while people work: no call of theirs fails. And the product helps itself where one will not let it start. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class UndisturbedIT {

    private static final Path SOURCES = Path.of("src", "fixtures");

    private static Product product;
    private static Path folder;
    private static SamplePackages packages;
    private static Operator operator;

    @BeforeClass
    public static void start() throws Exception {
        folder = Files.createDirectories(Path.of("target", "undisturbed").toAbsolutePath());
        packages = new SamplePackages(folder);
        packages.writeCertificate();
        product = Product.start();
        Path trust = Files.createDirectories(product.home().resolve("trust"));
        Files.copy(folder.resolve("acme.pem"), trust.resolve("acme.pem"));
        operator = new Operator(product);
    }

    @AfterClass
    public static void stop() throws Exception {
        product.close();
    }

    @Test
    public void a_noCallFailsWhileAnotherModuleLivesItsWholeLife() throws Exception {
        Path first = sample(1);
        Path second = sample(2);
        Api signedIn = product.admin();
        try (Prober people = Prober.start(product.admin(), product.port(), 4, Duration.ofMillis(5))) {
            warmUp(people);
            double calm = people.millis(95);
            people.measureAnew();
            operator.isDone(first);
            operator.isDone(second);
            for (String action : List.of("rollback", "off", "on", "uninstall")) {
                done(operator.operate(action, "crm-sample"));
            }
            done(operator.operate("uninstall", "crm-sales"));
            done(operator.operate("install", "crm-sales"));
            System.out.printf(
                    "calls while modules changed: %d, p95 %.1f ms, before %.1f ms%n",
                    people.calls(), people.millis(95), calm);
            assertTrue("too few calls to tell: " + people.calls(), people.calls() > 300);
            assertEquals(List.of(), people.failures());
        }
        assertEquals(200, signedIn.get("/me").status());
    }

    /** Classes are compiled and caches are filled by the first calls. */
    private static void warmUp(Prober people) throws InterruptedException {
        TimeUnit.SECONDS.sleep(8);
        people.measureAnew();
        TimeUnit.SECONDS.sleep(5);
        assertEquals(List.of(), people.failures());
    }

    @Test
    public void b_anAreaIsThereAndAwayAtOnce() throws Exception {
        done(operator.operate("uninstall", "crm-sales"));
        long start = System.nanoTime();
        Api.Answer plan = operator.api().post("/modules/plans", Map.of("id", "crm-sales", "action", "install"));
        double planned = seconds(start);
        start = System.nanoTime();
        operator.begin(plan);
        awaitOpportunities(200);
        double there = seconds(start);
        Await.until(
                "sales to run",
                Duration.ofSeconds(20),
                () -> "running"
                        .equals(operator.module("crm-sales").path("state").asText()));
        plan = operator.api().post("/modules/plans", Map.of("id", "crm-sales", "action", "off"));
        start = System.nanoTime();
        operator.begin(plan);
        awaitOpportunities(404);
        double away = seconds(start);
        System.out.printf("plan %.2f s, install to its records %.2f s, off %.2f s%n", planned, there, away);
        assertTrue("plan " + planned, planned <= 2);
        assertTrue("install " + there, there <= 3);
        assertTrue("off " + away, away <= 2);
        Await.until(
                "sales to be off",
                Duration.ofSeconds(20),
                () -> "off".equals(operator.module("crm-sales").path("state").asText()));
        done(operator.operate("on", "crm-sales"));
    }

    private static void awaitOpportunities(int status) throws Exception {
        Await.until(
                "opportunities with " + status,
                Duration.ofSeconds(20),
                () -> operator.api().get("/opportunities?limit=1").status() == status);
    }

    @Test
    public void c_afterThreeStartsThatCameToNothingAddOnsStayAwayAndCanBeRemoved() throws Exception {
        operator.isDone(sample(1));
        product.kill();
        for (int i = 0; i < 3; i++) {
            diesWhileItStarts();
        }
        product.startAgain();
        assertEquals("degraded", product.health().at("/checks/safe-mode").asText());
        operator.showsState("crm-sample", "installed");
        operator.showsState("crm-sales", "running");
        assertEquals(404, operator.api().get("/samples").status());
        done(operator.operate("uninstall", "crm-sample"));

        product.run("stop");
        product.startAgain();
        assertEquals("up", product.health().at("/checks/safe-mode").asText());
        operator.showsState("crm-sample", "available");
    }

    /** The process is killed before it is up. */
    private static void diesWhileItStarts() throws Exception {
        Path failed = product.home().resolve("modules/failed-starts");
        String before = Files.exists(failed) ? Files.readString(failed) : "";
        Process starting = product.launch("start", "--port", String.valueOf(product.port()));
        Await.until(
                "the count of starts",
                Duration.ofSeconds(60),
                () -> Files.exists(failed) && !Files.readString(failed).equals(before));
        product.kill();
        starting.waitFor(30, TimeUnit.SECONDS);
    }

    @Test
    public void d_safeModeOnRequestKeepsAddOnsAway() throws Exception {
        operator.isDone(sample(1));
        product.run("stop");
        assertEquals(
                0,
                product.run("start", "--port", String.valueOf(product.port()), "--safe")
                        .code());
        assertEquals("degraded", product.health().at("/checks/safe-mode").asText());
        operator.showsState("crm-sample", "installed");
        done(operator.operate("uninstall", "crm-sample"));
        operator.showsState("crm-sample", "available");
    }

    private static Path sample(int version) throws Exception {
        Path bundle = new SampleBundle("crm-sample", version + ".0.0")
                .build(folder, SOURCES.resolve("crm-sample-" + version));
        return packages.pack("crm-sample", version + ".0.0", bundle);
    }

    private static void done(JsonNode job) {
        assertEquals(job.toString(), "done", job.path("state").asText());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
