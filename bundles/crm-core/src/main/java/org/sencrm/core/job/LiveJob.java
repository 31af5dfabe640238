package org.sencrm.core.job;

import java.util.concurrent.TimeUnit;
import org.sencrm.api.access.Caller;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;
import org.sencrm.core.store.Database;

/** A job that waits or runs in this process. Written by its worker, read and stopped by anybody. */
final class LiveJob implements Jobs.Progress {

    private static final long FLUSH_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Job started;
    private final Caller caller;
    private final JobTable table;
    private final Database database;
    private volatile long total;
    private volatile long done;
    private volatile boolean stopAsked;
    private volatile boolean stopSeen;
    private long flushedAt = System.nanoTime();

    LiveJob(Job started, Caller caller, JobTable table, Database database) {
        this.started = started;
        this.caller = caller;
        this.table = table;
        this.database = database;
    }

    /** The one who started it, in the job. */
    Caller caller() {
        return caller;
    }

    @Override
    public long jobId() {
        return started.id();
    }

    String kind() {
        return started.kind();
    }

    @Override
    public void total(long steps) {
        total = steps;
        flush();
    }

    @Override
    public void done(long steps) {
        done = steps;
        flush();
    }

    @Override
    public boolean cancelled() {
        stopSeen |= stopAsked;
        return stopAsked;
    }

    long total() {
        return total;
    }

    long done() {
        return done;
    }

    void askToStop() {
        stopAsked = true;
    }

    /** Whether the work stopped because it was asked to, and not because it was finished. */
    boolean stopped() {
        return stopSeen;
    }

    /** The stored job with the progress of this moment. */
    Job seen(Job stored) {
        if (stored.state() != Job.State.RUNNING) {
            return stored;
        }
        return new Job(
                stored.id(),
                stored.kind(),
                stored.state(),
                total,
                done,
                stored.result(),
                stored.message(),
                stored.startedBy(),
                stored.startedAt(),
                stored.endedAt());
    }

    /** Never inside the work's transaction: it would lock the row for as long, and go where the work is undone. */
    private void flush() {
        long now = System.nanoTime();
        if (now - flushedAt >= FLUSH_NANOS && !database.inTransaction()) {
            flushedAt = now;
            table.progress(started.id(), total, done);
        }
    }
}
