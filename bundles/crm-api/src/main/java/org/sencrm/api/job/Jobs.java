package org.sencrm.api.job;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;

/** Long work, kept in the database: what was running when the power went is seen as interrupted at the next start. */
@ProviderType
public interface Jobs {

    /** Starts work on a thread of its own. The caller of the work is the one given, in the job. */
    Job start(Caller caller, String kind, Work work);

    /** A job of the caller, or of anybody for an administrator; else {@link org.sencrm.api.fault.NotFound}. */
    Job get(Caller caller, long id);

    /** Asks a job to stop at its next step; what it committed before stays. */
    Job cancel(Caller caller, long id);

    /** What a job does. */
    interface Work {

        /** @return the result, see {@link Job#result}; a thrown fault makes the job fail with its message */
        Map<String, Object> run(Caller caller, Progress progress);
    }

    /** Through which work tells how far it is. */
    interface Progress {

        long jobId();

        void total(long steps);

        void done(long steps);

        /** Whether somebody asked the job to stop. */
        boolean cancelled();
    }
}
