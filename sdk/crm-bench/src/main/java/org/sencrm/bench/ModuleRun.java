package org.sencrm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The figures of modules that come and go while people work. */
final class ModuleRun {

    private static final String AREA = "crm-sales";
    private static final String RECORDS = "/opportunities?limit=1";
    private static final int WARM_UP = 5;
    private static final int TIMES = 11;
    private static final int ROUNDS = 100;
    private static final int CALM_SECONDS = 15;
    private static final int CHANGES = 8;
    private static final long AT_ONCE_MILLIS = 10;
    private static final long LAUNCHER_MILLIS = 100;

    private final Product product;
    private final Consumer<Figure> found;

    ModuleRun(Product product, Consumer<Figure> found) {
        this.product = product;
        this.found = found;
    }

    void all() throws Exception {
        product.start();
        for (int i = 0; i < WARM_UP; i++) {
            round();
        }
        speed();
        load();
        rounds();
    }

    private void speed() throws Exception {
        double[] plan = new double[TIMES];
        double[] there = new double[TIMES];
        double[] away = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            change("uninstall");
            long start = System.nanoTime();
            String id = plan("install");
            plan[i] = seconds(start);
            start = System.nanoTime();
            String job = begin(id);
            awaitStatus(200);
            there[i] = seconds(start);
            awaitEnd(job, AT_ONCE_MILLIS);
            id = plan("off");
            start = System.nanoTime();
            job = begin(id);
            awaitStatus(404);
            away[i] = seconds(start);
            awaitEnd(job, AT_ONCE_MILLIS);
            change("on");
        }
        found.accept(Figure.atMost("module-plan", middle(plan), "s", null, 2));
        found.accept(Figure.atMost("module-install", middle(there), "s", null, 3));
        found.accept(Figure.atMost("module-off", middle(away), "s", null, 2));
    }

    /** How much slower the slowest twentieth of the core's answers becomes while an area goes and comes. */
    private void load() throws Exception {
        try (Load load = Load.start(product)) {
            Thread.sleep(CALM_SECONDS * 1000L);
            load.take();
            Thread.sleep(CALM_SECONDS * 1000L);
            double calm = load.take();
            for (int i = 0; i < CHANGES; i++) {
                changeBesideOthers("uninstall");
                changeBesideOthers("install");
            }
            double busy = load.take();
            found.accept(Figure.atMost("module-load-failed", load.failed(), "calls", null, 0));
            found.accept(Figure.atMost("module-load-p95", busy, "ms", calm, calm * 1.1)
                    .within(1.1));
        }
    }

    private void rounds() throws Exception {
        double before = product.liveMegabytes();
        for (int i = 0; i < ROUNDS; i++) {
            round();
        }
        found.accept(Figure.atMost("module-rounds-memory", product.liveMegabytes() - before, "MB", null, 5));
    }

    private void round() throws Exception {
        change("uninstall");
        change("install");
    }

    private void change(String action) throws Exception {
        awaitEnd(begin(plan(action)), AT_ONCE_MILLIS);
    }

    /** Asks as often as the launcher does: asking all the time would be a load that the calm time lacks. */
    private void changeBesideOthers(String action) throws Exception {
        awaitEnd(begin(plan(action)), LAUNCHER_MILLIS);
    }

    private String plan(String action) throws Exception {
        return product.post("/modules/plans", Map.of("id", AREA, "action", action))
                .path("id")
                .asText();
    }

    private String begin(String plan) throws Exception {
        return product.post("/modules/plans/" + plan + "/run", Map.of())
                .path("id")
                .asText();
    }

    private void awaitEnd(String job, long pauseMillis) throws Exception {
        JsonNode status = product.get("/jobs/" + job);
        while (Set.of("queued", "running").contains(status.path("state").asText())) {
            Thread.sleep(pauseMillis);
            status = product.get("/jobs/" + job);
        }
        if (!"done".equals(status.path("state").asText())) {
            throw new IOException("a change of " + AREA + " failed: " + status);
        }
    }

    private void awaitStatus(int status) throws Exception {
        while (product.status(RECORDS) != status) {
            Thread.sleep(AT_ONCE_MILLIS);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
