package org.sencrm.ui.host;

import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
import org.sencrm.api.access.Caller;

/**
 * The person who signed in in a browser session.
 *
 * @param caller as the sign-in gave it, who came in by this session
 */
record SignedIn(Caller caller) {

    /** Of the user when the session began, or when the person went on with another password. */
    long epoch() {
        return caller.entry().epoch();
    }

    /** Number of the session among those that the person can look at and end. */
    long browser() {
        return caller.entry().session();
    }

    /** The person of the session; called while the session is locked. */
    static Optional<SignedIn> of(VaadinSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable(session.getAttribute(SignedIn.class));
    }
}
