package org.sencrm.ui.host;

import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import java.util.Optional;
import org.sencrm.api.access.Caller;
import org.sencrm.api.privacy.Policies.Due;

/**
 * The person of a plain request, which no tab with the screens sent. Signing in here and there is one. Made for one request;
 * used while its session is locked.
 */
public final class Visitor {

    /** By which way people come in here, see {@link Caller#through}. */
    public static final String CHANNEL = Sessions.CHANNEL;

    private final VaadinSession session;
    private final HostParts parts;

    public Visitor(VaadinSession session, HostParts parts) {
        this.session = session;
        this.parts = parts;
    }

    /** The person, speaking the language of the session; empty where nobody is signed in. */
    public Optional<Caller> caller() {
        return SignedIn.of(session).map(person -> person.caller().speaking(locale()));
    }

    /** How a trip of this browser to a provider outside ended, once; empty for nothing to say. */
    public Optional<OutsideTrips.News> news() {
        return OutsideTrips.of(session).news();
    }

    /** What the person has to agree to before anything else is shown, the first of it; empty for nothing. */
    public Optional<Due> due() {
        return parts.sessions().isHeldUp(session)
                ? parts.services()
                        .policies()
                        .flatMap(policies ->
                                policies.due(caller().orElseThrow()).stream().findFirst())
                : Optional.empty();
    }

    public Locale locale() {
        return session.getLocale();
    }

    public Preferences preferences() {
        return new Preferences(session, parts.services().settings());
    }

    /** A person at work keeps the session, as an action on a screen does. */
    public void act() {
        session.setLastRequestTimestamp(System.currentTimeMillis());
    }

    /**
     * Proves who asks. Called in answer to a request.
     *
     * @param password is overwritten
     * @throws org.sencrm.api.fault.Fault where nobody is signed in, with the reason
     */
    public void signIn(String userName, char[] password) {
        parts.sessions().begin(session, userName, password);
        preferences().signedIn();
    }

    /** The second step of it, where the first ended in a {@link org.sencrm.api.signin.SecondFactorRequired}. */
    public void signIn(String challenge, String kind, String answer) {
        parts.sessions().begin(session, challenge, kind, answer);
        preferences().signedIn();
    }

    /**
     * Lets in whom the core has let in. Called in answer to a request.
     *
     * @param caller as {@link org.sencrm.api.signin.OutsideSignIn#finish} gave it
     */
    public void enter(Caller caller) {
        parts.sessions().begin(session, caller);
        preferences().signedIn();
    }

    /** From where the request in hand comes, as seen by the server. */
    public static String address() {
        return Sessions.address();
    }

    /** Ends the session of this browser with all its tabs. */
    public void signOut() {
        parts.sessions().end(session);
    }
}
