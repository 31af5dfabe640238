package org.sencrm.testkit;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;

/** Does each job on the thread that starts it, before {@code start} returns. An error that is no fault reaches the test. */
final class DirectJobs implements Jobs {

    private final Clock clock;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, Job> jobs = new ConcurrentHashMap<>();

    DirectJobs(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Job start(Caller caller, String kind, Work work) {
        Steps steps = new Steps(ids.incrementAndGet());
        Instant start = clock.instant();
        Job.State state = Job.State.DONE;
        Map<String, Object> result = Map.of();
        String message = null;
        try {
            Map<String, Object> given = work.run(caller.inJob(steps.id, caller.through()), steps);
            result = given == null ? Map.of() : given;
        } catch (Fault fault) {
            state = Job.State.FAILED;
            message = fault.getMessage();
        }
        Job done = new Job(
                steps.id,
                kind,
                state,
                steps.total,
                steps.done,
                result,
                message,
                caller.userId(),
                start,
                clock.instant());
        jobs.put(done.id(), done);
        return done;
    }

    @Override
    public Job get(Caller caller, long id) {
        Job job = jobs.get(id);
        if (job == null) {
            throw new NotFound("no job " + id);
        }
        return job;
    }

    @Override
    public Job cancel(Caller caller, long id) {
        return get(caller, id);
    }

    private static final class Steps implements Progress {

        private final long id;
        private long total;
        private long done;

        private Steps(long id) {
            this.id = id;
        }

        @Override
        public long jobId() {
            return id;
        }

        @Override
        public void total(long steps) {
            total = steps;
        }

        @Override
        public void done(long steps) {
            done = steps;
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
