package org.sencrm.modules;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Runs what is not ours on a thread of its own, and does not wait for it longer than told. */
final class TimeLimit {

    private TimeLimit() {}

    /**
     * @param threads makes the thread
     * @param end given the thread where the work takes longer
     * @throws TimeoutException where it takes longer
     */
    static void run(ThreadFactory threads, Duration limit, Consumer<Thread> end, Callable<?> work) throws Exception {
        FutureTask<?> task = new FutureTask<>(work);
        Thread runner = threads.newThread(task);
        runner.start();
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            // a module's fault, as grave as it may be, is not the product's
            throw e;
        } catch (TimeoutException | InterruptedException e) {
            end.accept(runner);
            throw e;
        }
    }
}
