package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.ClientAddress;
import org.sencrm.api.access.ClientCertificate;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.FactorKind;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.Callers;
import org.sencrm.core.value.Digest;

/** Second factors that are bound to a thing, such as a smart card, and why they are refused. */
class BoundFactorTest {

    private static final String ADDRESS = "203.0.113.9";
    private static final String KIND = "card";
    private static final Instant END = Instant.parse("2027-03-02T08:00:00Z");
    private static final Caller SELLER = Callers.user(SignInBench.SELLER);
    private static final Caller BUYER = Callers.user(8);

    @TempDir
    private Path home;

    private final Cards cards = new Cards();
    private SignInBench bench;
    private StoredSignIn signIn;
    private StoredFactors factors;

    @BeforeEach
    void start() {
        bench = new SignInBench(home);
        bench.addUser(BUYER.userId(), "mai.le");
        bench.kinds.contributed().add(Contribution.of(cards, Map.of(FactorKind.KIND, KIND)));
        signIn = bench.signIn();
        factors = bench.factors(signIn);
    }

    private void register(Caller caller, String card) {
        factors.confirm(caller, factors.enrol(caller, KIND, card).factor().id(), card);
    }

    private String challenge() {
        return assertThrows(
                        SecondFactorRequired.class,
                        () -> signIn.signIn(
                                SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD.toCharArray(), ADDRESS, "rest"))
                .challenge();
    }

    private List<String> refused() {
        return bench.log.stream()
                .filter(line -> line.startsWith("factor.refused"))
                .map(line -> line.replaceAll("factor=\\d+ ", ""))
                .toList();
    }

    @Test
    void whatIsKnownOfTheThingIsShown() {
        register(SELLER, "A");
        Factor factor = factors.own(SELLER).get(0);

        assertEquals(END, factor.validUntil());
        assertEquals(Map.of("serial", "A", "subject", "Lan, \"Hoa Sen\""), factor.facts());
        assertEquals(
                Digest.sha256(KIND + " id of A"),
                bench.text(Sql.of("select CARRIER from CORE_FACTOR")),
                "by which it is found and not known");
    }

    @Test
    void aThingIsAFactorOfOnePersonAndOnce() {
        register(SELLER, "A");

        assertThrows(InvalidRecord.class, () -> register(BUYER, "A"));
        assertThrows(InvalidRecord.class, () -> register(SELLER, "A"));
        assertEquals(
                List.of(
                        "factor.refused user=8 kind=card reason=taken by=0 channel=system",
                        "factor.refused user=7 kind=card reason=taken by=0 channel=system"),
                refused());
        register(BUYER, "B");
        assertEquals("B", factors.own(BUYER).get(0).label());
    }

    @Test
    void aThingThatWasTakenAwayMayBeSomebodyElsesNext() {
        register(SELLER, "A");
        factors.revoke(
                Callers.user(SignInBench.ADMINISTRATOR),
                factors.own(SELLER).get(0).id());

        register(BUYER, "A");
        assertEquals(
                Map.of("serial", "A", "subject", "Lan, \"Hoa Sen\""),
                factors.own(BUYER).get(0).facts());
    }

    @Test
    void theReasonOfARefusalIsWrittenDownOnceForEachFactor() {
        register(SELLER, "A");
        register(SELLER, "B");
        String challenge = challenge();
        bench.log.clear();

        assertThrows(NotSignedIn.class, () -> signIn.answer(challenge, KIND, "C", ADDRESS, "rest"));
        String line = "factor.refused user=7 kind=card reason=another by=0 channel=system";
        assertEquals(List.of(line, line), refused());
    }

    @Test
    void whoGetsInWithOneOfSeveralWasNotRefusedWithTheOthers() {
        register(SELLER, "A");
        register(SELLER, "B");
        String challenge = challenge();
        bench.log.clear();

        assertEquals(
                SignInBench.SELLER,
                signIn.answer(challenge, KIND, "B", ADDRESS, "rest").userId());
        assertEquals(List.of(), refused());
        assertEquals(END, factors.own(SELLER).get(1).validUntil());
    }

    @Test
    void theKindIsToldOfTheLineAndOfNoOther() {
        ClientCertificate shown =
                ClientCertificate.of("127.0.0.1", name -> null, name -> Collections.enumeration(List.of("shown")));
        try (ClientAddress.Serving serving = ClientCertificate.serving(shown)) {
            register(SELLER, "A");
        }
        assertSame(shown, cards.shown.get(0));

        signIn.answer(challenge(), KIND, "A", ADDRESS, "rest");
        assertNull(cards.shown.get(1));
    }

    /** Whoever gives the name of a card has it. */
    private static final class Cards implements FactorKind {

        /** With each answer. */
        private final List<ClientCertificate> shown = new ArrayList<>();

        @Override
        public Enrolment enrol(String account, String issuer) {
            return new Enrolment("new", Map.of());
        }

        @Override
        public Optional<String> verify(String state, String answer, Instant at) {
            throw new UnsupportedOperationException("the other one is asked");
        }

        @Override
        public Verdict judge(String state, String answer, Attempt attempt) {
            shown.add(attempt.certificate());
            return state.equals("new") || state.equals(answer)
                    ? Verdict.right(
                            answer,
                            new Carrier(
                                    "id of " + answer, END, Map.of("serial", answer, "subject", "Lan, \"Hoa Sen\"")))
                    : Verdict.wrong("another");
        }
    }
}
