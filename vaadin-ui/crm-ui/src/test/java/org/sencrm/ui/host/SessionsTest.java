package org.sencrm.ui.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Entry;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.access.UserSessions;
import org.sencrm.api.fault.DatabaseAway;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.RecordChange;

class SessionsTest {

    private static final long LAN = 7;
    private static final long MAI = 8;

    private final People people = new People();
    private final Browsers browsers = new Browsers();
    private final Sessions sessions = new Sessions(people, browsers);
    private VaadinServletRequest answered;
    private int idsGiven;
    private String remote = "203.0.113.9";

    @BeforeEach
    void answerARequest() {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "changeSessionId" -> "id" + ++idsGiven;
                    case "getRemoteAddr" -> remote;
                    case "getAttribute" -> null;
                    case "getHeader" -> "Mozilla/5.0";
                    case "getHeaders" -> Collections.emptyEnumeration();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        answered = new VaadinServletRequest(request, null);
        CurrentInstance.set(VaadinRequest.class, answered);
    }

    @AfterEach
    void stop() {
        sessions.stop();
        CurrentInstance.clearAll();
    }

    private OpenSession open(long user) {
        OpenSession session = new OpenSession();
        sessions.begin(session, Long.toString(user), "secret".toCharArray());
        return session;
    }

    @Test
    void aSessionWithNothingAgainstItStays() {
        OpenSession session = open(LAN);
        sessions.look();

        assertFalse(session.isClosed());
        assertEquals(1, sessions.count());
    }

    @Test
    void allSessionsOfAPersonWhosePasswordAnotherSetEndWithAReason() {
        OpenSession one = open(LAN);
        OpenSession two = open(LAN);
        OpenSession administrator = open(MAI);
        sessions.setPassword(administrator, LAN, null, "next".toCharArray());
        sessions.look();

        for (OpenSession session : List.of(one, two)) {
            assertTrue(session.isClosed());
            assertTrue(SignedIn.of(session).isEmpty());
            assertEquals("/ui/signin?lang=en&ended", session.location());
        }
        assertFalse(administrator.isClosed());
        assertEquals(3, idsGiven);
        assertEquals(1, sessions.count());
    }

    @Test
    void whoChangesTheOwnPasswordGoesOnHereUnderAnotherIdAndNowhereElse() {
        OpenSession here = open(LAN);
        OpenSession elsewhere = open(LAN);
        sessions.setPassword(here, LAN, "secret".toCharArray(), "next".toCharArray());
        sessions.look();

        assertFalse(here.isClosed());
        assertTrue(elsewhere.isClosed());
        assertEquals(3, idsGiven);
    }

    @Test
    void whoEndsTheOwnSessionsGoesOnHereUnlessSomebodyElseEndsThemToo() {
        OpenSession here = open(LAN);
        OpenSession elsewhere = open(LAN);
        assertEquals("done", sessions.staying(here, () -> {
            people.epochs.merge(LAN, 1L, Long::sum);
            return "done";
        }));
        sessions.look();
        assertFalse(here.isClosed());
        assertTrue(elsewhere.isClosed());

        sessions.staying(here, () -> people.epochs.merge(LAN, 2L, Long::sum));
        sessions.look();
        assertTrue(here.isClosed());
    }

    @Test
    void theSecondStepSignsInUnderANewId() {
        OpenSession session = new OpenSession();
        sessions.begin(session, Long.toString(LAN), "totp", "123456");

        assertEquals(LAN, SignedIn.of(session).orElseThrow().caller().userId());
        assertEquals(1, idsGiven);
    }

    @Test
    void aPasswordThatIsRefusedEndsNothing() {
        OpenSession here = open(LAN);
        people.refuse = true;

        assertThrows(
                Forbidden.class, () -> sessions.setPassword(here, LAN, "wrong".toCharArray(), "next".toCharArray()));
        sessions.look();
        assertFalse(here.isClosed());
        assertEquals(1, idsGiven);
    }

    @Test
    void aSessionThatIsEndedFromElsewhereEndsWithAReasonAndNoOther() {
        OpenSession one = open(LAN);
        OpenSession two = open(LAN);
        browsers.open.remove(1L);
        sessions.look();

        assertTrue(one.isClosed());
        assertEquals("/ui/signin?lang=en&ended", one.location());
        assertFalse(two.isClosed());
    }

    @Test
    void aSessionThatIsOverIsNoLongerAmongThoseToLookAt() {
        OpenSession session = open(LAN);
        assertEquals(Set.of(1L), browsers.open);
        sessions.end(session);

        assertEquals(Set.of(), browsers.open);
    }

    @Test
    void whoChangesTheOwnPasswordKeepsTheSessionThatCanBeLookedAt() {
        OpenSession here = open(LAN);
        sessions.setPassword(here, LAN, "secret".toCharArray(), "next".toCharArray());

        assertEquals(Set.of(1L), browsers.open);
        browsers.open.clear();
        sessions.look();
        assertTrue(here.isClosed());
    }

    @Test
    void whoIsSwitchedOffIsOutAtOnce() {
        OpenSession session = open(LAN);
        people.inactive.add(LAN);
        sessions.changed(
                List.of(new RecordChange(1, "users", LAN, 2, Change.Kind.UPDATED, Caller.system(), Set.of("active"))));

        assertTrue(session.isClosed());
    }

    @Test
    void whatIsEndedWhileSomebodyComesInIsEndedForThatOneToo() {
        people.meanwhile = () -> people.epochs.merge(LAN, 1L, Long::sum);
        OpenSession session = open(LAN);
        sessions.look();

        assertTrue(session.isClosed());
    }

    @Test
    void aSessionFollowsItsPersonAndEndsWhereTheyMayNotWork() throws java.io.IOException {
        OpenSession session = open(LAN);
        sessions.guard().handleRequest(session, answered, null);
        assertFalse(session.isClosed());
        remote = "203.0.113.10";
        sessions.guard().handleRequest(session, answered, null);
        assertEquals(
                "203.0.113.10", sessions.caller(session).orElseThrow().entry().address());
        assertEquals(1, idsGiven, "the session goes on as it is");
        remote = "198.51.100.7";
        sessions.guard().handleRequest(session, answered, null);

        assertTrue(session.isClosed());
    }

    @Test
    void theCallerTellsByWhichSessionItCameIn() {
        OpenSession here = open(LAN);
        assertEquals(
                new Entry(1, 0, "203.0.113.9"),
                sessions.caller(here).orElseThrow().entry());

        sessions.setPassword(here, LAN, "secret".toCharArray(), "next".toCharArray());
        assertEquals(
                new Entry(1, 1, "203.0.113.9"),
                sessions.caller(here).orElseThrow().entry());
    }

    @Test
    void theNextRequestFindsASessionOverToo() {
        OpenSession session = open(LAN);
        people.epochs.merge(LAN, 1L, Long::sum);
        try {
            sessions.guard().handleRequest(session, null, null);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }

        assertTrue(session.isClosed());
    }

    @Test
    void aPersonWhoLeavesIsToldNoReason() {
        OpenSession session = open(LAN);
        sessions.end(session);

        assertTrue(session.isClosed());
        assertEquals("/ui/signin?lang=en", session.location());
    }

    @Test
    void whileNobodyCanSayEverySessionStays() {
        OpenSession session = open(LAN);
        people.away = true;
        sessions.look();

        assertFalse(session.isClosed());
    }

    /** Sessions that can be looked at, numbered from 1. */
    private static final class Browsers implements UserSessions {

        private final Set<Long> open = new HashSet<>();
        private long last;

        @Override
        public long begin(Caller caller, String address, String agent) {
            open.add(++last);
            return last;
        }

        @Override
        public boolean isOpen(long id) {
            return open.contains(id);
        }

        @Override
        public void used(long id, Instant at) {
            // when it was used is of no matter here
        }

        @Override
        public void over(long id) {
            open.remove(id);
        }

        @Override
        public Duration idle() {
            return Duration.ofMinutes(30);
        }

        @Override
        public List<Session> list(Caller caller, long userId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void end(Caller caller, long id) {
            throw new UnsupportedOperationException();
        }
    }

    /** The user's id is the name; another password ends what was before. */
    private static final class People implements SignIn {

        private final Map<Long, Long> epochs = new HashMap<>();
        private final Set<Long> inactive = new HashSet<>();
        private boolean refuse;
        /** What happens between the proof and the beginning of the session. */
        private Runnable meanwhile = () -> {};

        private boolean away;

        @Override
        public Caller signIn(String userName, char[] password, String address, String through) {
            Caller system = Caller.system();
            long user = Long.parseLong(userName);
            Caller caller = new Caller(user, system.locale(), system.zone(), through, 0)
                    .entered(new Entry(0, epoch(user), address));
            meanwhile.run();
            return caller;
        }

        @Override
        public Caller answer(String challenge, String kind, String answer, String address, String through) {
            return signIn(challenge, answer.toCharArray(), address, through);
        }

        @Override
        public void setPassword(Caller caller, long userId, char[] current, char[] next) {
            if (refuse) {
                throw new Forbidden("no");
            }
            epochs.merge(userId, 1L, Long::sum);
        }

        @Override
        public boolean isActive(long userId) {
            if (away) {
                throw new DatabaseAway();
            }
            return !inactive.contains(userId);
        }

        @Override
        public boolean isAllowedFrom(long userId, String address) {
            return address.startsWith("203.0.113.");
        }

        @Override
        public long epoch(long userId) {
            return epochs.getOrDefault(userId, 0L);
        }

        @Override
        public IssuedToken issueToken(Caller caller, String label, Integer expiresInDays, List<String> scopes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Token> tokens(Caller caller, long userId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void revokeToken(Caller caller, long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Caller byToken(String secret, String through) {
            throw new UnsupportedOperationException();
        }
    }
}
