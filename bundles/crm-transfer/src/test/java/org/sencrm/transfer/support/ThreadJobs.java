package org.sencrm.transfer.support;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;

/** Jobs on one thread, kept in memory. */
public final class ThreadJobs implements Jobs {

    private static final AtomicLong IDS = new AtomicLong(100);

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Map<Long, Job> jobs = new ConcurrentHashMap<>();
    private final Set<Long> cancelled = ConcurrentHashMap.newKeySet();

    @Override
    public Job start(Caller caller, String kind, Work work) {
        long id = IDS.incrementAndGet();
        put(caller, id, kind, Job.State.RUNNING);
        thread.execute(() -> {
            try {
                work.run(caller.inJob(id, caller.through()), new Asked(id));
                put(caller, id, kind, cancelled.contains(id) ? Job.State.CANCELLED : Job.State.DONE);
            } catch (RuntimeException | Error e) {
                put(caller, id, kind, Job.State.FAILED);
            }
        });
        return jobs.get(id);
    }

    /** Until everything that was started is over. */
    public void await() {
        try {
            thread.submit(() -> {}).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Job get(Caller caller, long id) {
        if (!jobs.containsKey(id)) {
            throw new NotFound("no such job");
        }
        return jobs.get(id);
    }

    @Override
    public Job cancel(Caller caller, long id) {
        cancelled.add(id);
        return get(caller, id);
    }

    private void put(Caller caller, long id, String kind, Job.State state) {
        jobs.put(id, new Job(id, kind, state, 0, 0, Map.of(), null, caller.userId(), Instant.now(), null));
    }

    private final class Asked implements Progress {

        private final long id;

        Asked(long id) {
            this.id = id;
        }

        @Override
        public long jobId() {
            return id;
        }

        @Override
        public void total(long steps) {}

        @Override
        public void done(long steps) {}

        @Override
        public boolean cancelled() {
            return cancelled.contains(id);
        }
    }
}
