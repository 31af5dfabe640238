package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.signin.FactorKind;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.Callers;

/** The step between the right password and the sign-in. */
class SecondFactorTest {

    private static final String ADDRESS = "203.0.113.9";
    private static final String KIND = "counted";
    private static final Caller SELLER = Callers.user(SignInBench.SELLER);

    @TempDir
    private Path home;

    private final CountedKind kind = new CountedKind(false);
    private SignInBench bench;
    private StoredSignIn signIn;
    private StoredFactors factors;
    private int next;

    @BeforeEach
    void start() {
        bench = new SignInBench(home);
        bench.kinds.contributed().add(Contribution.of(kind, Map.of(FactorKind.KIND, KIND)));
        signIn = bench.signIn();
        factors = bench.factors(signIn);
        factors.confirm(SELLER, factors.enrol(SELLER, KIND, "Phone").factor().id(), right());
        bench.log.clear();
    }

    /** Each right answer is another one. */
    private String right() {
        return "right-" + next++;
    }

    private Caller password(String password) {
        return signIn.signIn(SignInBench.SELLER_NAME, password.toCharArray(), ADDRESS, "rest");
    }

    private SecondFactorRequired required() {
        return assertThrows(SecondFactorRequired.class, () -> password(SignInBench.SELLER_PASSWORD));
    }

    private String challenge() {
        return required().challenge();
    }

    private Caller answer(String challenge, String answer) {
        return signIn.answer(challenge, KIND, answer, ADDRESS, "rest");
    }

    /** S0-55: no token key. */
    @Test
    void theRightPasswordAloneOpensNothing() {
        SecondFactorRequired required = required();

        assertEquals(List.of(KIND), required.factors());
        assertTrue(required.challenge().length() >= 22, "128 bits");
        assertNull(signIn.byToken(required.challenge(), "rest"));
        assertEquals(List.of("signIn.secondFactorAsked user=7 address=203.0.113.9 channel=rest"), bench.log);
    }

    /** S0-55: a wrong one is refused, the right one lets in, and both are written down. */
    @Test
    void aWrongAnswerIsRefusedAndTheRightOneSignsIn() {
        String challenge = challenge();
        assertThrows(NotSignedIn.class, () -> answer(challenge, "wrong"));
        assertEquals(SignInBench.SELLER, answer(challenge, right()).userId());

        assertEquals(
                List.of(
                        "signIn.secondFactorAsked user=7 address=203.0.113.9 channel=rest",
                        "signIn.secondFactorRefused user=7 kind=counted address=203.0.113.9 channel=rest",
                        "signIn.succeeded user=7 address=203.0.113.9 channel=rest"),
                bench.log);
    }

    @Test
    void aRightAnswerSignsInOnce() {
        String challenge = challenge();
        String answer = right();

        assertEquals(SignInBench.SELLER, answer(challenge, answer).userId());
        assertTrue(bench.log.contains("signIn.succeeded user=7 address=203.0.113.9 channel=rest"));
        assertThrows(NotSignedIn.class, () -> answer(challenge, right()), "the challenge is spent");
    }

    /** S0-55: one that was used already. */
    @Test
    void anAnswerThatWasUsedIsRefusedAndTold() {
        String used = right();
        answer(challenge(), used);
        bench.log.clear();

        String challenge = challenge();
        assertThrows(NotSignedIn.class, () -> answer(challenge, used));
        assertEquals(
                "signIn.secondFactorRefused user=7 kind=counted address=203.0.113.9 channel=rest", bench.log.get(1));
        assertFalse(String.join("\n", bench.log).contains(used), "what was typed is not told");
    }

    @Test
    void ofManyWithTheSameAnswerOneGetsIn() throws Exception {
        String answer = right();
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String challenge = challenge();
            tries.add(() -> {
                try {
                    answer(challenge, answer);
                    return true;
                } catch (NotSignedIn tooLate) {
                    return false;
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(tries.size());
        int in = 0;
        for (Future<Boolean> one : threads.invokeAll(tries)) {
            in += one.get() ? 1 : 0;
        }
        threads.shutdown();

        assertEquals(1, in);
    }

    @Test
    void aWrongPasswordDoesNotTellThatThereIsASecondFactor() {
        bench.addUser(8, "binh.tran");
        NotSignedIn with = assertThrows(NotSignedIn.class, () -> password("not the password"));
        NotSignedIn without = assertThrows(
                NotSignedIn.class, () -> signIn.signIn("binh.tran", "not the password".toCharArray(), ADDRESS, "rest"));

        assertEquals(NotSignedIn.class, with.getClass());
        assertEquals(without.getMessage(), with.getMessage());
    }

    @Test
    void guessingLocksTheNameAndTheRightPasswordForgivesNothing() {
        String first = challenge();
        for (int i = 0; i < 4; i++) {
            assertThrows(NotSignedIn.class, () -> answer(first, "000000"));
        }
        String second = challenge();
        assertThrows(NotSignedIn.class, () -> answer(second, "000000"));

        assertThrows(TooManyTries.class, () -> answer(second, right()));
        assertThrows(TooManyTries.class, () -> password(SignInBench.SELLER_PASSWORD));
        assertTrue(bench.log.contains("signIn.nameLocked user=7 address=203.0.113.9 channel=rest"));
    }

    @Test
    void signingInAgainAndAgainLocksNobody() {
        for (int i = 0; i < 12; i++) {
            answer(challenge(), right());
        }
        for (int i = 0; i < 12; i++) {
            challenge();
        }
        assertEquals(SignInBench.SELLER, answer(challenge(), right()).userId());
    }

    @Test
    void aChallengeIsGoodForFiveTries() {
        String challenge = challenge();
        for (int i = 0; i < 5; i++) {
            assertThrows(NotSignedIn.class, () -> answer(challenge, "000000"));
            bench.clock.advance(Duration.ofSeconds(20));
        }
        bench.clock.advance(Duration.ofMinutes(1));

        assertThrows(NotSignedIn.class, () -> answer(challenge, right()));
    }

    @Test
    void aChallengeEndsAfterFiveMinutesAndWithThePassword() {
        String old = challenge();
        bench.clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        assertThrows(NotSignedIn.class, () -> answer(old, "right-1"));

        String before = challenge();
        signIn.setPassword(
                Callers.user(SignInBench.ADMINISTRATOR), SignInBench.SELLER, null, chars("sông Hương đêm nay"));
        assertThrows(NotSignedIn.class, () -> answer(before, "right-1"));
    }

    @Test
    void whoIsSwitchedOffMeanwhileDoesNotGetIn() {
        String challenge = challenge();
        bench.deactivate(SignInBench.SELLER);

        assertThrows(NotSignedIn.class, () -> answer(challenge, right()));
    }

    @Test
    void neitherChallengesNorSecretsLieOpenInTheDatabase() {
        String challenge = challenge();

        assertNotEquals(challenge, bench.text(Sql.of("select SECRET_HASH from CORE_CHALLENGE")));
        assertFalse(bench.text(Sql.of("select SECRET from CORE_FACTOR")).contains("count"));
    }

    @Test
    void withoutTheModuleNobodyGetsIn() {
        String challenge = challenge();
        bench.kinds.contributed().remove(kind);

        assertThrows(NotSignedIn.class, () -> answer(challenge, right()));
        SecondFactorRequired away = required();
        assertNull(away.challenge());
        assertEquals(List.of(), away.factors());
    }

    @Test
    void aBrokenModuleLetsNobodyIn() {
        String challenge = challenge();
        kind.broken = true;

        assertThrows(Unavailable.class, () -> answer(challenge, right()));
    }

    @Test
    void theLocalCommandLetsItsUserInOnce() throws Exception {
        bench.kinds.contributed().remove(kind);
        recover("binh.tran", Duration.ofMinutes(15));
        assertNull(required().challenge(), "it is for somebody else");

        recover(" An.Nguyen", Duration.ofMinutes(15));
        assertThrows(NotSignedIn.class, () -> password("not the password"));
        assertEquals(SignInBench.SELLER, password(SignInBench.SELLER_PASSWORD).userId());
        assertTrue(bench.log.contains("signIn.recoveredLocally user=7 address=203.0.113.9 channel=rest"));
        assertNull(required().challenge());
    }

    @Test
    void theLocalCommandIsGoodForAQuarterOfAnHour() throws Exception {
        recover(SignInBench.SELLER_NAME, Duration.ofMinutes(-1));

        assertNotNull(required().challenge());
    }

    private void recover(String userName, Duration left) throws Exception {
        long end = bench.clock.instant().plus(left).getEpochSecond();
        Files.writeString(home.resolve("recover-user"), userName + "\n" + end + "\n");
    }

    private static char[] chars(String text) {
        return text.toCharArray();
    }
}
