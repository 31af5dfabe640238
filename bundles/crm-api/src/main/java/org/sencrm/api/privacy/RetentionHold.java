package org.sencrm.api.privacy;

import java.util.Collection;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells which records have to stay though a rule of {@link Retention} would let them go, as something about them is not
 * finished. Published as a service; one that fails keeps all that it was asked about. Called on threads of jobs and of
 * previews, for some dozens of records at a time.
 *
 * @since 1.2
 */
@ConsumerType
public interface RetentionHold {

    /**
     * @param type of the records
     * @return by id of those that have to stay, the key of a message that says why; others are not in it
     */
    Map<Long, String> held(String type, Collection<Long> ids);
}
