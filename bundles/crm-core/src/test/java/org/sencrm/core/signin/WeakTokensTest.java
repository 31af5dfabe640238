package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Entry;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.access.SignIn.IssuedToken;
import org.sencrm.api.access.SignIn.Token;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.FactorKind;
import org.sencrm.api.signin.FactorListener;
import org.sencrm.api.signin.Factors;
import org.sencrm.api.signin.ProofRequired;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.Callers;
import org.sencrm.core.value.Digest;

/** API tokens where a second factor is due, and what administrators see of those of others. */
class WeakTokensTest {

    private static final String ADDRESS = "203.0.113.9";
    private static final String KIND = "counted";
    private static final Caller ADMINISTRATOR = Callers.user(SignInBench.ADMINISTRATOR);
    private static final Caller SELLER = Callers.user(SignInBench.SELLER);
    private static final Duration GRACE = Duration.ofDays(Factors.USUAL_GRACE_DAYS);
    private static final long ROLE = 501;

    @TempDir
    private Path home;

    private final CountedKind kind = new CountedKind(false);
    private final List<Long> needed = new ArrayList<>();
    private SignInBench bench;
    private StoredSignIn signIn;
    private StoredFactors factors;
    private int next;

    @BeforeEach
    void start() {
        bench = new SignInBench(home);
        bench.kinds.contributed().add(Contribution.of(kind, Map.of(FactorKind.KIND, KIND)));
        bench.kinds.listeners().add(Contribution.of(new Needed(), Map.of()));
        signIn = bench.signIn();
        factors = bench.factors(signIn);
    }

    @Test
    void aTokenOfTheDaysOfGraceEndsWithThem() {
        require();
        String token = issue(password());
        assertWorks(token);

        bench.clock.advance(GRACE.minusSeconds(1));
        assertWorks(token);
        bench.clock.advance(Duration.ofSeconds(6));

        SecondFactorRequired refused = assertRefused(token);
        assertNull(refused.challenge());
        assertEquals(List.of(), refused.factors());
        assertEquals(
                bench.messages.text(new NewCallers(bench.settings).language(), "token.secondFactorDue"),
                refused.getMessage());
    }

    @Test
    void theDaysBeginWithTheFirstUseOfATokenWhereNobodySignsIn() {
        String token = issue(password());
        require();
        later();

        assertWorks(token);
        assertEquals(List.of(SignInBench.SELLER), needed);
        bench.clock.advance(GRACE);
        assertRefused(token);
    }

    @Test
    void aRoleThatRequiresOneIsAskedToo() {
        String token = issue(password());
        bench.execute(Sql.of(
                "insert into CORE_ROLE (ID, VERSION, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY, NAME,"
                        + " SECOND_FACTOR_FROM) values (?, 1, CURRENT_TIMESTAMP, 0, CURRENT_TIMESTAMP, 0, ?, ?)",
                ROLE,
                "Manager",
                LocalDate.EPOCH));
        bench.execute(Sql.of("update CORE_USER set ROLE_IDS = ? where ID = ?", "," + ROLE + ",", SignInBench.SELLER));
        assertWorks(token);

        bench.clock.advance(GRACE.plusSeconds(6));
        assertRefused(token);
    }

    @Test
    void whoHasAFactorNeedsNoDaysOfGrace() {
        String token = issue(password());
        enrol(SELLER);
        later();
        assertWorks(token);

        require();
        later();
        assertRefused(token);
        assertEquals(List.of(), needed);
    }

    @Test
    void aTokenMadeWithAFactorGoesOnAndSoDoesWhatItMakes() {
        enrol(SELLER);
        require();
        String strong = issue(withFactor());
        String byStrong = issue(signIn.byToken(strong, "rest"));
        bench.clock.advance(GRACE.plusSeconds(6));

        assertWorks(strong);
        assertWorks(byStrong);
        assertTrue(signIn.tokens(SELLER).stream().allMatch(Token::secondFactor));
    }

    @Test
    void whatAWeakTokenMakesIsWeak() {
        String weak = issue(password());
        String byWeak = issue(signIn.byToken(weak, "rest"));
        enrol(SELLER);
        require();
        later();

        assertRefused(byWeak);
    }

    @Test
    void aBrowserSessionMakesTokensAsItWasSignedIn() {
        StoredUserSessions sessions = sessions();
        Caller weak = atBrowser(sessions, password());
        IssuedToken before = signIn.issueToken(weak, "before", 30);
        enrol(weak);
        IssuedToken after = signIn.issueToken(weak, "after", 30);
        IssuedToken signedIn = signIn.issueToken(atBrowser(sessions, withFactor()), "signed in", 30);
        require();
        later();

        assertRefused(before.secret());
        assertWorks(after.secret());
        assertWorks(signedIn.secret());
    }

    @Test
    void whileTheModuleIsAwayAWeakTokenIsRefusedAndAStrongOneIsNot() {
        String weak = issue(password());
        enrol(SELLER);
        String strong = issue(withFactor());
        require();
        bench.kinds.contributed().remove(kind);
        later();

        assertRefused(weak);
        assertWorks(strong);
    }

    @Test
    void aTokenWorksAgainWhereTheRequirementIsTakenBack() {
        require();
        String token = issue(password());
        bench.clock.advance(GRACE.plusSeconds(6));
        assertRefused(token);

        bench.settings.set(ADMINISTRATOR, Factors.EVERYBODY_FROM, null);
        later();
        assertWorks(token);
    }

    @Test
    void tokensOfAnOlderReleaseCountAsMadeWithoutOne() {
        enrol(SELLER);
        String token = issue(withFactor());
        bench.execute(Sql.of("delete from CORE_TOKEN"));
        bench.execute(Sql.of(
                "insert into CORE_TOKEN (ID, USER_ID, LABEL, SECRET_HASH, CREATED_AT, EXPIRES_AT)"
                        + " values (5, ?, 'old', ?, ?, ?)",
                SignInBench.SELLER,
                Digest.sha256(token),
                bench.clock.instant(),
                bench.clock.instant().plus(Duration.ofDays(30))));
        require();

        assertRefused(token);
    }

    @Test
    void fromElsewhereNobodyLearnsThatATokenIsWeak() {
        String token = issue(password());
        enrol(SELLER);
        require();
        bench.settings.set(ADMINISTRATOR, SignIn.NETWORKS, "203.0.113.0/24");
        bench.clock.advance(Duration.ofSeconds(6));

        assertThrows(SecondFactorRequired.class, () -> signIn.byToken(token, ADDRESS, "rest"));
        assertNull(signIn.byToken(token, "198.51.100.7", "rest"));
    }

    @Test
    void administratorsSeeTheTokensOfAUserAndTakeThemBack() {
        IssuedToken token = signIn.issueToken(SELLER, "script", 30);
        bench.log.clear();

        Token seen = signIn.tokens(ADMINISTRATOR, SignInBench.SELLER).get(0);
        assertEquals("script", seen.label());
        assertFalse(seen.secondFactor());
        signIn.revokeToken(ADMINISTRATOR, token.id());

        assertNull(signIn.byToken(token.secret(), "rest"));
        assertEquals(List.of(), signIn.tokens(ADMINISTRATOR, SignInBench.SELLER));
        assertEquals(
                List.of("token.revoked user=7 token=" + token.id() + " by=1 channel=" + ADMINISTRATOR.through()),
                bench.log);
    }

    @Test
    void nobodyElseDoes() {
        IssuedToken token = signIn.issueToken(SELLER, "script", 30);
        Caller other = Callers.user(8);

        assertThrows(Forbidden.class, () -> signIn.tokens(other, SignInBench.SELLER));
        assertThrows(NotFound.class, () -> signIn.revokeToken(other, token.id()));
        assertWorks(token.secret());
    }

    @Test
    void takingBackTheTokenOfAnotherAsksForAProof() {
        IssuedToken token = signIn.issueToken(SELLER, "script", 30);
        Caller boss = atBrowser(sessions(), ADMINISTRATOR);
        bench.clock.advance(Duration.ofHours(1));

        assertThrows(ProofRequired.class, () -> signIn.revokeToken(boss, token.id()));
        assertWorks(token.secret());
    }

    private Caller password() {
        return signIn.signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD.toCharArray(), ADDRESS, "rest");
    }

    private Caller withFactor() {
        String challenge =
                assertThrows(SecondFactorRequired.class, this::password).challenge();
        return signIn.answer(challenge, KIND, right(), ADDRESS, "rest");
    }

    private void enrol(Caller caller) {
        Factor factor = factors.enrol(caller, KIND, "Phone").factor();
        factors.confirm(caller, factor.id(), right());
    }

    private String right() {
        return "right-" + next++;
    }

    private String issue(Caller caller) {
        return signIn.issueToken(caller, "script", 30).secret();
    }

    private void require() {
        bench.settings.set(ADMINISTRATOR, Factors.EVERYBODY_FROM, "2020-01-01");
    }

    /** When nothing is remembered of before. */
    private void later() {
        bench.clock.advance(Duration.ofSeconds(6));
    }

    private StoredUserSessions sessions() {
        return new StoredUserSessions(
                bench.database,
                bench.access,
                bench.settings,
                bench.messages,
                bench.proofs,
                new SecurityLog(bench.database, bench.log::add, bench.clock),
                "here",
                bench.clock);
    }

    private static Caller atBrowser(StoredUserSessions sessions, Caller caller) {
        return caller.entered(new Entry(
                sessions.begin(caller, ADDRESS, "Firefox"), caller.entry().epoch(), ADDRESS));
    }

    private void assertWorks(String token) {
        assertNotNull(signIn.byToken(token, "rest"));
    }

    private SecondFactorRequired assertRefused(String token) {
        return assertThrows(SecondFactorRequired.class, () -> signIn.byToken(token, "rest"));
    }

    private final class Needed implements FactorListener {

        @Override
        public void changed(Event event, Factor factor, Caller by) {}

        @Override
        public void needed(long user, Instant until) {
            needed.add(user);
        }
    }
}
