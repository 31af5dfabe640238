package org.sencrm.core.set;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;

/** Jobs that wait until a test runs them, one at a time. */
final class HeldJobs implements Jobs {

    private Caller caller;
    private Work held;
    private long started;

    @Override
    public Job start(Caller by, String kind, Work work) {
        caller = by;
        held = work;
        return new Job(++started, kind, Job.State.QUEUED, 0, 0, Map.of(), null, by.userId(), Instant.now(), null);
    }

    /** Runs what was started last. */
    Map<String, Object> run(Progress progress) {
        return held.run(caller, progress);
    }

    @Override
    public Job get(Caller by, long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Job cancel(Caller by, long id) {
        throw new UnsupportedOperationException();
    }

    /** Remembers what it is told, and asks to stop after some steps. */
    static final class Steps implements Progress {

        final List<Long> done = new ArrayList<>();
        long total;
        private final int most;

        Steps(int most) {
            this.most = most;
        }

        @Override
        public long jobId() {
            return 1;
        }

        @Override
        public void total(long steps) {
            total = steps;
        }

        @Override
        public void done(long steps) {
            done.add(steps);
        }

        @Override
        public boolean cancelled() {
            return done.size() >= most;
        }
    }
}
