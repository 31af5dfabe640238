package org.sencrm.api.job;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;

/**
 * The {@link ScheduledJob}s that are there now, for administrators: {@link org.sencrm.api.fault.Forbidden} for everybody
 * else. Thread safe.
 */
@ProviderType
public interface ScheduledJobs {

    /** By name. */
    List<Line> list(Caller caller);

    /**
     * Runs one now; its next time by itself is counted from the end of this run.
     *
     * @return the job, which is followed and cancelled through {@link Jobs}; the one that runs already where there is one
     *     on this node
     * @throws org.sencrm.api.fault.NotFound where there is none of that name
     * @throws org.sencrm.api.fault.NotNow where another node is at it
     */
    Job start(Caller caller, String name);

    /**
     * One of them.
     *
     * @param label in the caller's language
     * @param module the module it belongs to
     * @param nextAt null until it was first looked at
     * @param last the run that is under way, else the last one; null for none yet
     */
    record Line(String name, String label, String module, String schedule, Instant nextAt, Job last) {}
}
