package org.sencrm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** People at work with accounts, who read and write at a steady pace until they are sent home. */
final class Load implements AutoCloseable {

    private static final int PEOPLE = 4;
    private static final long PACE_MILLIS = 40;

    private final Product product;
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean working = true;

    private Load(Product product) {
        this.product = product;
    }

    static Load start(Product product) {
        Load load = new Load(product);
        for (int i = 0; i < PEOPLE; i++) {
            Thread thread = new Thread(load::work, "load-" + i);
            load.threads.add(thread);
            thread.start();
        }
        return load;
    }

    private void work() {
        for (int i = 0; working; i++) {
            long start = System.nanoTime();
            try {
                if (i % 5 == 0) {
                    product.post("/accounts", Map.of("name", "Load " + i));
                } else {
                    product.get("/accounts?limit=20&sort=-name");
                }
                nanos.add(System.nanoTime() - start);
                Thread.sleep(PACE_MILLIS);
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                failed.incrementAndGet();
            }
        }
    }

    /** Milliseconds within which 95 of 100 calls since the last time were answered. */
    double take() {
        List<Long> taken = new ArrayList<>();
        for (Long time = nanos.poll(); time != null; time = nanos.poll()) {
            taken.add(time);
        }
        taken.sort(null);
        return taken.get(taken.size() * 95 / 100) / 1e6;
    }

    int failed() {
        return failed.get();
    }

    @Override
    public void close() throws InterruptedException {
        working = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
