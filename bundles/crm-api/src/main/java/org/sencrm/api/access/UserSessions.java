package org.sencrm.api.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where people are signed in with a browser, so that they can look and end what they do not know. API tokens are another
 * matter: {@link SignIn#tokens}. Thread safe.
 *
 * @since 1.4
 */
@ProviderType
public interface UserSessions {

    /** Setting of the installation: after so many minutes without an action of the person a session ends; 30 unless set. */
    String IDLE_MINUTES = "signIn.idleMinutes";
    /** Setting of the installation: after so many hours a session ends, whatever the person does; 24 unless set. */
    String LONGEST_HOURS = "signIn.longestHours";

    /**
     * Notes that a session began. For the product's screens, as the four methods that follow.
     *
     * @param address of the browser, as seen by the server; null for unknown
     * @param agent header {@code User-Agent}; null for none
     * @return number of the session
     */
    long begin(Caller caller, String address, String agent);

    /** Whether the session may go on. Known at once of what is ended on this node, within five seconds of others. */
    boolean isOpen(long id);

    /** Notes when the person last did something there; what is less than a minute newer than what is noted is left out. */
    void used(long id, Instant at);

    /** Notes that the session is over by itself. */
    void over(long id);

    /** After how long without an action a session that begins now ends. */
    Duration idle();

    /**
     * The open sessions of a user, the last used first.
     *
     * @throws org.sencrm.api.fault.Forbidden for anybody but the user and administrators
     */
    List<Session> list(Caller caller, long userId);

    /**
     * Ends a session: the screens in all its tabs give way to the sign-in page.
     *
     * @throws org.sencrm.api.fault.NotFound where the caller has no such session; administrators may end anybody's
     */
    void end(Caller caller, long id);

    /**
     * A browser in which somebody is signed in.
     *
     * @param address null for unknown
     * @param device browser and system in short, e.g. {@code Firefox · Windows}; empty for unknown
     */
    record Session(long id, String address, String device, Instant startedAt, Instant usedAt) {}
}
