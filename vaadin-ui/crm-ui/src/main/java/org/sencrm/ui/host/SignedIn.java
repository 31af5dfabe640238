package org.sencrm.ui.host;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.SignIn;

/**
 * The person who signed in in a browser session.
 *
 * @param caller as the sign-in gave it
 */
public record SignedIn(Caller caller) {

    static final String CHANNEL = "ui";

    /** The person of the session; called while the session is locked. */
    static Optional<SignedIn> of(VaadinSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable(session.getAttribute(SignedIn.class));
    }

    /**
     * Proves who sits at the tab and gives the session a new id. Called on the UI thread, in answer to a request.
     *
     * @param password is overwritten
     * @throws org.sencrm.api.fault.Fault as {@link SignIn#signIn} does; the session stays as it was
     */
    public static void begin(HostContext context, String userName, char[] password) {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        VaadinSession session = VaadinSession.getCurrent();
        Caller caller =
                context.services().signIn().signIn(userName, password, request.getRemoteAddr(), CHANNEL);
        request.getHttpServletRequest().changeSessionId();
        session.setAttribute(SignedIn.class, new SignedIn(caller));
        context.preferences().signedIn();
    }

    /** Ends the session with everything in it and shows the sign-in page. Called on the UI thread. */
    static void end(UI ui) {
        ui.getPage().setLocation(UiContext.PATH + "/" + Addresses.SIGN_IN);
        VaadinSession session = ui.getSession();
        session.setAttribute(SignedIn.class, null);
        session.close();
    }
}
