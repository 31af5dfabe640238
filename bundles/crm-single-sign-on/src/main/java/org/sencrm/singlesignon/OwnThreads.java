package org.sencrm.singlesignon;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where the libraries work. One leaves things of its own on every thread that it is used on; on threads of the product these
 * would keep the module in memory after it has gone. These threads go with the module.
 */
final class OwnThreads implements AutoCloseable {

    /** Half of those who may be inside a module at a time. */
    static final int MOST = 16;

    private static final int LONGEST_SECONDS = 9;

    private final String tooSlow;

    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, MOST, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), OwnThreads::thread);

    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, OwnThreads::thread);

    /** @param tooSlow key of the message for people where no answer came in time */
    OwnThreads(String tooSlow) {
        this.tooSlow = tooSlow;
        deadlines.setRemoveOnCancelPolicy(true);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "crm-single-sign-on");
        thread.setDaemon(true);
        return thread;
    }

    /** Does something when the time is up, unless it is cancelled before. */
    Future<?> after(Duration time, Runnable work) {
        return deadlines.schedule(work, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    <T> T call(Callable<T> work) throws OutsideProblem {
        Future<T> result;
        try {
            result = threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw slow("too many ask at a time", e);
        }
        try {
            return result.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw slow("no answer came in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw slow("the question was given up", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutsideProblem problem) {
                throw problem;
            }
            throw new IllegalStateException("the question could not be asked", e.getCause());
        } finally {
            result.cancel(true);
        }
    }

    private OutsideProblem slow(String message, Exception cause) {
        return new OutsideProblem(tooSlow, message, cause);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        deadlines.shutdownNow();
    }
}
