package org.sencrm.modules;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.sencrm.modules.pack.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds at the modules that run: whether one has more threads than it may, sends and asks
 * without end, or took a place of the product. Too many threads are reported where they are still there at the next look.
 */
final class ModuleWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleWatch.class);
    private static final long SECONDS = 2;

    private final Platform platform;
    private final Quotas quotas;
    private final BiConsumer<String, Reason> report;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "crm-modules watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Map<String, Integer> threads = Map.of();

    /** @param report told of a module that is to be stopped, and why */
    ModuleWatch(Platform platform, Quotas quotas, BiConsumer<String, Reason> report) {
        this.platform = platform;
        this.quotas = quotas;
        this.report = report;
    }

    void open() {
        looks.scheduleWithFixedDelay(this::tryToLook, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** How many threads the module had when it was last looked at. */
    int threads(String module) {
        return threads.getOrDefault(module, 0);
    }

    private void tryToLook() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("The modules could not be looked at", e);
        }
    }

    void look() {
        Map<String, Integer> before = threads;
        Map<String, Integer> now = platform.threads();
        threads = now;
        int most = quotas.limit(Quotas.THREADS);
        Map<String, Reason> found = new HashMap<>();
        now.forEach((module, count) -> {
            if (count > most && before.getOrDefault(module, 0) > most) {
                found.put(module, Reason.of(Runner.THREADS, count, most));
            }
        });
        quotas.hopeless().forEach(module -> found.put(module, Reason.of(Runner.GREEDY)));
        platform.trespassers().forEach((module, place) -> found.put(module, Reason.of(Runner.TRESPASSED, place)));
        found.forEach(report);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
