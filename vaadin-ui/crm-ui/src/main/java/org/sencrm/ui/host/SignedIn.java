package org.sencrm.ui.host;

import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
import org.sencrm.api.access.Caller;

/**
 * The person who signed in in a browser session.
 *
 * @param caller as the sign-in gave it
 * @param epoch of the user when the session began, or when the person went on with another password
 * @param browser number of the session among those that the person can look at and end
 */
record SignedIn(Caller caller, long epoch, long browser) {

    /** The person of the session; called while the session is locked. */
    static Optional<SignedIn> of(VaadinSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable(session.getAttribute(SignedIn.class));
    }
}
