package org.sencrm.api.talk;

import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;

/**
 * What a user was told, kept for 90 days. Each call sees that of its caller only, and of that only what is about records
 * which the caller may read now. Thread safe.
 */
@ProviderType
public interface Notifications {

    /** Newest first. @param limit 1 to 200 */
    List<Notification> list(Caller caller, int limit);

    /** How many of the newest hundred were not read yet. */
    int unread(Caller caller);

    /** Counts these as read from now on; those of others, and those that are not there, are left alone. */
    void read(Caller caller, Collection<Long> ids);

    /** Counts all as read from now on. */
    void readAll(Caller caller);
}
