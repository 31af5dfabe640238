package org.sencrm.ui.host;

import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import java.util.Optional;
import org.sencrm.api.access.Caller;

/**
 * The person of a plain request, which no tab with the screens sent. Signing in here and there is one. Made for one request;
 * used while its session is locked.
 */
public final class Visitor {

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

    /** Ends the session of this browser with all its tabs. */
    public void signOut() {
        parts.sessions().end(session);
    }
}
