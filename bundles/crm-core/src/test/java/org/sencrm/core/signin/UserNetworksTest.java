package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Entry;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.access.SignInHistory.Outcome;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.api.signin.FactorKind;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.Callers;

/** From where people get in and work. */
class UserNetworksTest {

    private static final String OFFICE = "203.0.113.9";
    private static final String HOME = "198.51.100.7";
    private static final long SELLERS = 71;
    private static final long GUESTS = 72;

    @TempDir
    private Path home;

    private SignInBench bench;
    private StoredSignIn signIn;

    @BeforeEach
    void start() {
        bench = new SignInBench(home);
        signIn = bench.signIn();
    }

    private Caller signIn(String address) {
        return signIn.signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD.toCharArray(), address, "rest");
    }

    private void everybody(String list) {
        bench.settings.set(Caller.system(), SignIn.NETWORKS, list);
    }

    private void role(long id, String networks) {
        bench.execute(Sql.of(
                "insert into CORE_ROLE (ID, VERSION, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY, NAME, NETWORKS)"
                        + " values (?, 1, CURRENT_TIMESTAMP, 0, CURRENT_TIMESTAMP, 0, ?, ?)",
                id,
                "Role " + id,
                networks));
    }

    private void give(String roles) {
        bench.execute(Sql.of("update CORE_USER set ROLE_IDS = ? where ID = ?", roles, SignInBench.SELLER));
    }

    @Test
    void withoutAListEverybodyComesFromAnywhere() {
        assertEquals(HOME, signIn(HOME).entry().address());
        assertTrue(signIn.isAllowedFrom(SignInBench.SELLER, null));
    }

    @Test
    void theListOfEverybodyConcernsEverybody() {
        everybody("203.0.113.0/24\n2001:db8::/32");

        assertEquals(SignInBench.SELLER, signIn(OFFICE).userId());
        assertEquals(SignInBench.SELLER, signIn("2001:db8::7").userId());
        assertEquals(SignInBench.SELLER, signIn("::ffff:203.0.113.9").userId());
        assertThrows(NotSignedIn.class, () -> signIn(HOME));
        assertThrows(NotSignedIn.class, () -> signIn(null));
        assertEquals(SignInBench.SELLER, signIn("127.0.0.1").userId(), "the machine itself");
    }

    @Test
    void aRoleConcernsThoseWhoHaveItAndEachListCounts() {
        role(SELLERS, "203.0.113.0/24, 192.0.2.0/24");
        role(GUESTS, "192.0.2.0/24");
        assertEquals(SignInBench.SELLER, signIn(HOME).userId());

        give(Long.toString(SELLERS));
        bench.clock.advance(Duration.ofSeconds(5));
        assertEquals(SignInBench.SELLER, signIn(OFFICE).userId());
        assertThrows(NotSignedIn.class, () -> signIn(HOME));

        give(SELLERS + "," + GUESTS);
        bench.clock.advance(Duration.ofSeconds(5));
        assertThrows(NotSignedIn.class, () -> signIn(OFFICE));
        assertEquals(SignInBench.SELLER, signIn("192.0.2.1").userId());
    }

    @Test
    void fromElsewhereItLooksLikeAWrongPasswordAndCostsTheSame() {
        everybody("203.0.113.0/24");
        int before = bench.hashing.computations();
        NotSignedIn elsewhere = assertThrows(NotSignedIn.class, () -> signIn(HOME));
        int forElsewhere = bench.hashing.computations() - before;
        NotSignedIn wrong = assertThrows(
                NotSignedIn.class,
                () -> signIn.signIn(SignInBench.SELLER_NAME, "not it at all".toCharArray(), HOME, "rest"));

        assertEquals(wrong.getMessage(), elsewhere.getMessage());
        assertEquals(wrong.getClass(), elsewhere.getClass());
        assertEquals(1, forElsewhere);
        for (int i = 0; i < 3; i++) {
            assertThrows(NotSignedIn.class, () -> signIn(HOME));
        }
        assertThrows(TooManyTries.class, () -> signIn(OFFICE), "tries from elsewhere count");
    }

    @Test
    void theHistoryTellsWhyOfTheRightPasswordOnly() {
        everybody("203.0.113.0/24");
        assertThrows(NotSignedIn.class, () -> signIn(HOME));
        assertThrows(
                NotSignedIn.class,
                () -> signIn.signIn(SignInBench.SELLER_NAME, "not it at all".toCharArray(), HOME, "rest"));

        var told = new SignInTable(bench.database, bench.clock).list(SignInBench.SELLER, 0, 10);
        assertEquals(Outcome.REFUSED, told.get(0).outcome());
        assertEquals(Outcome.ADDRESS_REFUSED, told.get(1).outcome());
        assertEquals(HOME, told.get(1).address());
    }

    @Test
    void theSecondStepComesFromThereToo() {
        bench.kinds.contributed().add(Contribution.of(new CountedKind(false), Map.of(FactorKind.KIND, "counted")));
        StoredFactors factors = bench.factors(signIn);
        Caller seller = Callers.user(SignInBench.SELLER);
        factors.confirm(
                seller, factors.enrol(seller, "counted", "Phone").factor().id(), "right-0");
        everybody("203.0.113.0/24");
        bench.clock.advance(Duration.ofSeconds(5));
        SecondFactorRequired due = assertThrows(SecondFactorRequired.class, () -> signIn(OFFICE));

        assertThrows(NotSignedIn.class, () -> signIn.answer(due.challenge(), "counted", "right-1", HOME, "rest"));
        assertEquals(
                SignInBench.SELLER,
                signIn.answer(due.challenge(), "counted", "right-1", OFFICE, "rest")
                        .userId());
    }

    @Test
    void whoIsInGoesOnFromThereOnlyWithinFiveSeconds() {
        assertTrue(signIn.isAllowedFrom(SignInBench.SELLER, HOME));
        everybody("203.0.113.0/24");
        bench.clock.advance(Duration.ofSeconds(5));

        assertFalse(signIn.isAllowedFrom(SignInBench.SELLER, HOME));
        assertTrue(signIn.isAllowedFrom(SignInBench.SELLER, OFFICE));
    }

    @Test
    void nobodyLocksThemselvesOut() {
        Caller boss = Callers.user(SignInBench.ADMINISTRATOR).entered(new Entry(0, 0, HOME));
        InvalidRequest refused =
                assertThrows(InvalidRequest.class, () -> bench.settings.set(boss, SignIn.NETWORKS, "203.0.113.0/24"));
        assertTrue(refused.getMessage().contains(HOME));
        assertNull(bench.settings.get(SignIn.NETWORKS, null));
        assertThrows(InvalidRequest.class, () -> bench.settings.set(boss, SignIn.NETWORKS, "198.51.100.7/24"));

        bench.settings.set(boss, SignIn.NETWORKS, "203.0.113.0/24 198.51.100.0/24");
        assertTrue(signIn.isAllowedFrom(SignInBench.ADMINISTRATOR, HOME));
    }

    @Test
    void aListThatNobodyCanReadIsClosed() {
        role(SELLERS, "the office");
        give(Long.toString(SELLERS));

        assertThrows(NotSignedIn.class, () -> signIn(OFFICE));
        assertEquals(SignInBench.SELLER, signIn("::1").userId());
    }
}
