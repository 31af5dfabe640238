package org.sencrm.api.signin;

import java.time.Instant;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.sencrm.api.access.Caller;

/**
 * Told what becomes of second factors, for instance by a module that keeps a list of keys; published as a service. Called
 * after the commit, on any thread, through the guard. Must return soon and cannot refuse anything; an exception is logged and
 * forgotten.
 */
@ConsumerType
public interface FactorListener {

    /**
     * @param factor as it is now, or was to the end
     * @param by who did it
     */
    void changed(Event event, Factor factor, Caller by);

    /**
     * Somebody signed in who has to have a factor and has none.
     *
     * @param user id of the user
     * @param until from when on the user does not get in any more without one
     */
    default void needed(long user, Instant until) {}

    /**
     * An answer was refused because somebody seems to have a copy of the factor, which stays as it was.
     *
     * @param factor of which there seem to be two
     */
    default void copied(Factor factor) {}

    /**
     * An administrator wants all second factors of a user to be taken away, which a second one has to agree to.
     *
     * @param user id of the user
     * @param administrators ids of those who can agree, and of whoever asked
     * @param by who asked
     * @since 1.2
     */
    default void resetAsked(long user, Set<Long> administrators, Caller by) {}

    /** What became of a factor. */
    enum Event {
        /** The person has proved to have it: from now on it is asked for. */
        CONFIRMED,
        /** Somebody signed in with it. */
        USED,
        /** It is gone; an administrator, the product or its owner took it away. */
        REMOVED
    }
}
