package org.sencrm.api.talk;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Told that people have something new among their {@link Notifications}, or read some of it; published as a service, for
 * instance by a module that passes them on by mail. Called after the commit, on any thread. Must return soon and cannot
 * refuse anything; an exception is logged and forgotten.
 */
@ConsumerType
public interface NotificationListener {

    /** @param users ids of those whose list has changed */
    void notified(Set<Long> users);
}
