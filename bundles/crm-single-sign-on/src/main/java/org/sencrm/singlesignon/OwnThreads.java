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
 * Where the library works. It leaves things of its own on every thread that it is used on; on threads of the product these
 * would keep the module in memory after it has gone. These threads go with the module.
 */
final class OwnThreads implements AutoCloseable {

    /** Half of those who may be inside a module at a time. */
    private static final int MOST = 16;

    private static final int LONGEST_SECONDS = 9;

    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, MOST, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), OwnThreads::thread);

    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(1, OwnThreads::thread);

    OwnThreads() {
        deadlines.setRemoveOnCancelPolicy(true);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "crm-directory");
        thread.setDaemon(true);
        return thread;
    }

    /** Does something when the time is up, unless it is cancelled before. */
    Future<?> after(Duration time, Runnable work) {
        return deadlines.schedule(work, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    <T> T call(Callable<T> work) throws DirectoryProblem {
        Future<T> result;
        try {
            result = threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw slow("the directory is asked by too many at a time", e);
        }
        try {
            return result.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw slow("the directory does not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw slow("the question to the directory was given up", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DirectoryProblem problem) {
                throw problem;
            }
            throw new IllegalStateException("the directory could not be asked", e.getCause());
        } finally {
            result.cancel(true);
        }
    }

    private static DirectoryProblem slow(String message, Exception cause) {
        return new DirectoryProblem("single-sign-on.problem.tooSlow", message, cause);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        deadlines.shutdownNow();
    }
}
