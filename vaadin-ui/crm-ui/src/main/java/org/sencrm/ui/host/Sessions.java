package org.sencrm.ui.host;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.module.OpenSessions;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.RecordListener;

/**
 * Who is signed in in which browser session. A session whose user may no longer sign in is ended: at its next request,
 * and at once when the user's record changes. Thread safe.
 */
@Component(service = {Sessions.class, RecordListener.class, OpenSessions.class})
public class Sessions implements RecordListener, OpenSessions {

    /** A session with no action of a person (the heartbeat of an open tab is none) ends after this time. */
    private static final int IDLE_SECONDS = 30 * 60;

    private static final String CHANNEL = "ui";
    private static final String USERS = "users";

    private final SignIn signIn;
    private final Map<VaadinSession, Long> people = new ConcurrentHashMap<>();

    @Activate
    public Sessions(@Reference SignIn signIn) {
        this.signIn = signIn;
    }

    /** People, not tabs or browsers. */
    @Override
    public int count() {
        return (int) people.values().stream().distinct().count();
    }

    @Override
    public void changed(List<RecordChange> changes) {
        if (changes.stream().anyMatch(change -> change.type().equals(USERS))) {
            people.keySet().forEach(session -> session.access(() -> endIfInactive(session)));
        }
    }

    /** Called for each session that begins. */
    public void opened(VaadinSession session) {
        session.getSession().setMaxInactiveInterval(IDLE_SECONDS);
    }

    /** Called for each session that is over, for whatever reason. */
    public void closed(VaadinSession session) {
        people.remove(session);
    }

    /** Asked first for every request of a session: ends it where its user may not be here any more. */
    public RequestHandler guard() {
        return this::endUnlessActive;
    }

    /**
     * Proves who sits at the browser and gives the session a new id. Called on the UI thread, in answer to a request.
     *
     * @param password is overwritten
     * @throws org.sencrm.api.fault.Fault as {@link SignIn#signIn} does; the session stays as it was
     */
    void begin(VaadinSession session, String userName, char[] password) {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        Caller caller = signIn.signIn(userName, password, request.getRemoteAddr(), CHANNEL);
        request.getHttpServletRequest().changeSessionId();
        session.setAttribute(SignedIn.class, new SignedIn(caller));
        people.put(session, caller.userId());
    }

    /** Ends the session with everything in it and shows the sign-in page in all its tabs. The session is locked. */
    void end(VaadinSession session) {
        people.remove(session);
        session.setAttribute(SignedIn.class, null);
        session.getUIs().forEach(Sessions::showSignIn);
        session.close();
    }

    private boolean endUnlessActive(VaadinSession session, VaadinRequest request, VaadinResponse response) {
        session.lock();
        try {
            endIfInactive(session);
        } finally {
            session.unlock();
        }
        return false;
    }

    private void endIfInactive(VaadinSession session) {
        Optional<SignedIn> person = SignedIn.of(session);
        if (person.isPresent() && !signIn.isActive(person.get().caller().userId())) {
            end(session);
        }
    }

    private static void showSignIn(UI ui) {
        ui.removeAll();
        ui.getPage().setLocation(Addresses.UI + "/" + Addresses.SIGN_IN);
    }
}
