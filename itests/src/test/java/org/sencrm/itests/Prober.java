package org.sencrm.itests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** People who go on working: reads and writes records and asks for health without a pause, and notes what fails. */
final class Prober implements AutoCloseable {

    private static final int CALLS_OF_A_ROUND = 3;

    private final Api api;
    private final int port;
    private final List<Thread> threads = new ArrayList<>();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicLong writes = new AtomicLong();
    private volatile boolean working = true;

    private Prober(Api api, int port) {
        this.api = api;
        this.port = port;
    }

    /** @param pause after each call of a thread */
    static Prober start(Api api, int port, int people, Duration pause) {
        Prober prober = new Prober(api, port);
        for (int i = 0; i < people; i++) {
            Thread thread = new Thread(() -> prober.work(pause), "prober-" + i);
            thread.setDaemon(true);
            prober.threads.add(thread);
            thread.start();
        }
        return prober;
    }

    private void work(Duration pause) {
        while (working) {
            call("health", () -> Fixtures.isUp(port));
            call("list", () -> api.get("/accounts?limit=20&sort=-name").status() == 200);
            call("write", this::write);
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** One account is made, changed and read again. */
    private boolean write() throws Exception {
        long number = writes.incrementAndGet();
        Api.Answer made = api.post("/accounts", Map.of("name", "Công ty " + number));
        String path = "/accounts/" + made.json().path("id").asText();
        Api.Answer changed = api.patch(path, 1, Map.of("phone", "0236 " + number));
        return made.status() == 201
                && changed.status() == 200
                && api.get(path).json().path("phone").asText().equals("0236 " + number);
    }

    private void call(String what, Callable<Boolean> call) {
        long start = System.nanoTime();
        try {
            if (!call.call()) {
                failures.add(what + " was refused");
            }
        } catch (Exception e) {
            failures.add(what + ": " + e);
        }
        nanos.add(System.nanoTime() - start);
    }

    /** Whether they really work: a further round of calls comes to its end soon. */
    boolean areAtWork() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        int wanted = calls() + CALLS_OF_A_ROUND;
        while (calls() < wanted && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return calls() >= wanted;
    }

    /** What went wrong since the last time somebody asked. */
    List<String> failures() {
        synchronized (failures) {
            List<String> found = List.copyOf(failures);
            failures.clear();
            return found;
        }
    }

    /** Forgets the times that were measured up to now. */
    void measureAnew() {
        nanos.clear();
    }

    int calls() {
        return nanos.size();
    }

    /** Milliseconds within which so many of a hundred calls were answered. */
    double millis(int percent) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    @Override
    public void close() throws InterruptedException {
        working = false;
        for (Thread thread : threads) {
            thread.join(Duration.ofMinutes(1).toMillis());
        }
    }
}
