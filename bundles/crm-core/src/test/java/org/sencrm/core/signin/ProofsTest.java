package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Entry;
import org.sencrm.api.access.NeedsProof;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.access.SignInHistory;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.FactorKind;
import org.sencrm.api.signin.Factors;
import org.sencrm.api.signin.ProofRequired;
import org.sencrm.api.signin.Proofs;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.support.Callers;

/** Whoever does something dangerous at a browser proves anew who they are. */
class ProofsTest {

    private static final String CODES = "counted";

    @TempDir
    private Path home;

    private SignInBench bench;
    private StoredSignIn signIn;
    private StoredFactors factors;
    private StoredProofs proofs;
    private StoredUserSessions sessions;

    @BeforeEach
    void start() {
        bench = new SignInBench(home);
        bench.kinds.contributed().add(Contribution.of(new CountedKind(false), Map.of(FactorKind.KIND, CODES)));
        signIn = bench.signIn();
        factors = bench.factors(signIn);
        proofs = new StoredProofs(signIn);
        sessions = new StoredUserSessions(
                bench.database,
                bench.access,
                bench.settings,
                bench.messages,
                bench.proofs,
                new SecurityLog(bench.database, bench.log::add, bench.clock),
                "here",
                bench.clock);
    }

    /** At a browser where that user has just signed in. */
    private Caller atBrowser(long user) {
        Caller caller = Callers.user(user);
        return caller.entered(new Entry(sessions.begin(caller, "203.0.113.9", "Firefox"), 0, null));
    }

    private static char[] password() {
        return SignInBench.SELLER_PASSWORD.toCharArray();
    }

    private void waitMinutes(int minutes) {
        bench.clock.advance(Duration.ofMinutes(minutes));
    }

    @Test
    void aSignInIsAProofForSomeMinutes() {
        Caller seller = atBrowser(SignInBench.SELLER);
        waitMinutes(9);
        assertDoesNotThrow(() -> signIn.issueToken(seller, "first", 1));
        waitMinutes(1);

        assertThrows(ProofRequired.class, () -> signIn.issueToken(seller, "second", 1));
        assertEquals(1, signIn.tokens(seller).size());
    }

    @Test
    void thePasswordProvesItAnewAtThisBrowserOnly() {
        Caller here = atBrowser(SignInBench.SELLER);
        Caller there = atBrowser(SignInBench.SELLER);
        waitMinutes(60);
        proofs.prove(here, Proofs.PASSWORD, password());

        assertDoesNotThrow(() -> signIn.issueToken(here, "mine", 1));
        assertThrows(ProofRequired.class, () -> signIn.issueToken(there, "not mine", 1));
    }

    @Test
    void aCodeOfASecondFactorProvesItOnce() {
        Caller seller = withFactor();
        waitMinutes(60);

        assertEquals(List.of(CODES, Proofs.PASSWORD), proofs.kinds(seller));
        assertThrows(NotSignedIn.class, () -> proofs.prove(seller, CODES, "right-0".toCharArray()));
        assertEquals(
                SignInHistory.Outcome.CODE_REFUSED,
                new StoredSignInHistory(bench.database, bench.access, bench.messages)
                        .of(seller, SignInBench.SELLER, 0, 1)
                        .get(0)
                        .outcome());
        proofs.prove(seller, CODES, "right-1".toCharArray());
        assertDoesNotThrow(() -> signIn.issueToken(seller, "mine", 1));
        waitMinutes(60);
        assertThrows(NotSignedIn.class, () -> proofs.prove(seller, CODES, "right-1".toCharArray()));
        assertThrows(ProofRequired.class, () -> signIn.issueToken(seller, "mine", 1));
    }

    private Caller withFactor() {
        Caller seller = atBrowser(SignInBench.SELLER);
        Factor factor = factors.enrol(seller, CODES, "Phone").factor();
        factors.confirm(seller, factor.id(), "right-0");
        return seller;
    }

    @Test
    void guessingLocksTheNameAndProvesNothing() {
        Caller seller = atBrowser(SignInBench.SELLER);
        waitMinutes(60);
        for (int i = 0; i < 5; i++) {
            assertThrows(NotSignedIn.class, () -> proofs.prove(seller, Proofs.PASSWORD, "not it at all".toCharArray()));
        }

        assertThrows(TooManyTries.class, () -> proofs.prove(seller, Proofs.PASSWORD, password()));
        assertThrows(ProofRequired.class, () -> signIn.issueToken(seller, "mine", 1));
    }

    @Test
    void aSessionThatIsOverHasProvedNothing() {
        Caller seller = atBrowser(SignInBench.SELLER);
        sessions.over(seller.entry().session());

        assertThrows(ProofRequired.class, () -> signIn.issueToken(seller, "mine", 1));
    }

    @Test
    void aTokenAndTheProductItselfCannotBeAsked() {
        assertDoesNotThrow(() -> signIn.issueToken(Callers.user(SignInBench.SELLER), "by token", 1));
        assertDoesNotThrow(() -> factors.reset(Caller.system(), SignInBench.SELLER));
    }

    @Test
    void whoGivesTheCurrentPasswordIsNotAskedTwice() {
        Caller seller = atBrowser(SignInBench.SELLER);
        waitMinutes(60);
        signIn.setPassword(seller, SignInBench.SELLER, password(), "sông Hương buổi sớm".toCharArray());

        assertDoesNotThrow(() -> signIn.issueToken(seller, "mine", 1));
    }

    @Test
    void anAdministratorSetsPasswordsOfOthersWithAProof() {
        Caller boss = atBrowser(SignInBench.ADMINISTRATOR);
        waitMinutes(60);

        assertThrows(
                ProofRequired.class,
                () -> signIn.setPassword(boss, SignInBench.SELLER, null, "sông Hương buổi sớm".toCharArray()));
        assertDoesNotThrow(() -> signIn.signIn(SignInBench.SELLER_NAME, password(), "203.0.113.9", "ui"));
    }

    @Test
    void oneTakesAFactorAwayByAProofOfLatelyOrOfNow() {
        Caller seller = withFactor();
        Factor first = factors.own(seller).get(0);
        waitMinutes(60);
        assertThrows(ProofRequired.class, () -> factors.remove(seller, first.id(), null, null));
        assertEquals(1, factors.own(seller).size());

        proofs.prove(seller, Proofs.PASSWORD, password());
        factors.remove(seller, first.id(), null, null);
        assertEquals(List.of(), factors.own(seller));
    }

    @Test
    void whatIsMarkedAsDangerousIsRefusedWithoutAProof() {
        Caller boss = atBrowser(SignInBench.ADMINISTRATOR);
        waitMinutes(60);
        List<Method> marked = Stream.of(SignIn.class, Factors.class)
                .flatMap(api -> Arrays.stream(api.getMethods()))
                .filter(method -> method.isAnnotationPresent(NeedsProof.class))
                .toList();

        assertEquals(5, marked.size());
        for (Method method : marked) {
            Object service = method.getDeclaringClass() == SignIn.class ? signIn : factors;
            InvocationTargetException refused = assertThrows(
                    InvocationTargetException.class, () -> method.invoke(service, arguments(method, boss)));
            assertInstanceOf(ProofRequired.class, refused.getCause(), method.getName());
        }
    }

    private static Object[] arguments(Method method, Caller caller) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> type == Caller.class ? caller : type == long.class ? (Object) SignInBench.SELLER : null)
                .toArray();
    }
}
