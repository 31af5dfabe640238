package org.sencrm.rest;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;

/** Runs a job before it answers. */
final class FakeJobs implements Jobs {

    private final Map<Long, Job> jobs = new ConcurrentHashMap<>();

    @Override
    public Job start(Caller caller, String kind, Work work) {
        long id = 500 + jobs.size();
        long[] steps = new long[2];
        Map<String, Object> result = work.run(caller, new Progress() {
            @Override
            public long jobId() {
                return id;
            }

            @Override
            public void total(long all) {
                steps[0] = all;
            }

            @Override
            public void done(long some) {
                steps[1] = some;
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });
        Job job = new Job(
                id,
                kind,
                Job.State.DONE,
                steps[0],
                steps[1],
                result,
                null,
                caller.userId(),
                Instant.EPOCH,
                Instant.EPOCH);
        jobs.put(id, job);
        return job;
    }

    @Override
    public Job get(Caller caller, long id) {
        if (!jobs.containsKey(id)) {
            throw new NotFound("No such job");
        }
        return jobs.get(id);
    }

    @Override
    public Job cancel(Caller caller, long id) {
        return get(caller, id);
    }
}
