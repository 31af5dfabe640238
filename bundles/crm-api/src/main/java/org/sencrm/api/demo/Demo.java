package org.sencrm.api.demo;

import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.NeedsProof;
import org.sencrm.api.job.Job;

/** Loads and removes the demonstration data. Only administrators. */
@ProviderType
public interface Demo {

    /** Whether there is demo data now. */
    boolean isLoaded();

    @NeedsProof
    Job load(Caller caller);

    /** Removes every demo record for good, and nothing else. */
    @NeedsProof
    Job remove(Caller caller);
}
