package org.sencrm.modules;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs what is not ours on a thread of its own, and does not wait for it longer than told. */
final class TimeLimit {

    private TimeLimit() {}

    /**
     * @param thread name of the thread; it names the module, for whoever looks at a stuck product
     * @throws TimeoutException where it takes longer; it is interrupted, and left alone should it not care
     */
    static void run(String thread, Duration limit, Callable<?> work) throws Exception {
        FutureTask<?> task = new FutureTask<>(work);
        Thread runner = new Thread(task, thread);
        runner.setDaemon(true);
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
            task.cancel(true);
            throw e;
        }
    }
}
