package org.sencrm.core.guard;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Watches the clock for all calls that are inside modules. */
final class RunningCalls implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int PATIENCE = 3;
    private static final int LOOKS = 10;

    private final Duration limit;
    private final Consumer<RunningCall> hung;
    private final Set<RunningCall> calls = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "crm-guard");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param limit after which a call is interrupted
     * @param hung told of a call that still runs after three times the limit
     */
    RunningCalls(Duration limit, Consumer<RunningCall> hung) {
        this.limit = limit;
        this.hung = hung;
        long pause = Math.max(1, limit.toMillis() / LOOKS);
        watch.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    RunningCall begin(ModuleGuard guard, Supplier<String> what) {
        RunningCall call = new RunningCall(guard, what);
        calls.add(call);
        return call;
    }

    void end(RunningCall call) {
        calls.remove(call);
        call.end();
    }

    private void look() {
        for (RunningCall call : calls) {
            if (call.nanos() > limit.toNanos() && call.interrupt()) {
                call.guard().pause();
            }
            if (call.nanos() > PATIENCE * limit.toNanos() && call.giveUp()) {
                hung.accept(call);
            }
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
