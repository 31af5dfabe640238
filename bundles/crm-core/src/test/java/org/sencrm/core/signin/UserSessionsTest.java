package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Entry;
import org.sencrm.api.access.Scopes;
import org.sencrm.api.access.UserSessions;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotFound;
import org.sencrm.core.support.Callers;

class UserSessionsTest {

    private static final Caller BOSS = Callers.user(SignInBench.ADMINISTRATOR);
    private static final Caller SELLER = Callers.user(SignInBench.SELLER);
    private static final Caller OTHER = Callers.user(8);
    private static final String ADDRESS = "203.0.113.9";

    @TempDir
    private Path home;

    private SignInBench bench;
    private StoredUserSessions sessions;

    @BeforeEach
    void start() {
        bench = new SignInBench(home);
        sessions = node("here");
    }

    private StoredUserSessions node(String name) {
        return new StoredUserSessions(
                bench.database,
                bench.access,
                bench.settings,
                bench.messages,
                bench.proofs,
                new SecurityLog(bench.database, bench.log::add, bench.clock),
                name,
                bench.clock);
    }

    private long begin(StoredUserSessions where, Caller who) {
        return where.begin(who, ADDRESS, "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0");
    }

    @Test
    void peopleSeeWhereTheyAreSignedInTheLastUsedFirst() {
        Instant first = bench.clock.instant();
        long one = begin(sessions, SELLER);
        bench.clock.advance(Duration.ofMinutes(5));
        long two = begin(sessions, SELLER);
        begin(sessions, OTHER);

        bench.clock.advance(Duration.ofMinutes(5));
        sessions.used(one, bench.clock.instant());

        List<UserSessions.Session> all = sessions.list(SELLER, SignInBench.SELLER);
        assertEquals(
                new UserSessions.Session(one, ADDRESS, "Firefox · Windows", first, bench.clock.instant()), all.get(0));
        assertEquals(two, all.get(1).id());
        assertEquals(2, all.size());
        assertEquals(all, sessions.list(BOSS, SignInBench.SELLER));
        assertThrows(Forbidden.class, () -> sessions.list(OTHER, SignInBench.SELLER));
    }

    @Test
    void oneSessionIsEndedAtOnceAndNoOther() {
        long one = begin(sessions, SELLER);
        long two = begin(sessions, SELLER);
        assertTrue(sessions.isOpen(one));

        sessions.end(SELLER, one);

        assertFalse(sessions.isOpen(one));
        assertTrue(sessions.isOpen(two));
        assertEquals(1, sessions.list(SELLER, SignInBench.SELLER).size());
        assertThrows(NotFound.class, () -> sessions.end(SELLER, one));
        assertTrue(bench.log.get(bench.log.size() - 1).startsWith("session.ended user=7 session=" + one + " by=7"));
    }

    @Test
    void aTokenThatIsLimitedKnowsNothingOfSessions() {
        long one = begin(sessions, SELLER);
        Caller limited = SELLER.entered(new Entry(0, 0, null, Scopes.of(List.of("*:*"))));

        assertThrows(Forbidden.class, () -> sessions.list(limited, SignInBench.SELLER));
        assertThrows(NotFound.class, () -> sessions.end(limited, one));
        assertTrue(sessions.isOpen(one));
    }

    @Test
    void nobodyEndsTheSessionOfAnotherButAnAdministrator() {
        long one = begin(sessions, SELLER);

        assertThrows(NotFound.class, () -> sessions.end(OTHER, one));
        assertTrue(sessions.isOpen(one));
        sessions.end(BOSS, one);
        assertFalse(sessions.isOpen(one));
    }

    @Test
    void whatAnotherNodeEndsIsKnownAfterFiveSeconds() {
        StoredUserSessions there = node("there");
        long one = begin(there, SELLER);
        assertTrue(there.isOpen(one));

        sessions.end(SELLER, one);
        bench.clock.advance(Duration.ofSeconds(5));

        assertFalse(there.isOpen(one));
    }

    @Test
    void aNodeThatWasCutOffLearnsWhatWasEndedMeanwhile() {
        StoredUserSessions there = node("there");
        long one = begin(there, SELLER);
        assertTrue(there.isOpen(one));

        sessions.end(SELLER, one);
        bench.clock.advance(Duration.ofMinutes(45));

        assertFalse(there.isOpen(one));
        bench.clock.advance(Duration.ofMinutes(45));
        assertFalse(there.isOpen(one), "what is over does not come back");
    }

    @Test
    void aSessionEndsAfterTheLongestTimeWhateverThePersonDoes() {
        bench.settings.set(Caller.system(), UserSessions.LONGEST_HOURS, "8");
        long one = begin(sessions, SELLER);

        bench.clock.advance(Duration.ofHours(8).minusSeconds(1));
        sessions.used(one, bench.clock.instant());
        assertTrue(sessions.isOpen(one));
        bench.clock.advance(Duration.ofSeconds(1));

        assertFalse(sessions.isOpen(one));
    }

    @Test
    void theIdleTimeIsASettingAndNonsenseIsNone() {
        assertEquals(Duration.ofMinutes(30), sessions.idle());
        bench.settings.set(Caller.system(), UserSessions.IDLE_MINUTES, "5");
        assertEquals(Duration.ofMinutes(5), sessions.idle());
        bench.settings.set(Caller.system(), UserSessions.IDLE_MINUTES, "many");
        assertEquals(Duration.ofMinutes(30), sessions.idle());
    }

    @Test
    void aRestartEndsTheSessionsOfItsNodeAndOfNoOther() {
        long one = begin(sessions, SELLER);
        long two = begin(node("there"), SELLER);

        StoredUserSessions again = node("here");

        assertFalse(again.isOpen(one));
        assertEquals(
                List.of(two),
                again.list(SELLER, SignInBench.SELLER).stream()
                        .map(UserSessions.Session::id)
                        .toList());
    }

    @Test
    void whatIsOverByItselfIsNotListed() {
        sessions.over(begin(sessions, SELLER));

        assertEquals(List.of(), sessions.list(SELLER, SignInBench.SELLER));
    }

    @Test
    void useIsNotedOnceAMinute() {
        long one = begin(sessions, SELLER);
        Instant begun = bench.clock.instant();

        sessions.used(one, begun.plusSeconds(59));
        assertEquals(begun, sessions.list(SELLER, SignInBench.SELLER).get(0).usedAt());
        sessions.used(one, begun.plusSeconds(60));
        assertEquals(
                begun.plusSeconds(60),
                sessions.list(SELLER, SignInBench.SELLER).get(0).usedAt());
    }

    @ParameterizedTest
    @CsvSource({
        "'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36', Chrome · Linux",
        "'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', Edge · Windows",
        "'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', Safari · iPhone",
        "'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', Chrome · Android",
        "curl/8.0, ''",
        "'<script>alert(1)</script>', ''"
    })
    void aBrowserIsToldInTwoWords(String agent, String device) {
        assertEquals(device, Device.of(agent));
    }
}
