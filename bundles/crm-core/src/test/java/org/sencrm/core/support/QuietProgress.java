package org.sencrm.core.support;

import org.sencrm.api.job.Jobs;

/** Nobody asks how far it is, nobody stops it. */
public class QuietProgress implements Jobs.Progress {

    @Override
    public long jobId() {
        return 1;
    }

    @Override
    public void total(long steps) {
        // nobody asks
    }

    @Override
    public void done(long steps) {
        // nobody asks
    }

    @Override
    public boolean cancelled() {
        return false;
    }
}
