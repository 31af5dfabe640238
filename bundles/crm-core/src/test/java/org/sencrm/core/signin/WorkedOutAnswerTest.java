package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.FactorKind;
import org.sencrm.api.signin.FactorListener;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.support.Callers;

/** Second factors whose answers are not typed but worked out from what the product asks. */
class WorkedOutAnswerTest {

    private static final String ADDRESS = "203.0.113.9";
    private static final String KIND = "asked";
    private static final Caller SELLER = Callers.user(SignInBench.SELLER);

    @TempDir
    private Path home;

    private final AskedKind kind = new AskedKind();
    private final List<Factor> copies = new ArrayList<>();
    private SignInBench bench;
    private StoredSignIn signIn;
    private StoredFactors factors;

    @BeforeEach
    void start() {
        bench = new SignInBench(home);
        bench.kinds.contributed().add(Contribution.of(kind, Map.of(FactorKind.KIND, KIND)));
        bench.kinds
                .listeners()
                .add(Contribution.of(
                        new FactorListener() {
                            @Override
                            public void changed(Event event, Factor factor, Caller by) {}

                            @Override
                            public void copied(Factor factor) {
                                copies.add(factor);
                            }
                        },
                        Map.of()));
        signIn = bench.signIn();
        factors = bench.factors(signIn);
        register("Blue key");
        bench.log.clear();
    }

    /** Where a factor is confirmed there is no sign-in and no nonce. */
    private void register(String label) {
        factors.confirm(SELLER, factors.enrol(SELLER, KIND, label).factor().id(), "signed null");
    }

    private SecondFactorRequired required() {
        return assertThrows(
                SecondFactorRequired.class,
                () -> signIn.signIn(
                        SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD.toCharArray(), ADDRESS, "rest"));
    }

    private static String nonce(SecondFactorRequired required) {
        return (String) required.options().get(KIND).get("nonce");
    }

    private Caller answer(SecondFactorRequired required, String answer) {
        return signIn.answer(required.challenge(), KIND, answer, ADDRESS, "rest");
    }

    @Test
    void whatIsNeededComesWithTheChallenge() {
        SecondFactorRequired required = required();

        assertEquals(List.of(KIND), required.factors());
        assertEquals(43, nonce(required).length(), "256 bits");
        assertNotEquals(required.challenge(), nonce(required), "a module must not learn the secret");
        assertEquals(List.of(AskedKind.STATE), kind.known);
    }

    @Test
    void anAnswerIsGoodForItsSignInAndOnce() {
        SecondFactorRequired first = required();
        SecondFactorRequired second = required();
        String answer = "signed " + nonce(first);

        assertThrows(NotSignedIn.class, () -> answer(second, answer));
        assertEquals(SignInBench.SELLER, answer(first, answer).userId());
        assertThrows(NotSignedIn.class, () -> answer(first, answer), "the challenge is spent");
    }

    @Test
    void anAnswerThatIsTooLongForItsKindIsNotLookedAt() {
        SecondFactorRequired required = required();
        String answer = "signed " + nonce(required);

        assertThrows(NotSignedIn.class, () -> answer(required, answer + " ".repeat(300)));
        assertEquals(
                SignInBench.SELLER, answer(required, answer + " ".repeat(200)).userId());
    }

    @Test
    void aKindKnowsTheOthersOfThePerson() {
        factors.enrol(SELLER, KIND, "Red key");
        assertEquals(List.of(AskedKind.STATE), kind.known);
    }

    @Test
    void whoCannotAnswerNowDoesNotGetIn() {
        SecondFactorRequired before = required();
        kind.available = false;
        assertNull(required().challenge());
        assertEquals(List.of(), factors.kinds());

        kind.available = true;
        kind.answerable = false;
        SecondFactorRequired away = required();
        assertNull(away.challenge());
        assertEquals(Map.of(), away.options());
        kind.answerable = true;
        kind.broken = true;
        assertNull(required().challenge());
        kind.broken = false;
        assertEquals(
                SignInBench.SELLER, answer(before, "signed " + nonce(before)).userId());
    }

    @Test
    void aCopyIsRefusedWrittenDownAndTold() {
        SecondFactorRequired required = required();
        bench.log.clear();

        assertThrows(NotSignedIn.class, () -> answer(required, "copy"));
        Factor factor = factors.own(SELLER).get(0);
        assertEquals(
                "factor.copied user=7 factor=" + factor.id() + " kind=asked by=0 channel=system", bench.log.get(0));
        assertTrue(bench.log.get(1).startsWith("signIn.secondFactorRefused"), bench.log::toString);
        assertEquals(List.of(factor), copies);
        assertEquals(
                SignInBench.SELLER,
                answer(required, "signed " + nonce(required)).userId(),
                "the real one stays");
        assertFalse(bench.log.toString().contains(nonce(required)));
    }

    @Test
    void aWrongAnswerConfirmsNothing() {
        long id = factors.enrol(SELLER, KIND, "Red key").factor().id();

        assertThrows(InvalidRecord.class, () -> factors.confirm(SELLER, id, "signed something"));
        assertEquals(List.of(AskedKind.STATE), kind.known, "it was told of the first key");
        assertFalse(factors.own(SELLER).get(1).active());
    }
}
