package org.sencrm.ui.host;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.RecordListener;

/**
 * The open browser sessions. A session whose user may no longer sign in is ended: at its next request, and at once when
 * the user's record changes. Thread safe.
 */
@Component(service = {Sessions.class, RecordListener.class})
public class Sessions implements RecordListener {

    /** A session with no action of a person (the heartbeat of an open tab is none) ends after this time. */
    static final int IDLE_SECONDS = 30 * 60;

    private static final String USERS = "users";

    private final SignIn signIn;
    private final Set<VaadinSession> open = ConcurrentHashMap.newKeySet();

    @Activate
    public Sessions(@Reference SignIn signIn) {
        this.signIn = signIn;
    }

    void opened(VaadinSession session) {
        session.getSession().setMaxInactiveInterval(IDLE_SECONDS);
        open.add(session);
    }

    void closed(VaadinSession session) {
        open.remove(session);
    }

    /** Asked first for every request of a session: ends it where its user may not be here any more. */
    RequestHandler guard() {
        return this::endUnlessActive;
    }

    @Override
    public void changed(List<RecordChange> changes) {
        if (changes.stream().anyMatch(change -> change.type().equals(USERS))) {
            open.forEach(session -> session.access(() -> endIfInactive(session)));
        }
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
            session.setAttribute(SignedIn.class, null);
            session.getUIs().forEach(Sessions::showSignIn);
            session.close();
        }
    }

    private static void showSignIn(UI ui) {
        ui.removeAll();
        ui.getPage().setLocation(UiContext.PATH + "/" + Addresses.SIGN_IN);
    }
}
