package org.sencrm.api.record;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Told of changes after they are committed; published as a service. Called on a thread of the engine, one batch at a
 * time, in the order of the commits. Must return soon and cannot refuse anything; an exception is logged and forgotten.
 */
@ConsumerType
public interface RecordListener {

    void changed(List<RecordChange> changes);
}
