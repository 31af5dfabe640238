package org.sencrm.core.guard;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.guard.ModuleHealth;
import org.sencrm.core.store.StatementMeter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guard of one module: lets calls in or not, and counts. */
final class ModuleGuard {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleGuard.class);

    private static final int MOST_AT_ONCE = 32;
    private static final long TURN_MILLIS = 1000;

    /** So many failures in a row, which is more than fit before the first pause, are no mishap. */
    private static final int HOPELESS = 7;

    /** A call that took too long held somebody up, and counts for several. */
    private static final int LATE = 3;

    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(30))
            .permittedNumberOfCallsInHalfOpenState(2)
            .build();

    private final String module;
    private final RunningCalls running;
    private final Consumer<String> failing;
    private final Clock clock;
    private final CircuitBreaker breaker;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
    private final LongAdder calls = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder statements = new LongAdder();
    private final LongAdder slowStatements = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    private final AtomicInteger failedInARow = new AtomicInteger();

    private volatile String lastError;
    private volatile Instant lastErrorAt;

    /** @param failing told of the last of many calls in a row that failed */
    ModuleGuard(String module, RunningCalls running, Consumer<String> failing, Clock clock) {
        this.module = module;
        this.running = running;
        this.failing = failing;
        this.clock = clock;
        this.breaker = CircuitBreaker.of(module, BREAKER);
    }

    String module() {
        return module;
    }

    /**
     * @param what names the call for an administrator; asked only where it fails or does not end
     * @throws Paused where the module is not to be called for the moment
     * @throws Failed where it failed in any way but a fault
     */
    Object call(Supplier<String> what, Work work) throws Paused, Failed {
        if (!breaker.tryAcquirePermission()) {
            throw new Paused();
        }
        if (!takeTurn()) {
            breaker.releasePermission();
            throw new Paused();
        }
        StatementMeter meter = new StatementMeter();
        StatementMeter outer = StatementMeter.begin(meter);
        RunningCall call = running.begin(this, what);
        try {
            return counted(
                    what,
                    () -> {
                        Object answer = work.run();
                        if (call.isLate()) {
                            throw new LateException();
                        }
                        return answer;
                    },
                    call::isLate);
        } finally {
            running.end(call);
            StatementMeter.end(outer);
            turns.release();
            statements.add(meter.statements());
            slowStatements.add(meter.slow());
        }
    }

    /** Without limits and without a turn; otherwise as {@link #call}. */
    Object callUnhurried(Supplier<String> what, Work work) throws Paused, Failed {
        if (!breaker.tryAcquirePermission()) {
            throw new Paused();
        }
        return counted(what, work, () -> false);
    }

    private Object counted(Supplier<String> what, Work work, BooleanSupplier late) throws Failed {
        calls.increment();
        long start = System.nanoTime();
        try {
            Object answer = work.run();
            succeeded(start);
            return answer;
        } catch (Fault answer) {
            succeeded(start);
            throw answer;
        } catch (VirtualMachineError fatal) {
            if (!(fatal instanceof StackOverflowError)) {
                throw fatal;
            }
            throw failed(what, fatal, start);
        } catch (Throwable fault) {
            throw failed(what, late.getAsBoolean() ? new LateException() : fault, start);
        } finally {
            nanos.add(System.nanoTime() - start);
        }
    }

    /** Ends a pause. */
    void open() {
        breaker.reset();
    }

    /** Lets nobody in for a while. */
    void pause() {
        breaker.transitionToOpenState();
    }

    ModuleHealth health() {
        return new ModuleHealth(
                module,
                calls.sum(),
                errors.sum(),
                statements.sum(),
                slowStatements.sum(),
                Duration.ofNanos(nanos.sum()),
                breaker.getState() == CircuitBreaker.State.OPEN,
                lastError,
                lastErrorAt);
    }

    private boolean takeTurn() {
        try {
            return turns.tryAcquire(TURN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void succeeded(long start) {
        failedInARow.set(0);
        breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }

    private Failed failed(Supplier<String> call, Throwable fault, long start) {
        String what = call.get();
        breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, fault);
        errors.increment();
        lastError = what + ": " + fault;
        lastErrorAt = clock.instant();
        LOG.error("Module {} failed in {}", module, what, fault);
        int weight = fault instanceof LateException ? LATE : 1;
        int before = failedInARow.getAndAdd(weight);
        if (before < HOPELESS && before + weight >= HOPELESS) {
            failing.accept(what);
        }
        return new Failed(fault instanceof LateException);
    }

    @FunctionalInterface
    interface Work {
        Object run() throws Throwable;
    }

    /** The module is not to be called for the moment. */
    static final class Paused extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /** The call failed; what went wrong is in the log and in the health of the module. */
    static final class Failed extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean late;

        Failed(boolean late) {
            this.late = late;
        }

        boolean isLate() {
            return late;
        }
    }

    private static final class LateException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LateException() {
            super("took longer than " + RunningCalls.LIMIT.toSeconds() + " s");
        }
    }
}
