package org.sencrm.api.talk;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Reference;

/**
 * Who wants to be told of what happens to a record: its owner, unless that person said no, and whoever said yes. They are
 * told of comments and of changes by others, but not of what an import or another job changes. Following gives no right:
 * who may not see the record any more is told nothing of it. Thread safe; faults as in {@link Comments}.
 */
@ProviderType
public interface Followers {

    /** Users, with their names, by name. */
    List<Reference> list(Caller caller, String type, long record);

    /** Whether the caller follows the record. */
    boolean isFollowing(Caller caller, String type, long record);

    /** The caller follows the record from now on. */
    void follow(Caller caller, String type, long record);

    /** The caller does not follow the record any more, be it as its owner. */
    void unfollow(Caller caller, String type, long record);
}
