package org.sencrm.core.change;

import java.util.List;
import org.sencrm.api.record.RecordChange;

/** A part of the engine that follows the changes on the engine's own thread, and has slow work to do beside it. */
public interface Follower {

    /** What was committed, in order. */
    void changed(List<RecordChange> changes);

    /** Does a small piece of what is to be done; tells whether there is more. Called about once a second when idle. */
    boolean work();
}
