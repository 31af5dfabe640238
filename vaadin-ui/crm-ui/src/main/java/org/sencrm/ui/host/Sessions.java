package org.sencrm.ui.host;

import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.ClientAddress;
import org.sencrm.api.access.Entry;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.access.UserSessions;
import org.sencrm.api.module.OpenSessions;
import org.sencrm.api.privacy.Policies;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.RecordListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is signed in in which browser session. A session whose user may no longer sign in, or whose sessions were all ended,
 * ends at its next request, at once when the user's record changes, and otherwise within seconds: what another node did
 * is known there five seconds later at most. Thread safe.
 */
@Component(service = {Sessions.class, RecordListener.class, OpenSessions.class})
public class Sessions implements RecordListener, OpenSessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final long LOOK_SECONDS = 2;
    static final String CHANNEL = "ui";
    private static final String USERS = "users";

    private final SignIn signIn;
    private final UserSessions browsers;
    private final Map<VaadinSession, SignedIn> people = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Policies policies;

    @Activate
    public Sessions(@Reference SignIn signIn, @Reference UserSessions browsers) {
        this.signIn = signIn;
        this.browsers = browsers;
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sen-ui-sessions");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        clock.shutdown();
    }

    /** People, not tabs or browsers. */
    @Override
    public int count() {
        return (int) people.values().stream()
                .map(person -> person.caller().userId())
                .distinct()
                .count();
    }

    @Override
    public void changed(List<RecordChange> changes) {
        if (changes.stream().anyMatch(change -> change.type().equals(USERS))) {
            look();
        }
    }

    /** Ends the sessions that are over; the others are not even locked. */
    void look() {
        try {
            people.forEach((session, person) -> {
                if (isOver(person)) {
                    session.access(() -> endIfOver(session));
                } else {
                    // a heartbeat is no action and does not count there
                    browsers.used(person.browser(), Instant.ofEpochMilli(session.getLastRequestTimestamp()));
                    if (isHeldUp(person)) {
                        session.access(() -> session.getUIs().forEach(HeldUp::lead));
                    }
                }
            });
        } catch (RuntimeException e) {
            LOG.debug("Nobody can say now which sessions are over", e);
        }
    }

    /**
     * Called for each session that begins. One without an action of a person, of which the heartbeat of an open tab is none,
     * ends after a while.
     */
    public void opened(VaadinSession session) {
        session.getSession()
                .setMaxInactiveInterval(Math.toIntExact(browsers.idle().toSeconds()));
    }

    /** Called for each session that is over, for whatever reason. */
    public void closed(VaadinSession session) {
        forget(session);
    }

    private void forget(VaadinSession session) {
        SignedIn person = people.remove(session);
        if (person == null) {
            return;
        }
        try {
            browsers.over(person.browser());
        } catch (RuntimeException e) {
            LOG.debug("The end of a session cannot be noted now; it is over all the same", e);
        }
    }

    /** Whether somebody is signed in in a session. Any thread. */
    public boolean isSignedIn(VaadinSession session) {
        return people.containsKey(session);
    }

    /** Who is signed in in a session; empty for nobody. Any thread. */
    public Optional<Caller> caller(VaadinSession session) {
        return Optional.ofNullable(people.get(session)).map(SignedIn::caller);
    }

    /** Whether somebody is signed in in a session and has to agree to something before anything else. Any thread. */
    public boolean isHeldUp(VaadinSession session) {
        SignedIn person = people.get(session);
        return person != null && isHeldUp(person);
    }

    private boolean isHeldUp(SignedIn person) {
        Policies asked = policies;
        return asked != null && asked.isHeldUp(person.caller());
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
        begin(session, signIn.signIn(userName, password, address(), CHANNEL));
    }

    /** As above, by the answer to the challenge with which the first step ended. */
    void begin(VaadinSession session, String challenge, String kind, String answer) {
        begin(session, signIn.answer(challenge, kind, answer, address(), CHANNEL));
    }

    /** As above, of somebody whom the core has let in already; the session is locked. */
    void begin(VaadinSession session, Caller caller) {
        forget(session);
        String device = VaadinServletRequest.getCurrent().getHeader("User-Agent");
        long browser = browsers.begin(caller, address(), device);
        // the epoch that the sign-in saw: what was ended since is ended for this one, too
        remember(
                session,
                caller.entered(new Entry(
                        browser, caller.entry().epoch(), caller.entry().address())));
    }

    /** From where the request in hand comes. */
    static String address() {
        return address(VaadinServletRequest.getCurrent());
    }

    private static String address(VaadinServletRequest request) {
        return ClientAddress.of(request.getRemoteAddr(), request::getAttribute, request::getHeaders);
    }

    /**
     * Does work that ends the sessions of the person, and lets this one go on with a new id. What somebody else ended at the
     * same moment stays ended. Called on the UI thread, in answer to a request.
     */
    <T> T staying(VaadinSession session, Supplier<T> work) {
        SignedIn person = SignedIn.of(session).orElseThrow();
        T result = work.get();
        long next = person.epoch() + 1;
        if (signIn.epoch(person.caller().userId()) == next) {
            remember(
                    session,
                    person.caller()
                            .entered(new Entry(
                                    person.browser(),
                                    next,
                                    person.caller().entry().address())));
        }
        return result;
    }

    /**
     * Sets a password, which ends all sessions of that user. A person who changes the own one goes on in this browser, with
     * a new id of the session. Called on the UI thread, in answer to a request.
     *
     * @param current null for an administrator; overwritten
     * @param next overwritten
     * @throws org.sencrm.api.fault.Fault as {@link SignIn#setPassword} does
     */
    void setPassword(VaadinSession session, long userId, char[] current, char[] next) {
        Caller caller = SignedIn.of(session).orElseThrow().caller();
        staying(session, () -> {
            signIn.setPassword(caller, userId, current, next);
            return userId;
        });
    }

    private void remember(VaadinSession session, Caller caller) {
        VaadinServletRequest.getCurrent().getHttpServletRequest().changeSessionId();
        keep(session, caller);
    }

    private void keep(VaadinSession session, Caller caller) {
        SignedIn person = new SignedIn(caller);
        session.setAttribute(SignedIn.class, person);
        people.put(session, person);
    }

    /** Ends the session with everything in it and shows the sign-in page in all its tabs. The session is locked. */
    void end(VaadinSession session) {
        end(session, "");
    }

    /** @param reason a parameter of the sign-in page that tells why; empty for none */
    private void end(VaadinSession session, String reason) {
        forget(session);
        session.setAttribute(SignedIn.class, null);
        session.getUIs().forEach(ui -> {
            ui.removeAll();
            // the next session does not know yet in which language this person reads
            String language = "lang=" + ui.getLocale().getLanguage();
            ui.getPage().setLocation(Addresses.UI + "/" + Addresses.SIGN_IN + "?" + language + reason);
        });
        session.close();
    }

    private boolean endUnlessActive(VaadinSession session, VaadinRequest request, VaadinResponse response) {
        session.lock();
        try {
            endIfOver(session);
            if (request instanceof VaadinServletRequest asked) {
                follow(session, asked);
            }
        } finally {
            session.unlock();
        }
        return false;
    }

    /**
     * The session follows the person from one address to another. Where that is one from which they may not work it is over,
     * as somebody else may have it.
     */
    private void follow(VaadinSession session, VaadinServletRequest request) {
        SignedIn person = SignedIn.of(session).orElse(null);
        if (person == null) {
            return;
        }
        String address = address(request);
        Entry entry = person.caller().entry();
        if (!signIn.isAllowedFrom(person.caller().userId(), address)) {
            end(session, "&" + Addresses.ENDED);
        } else if (!address.equals(entry.address())) {
            keep(session, person.caller().entered(entry.from(address)));
        }
    }

    private void endIfOver(VaadinSession session) {
        if (SignedIn.of(session).filter(this::isOver).isPresent()) {
            end(session, "&" + Addresses.ENDED);
        }
    }

    private boolean isOver(SignedIn person) {
        long user = person.caller().userId();
        return !signIn.isActive(user) || signIn.epoch(user) != person.epoch() || !browsers.isOpen(person.browser());
    }
}
