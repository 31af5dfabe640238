package org.sencrm.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.ScheduledJobs;

/** One job that runs by itself, and ran once. */
final class FakeSchedules implements ScheduledJobs {

    private static final Instant RAN = Instant.parse("2026-01-02T03:10:00Z");

    @Override
    public List<Line> list(Caller caller) {
        return List.of(
                new Line("core.sweep", "Sweep", "crm-core", "daily 03:10", RAN.plusSeconds(86_400), job(61)),
                new Line("acme.rates", "Rates", "acme", "every 1 hour", null, null));
    }

    @Override
    public Job start(Caller caller, String name) {
        if (!"core.sweep".equals(name)) {
            throw new NotFound("There is no such job");
        }
        return job(62);
    }

    private static Job job(long id) {
        return new Job(id, "core.sweep", Job.State.DONE, 1, 1, Map.of("rows", 7), null, 0, RAN, RAN);
    }
}
