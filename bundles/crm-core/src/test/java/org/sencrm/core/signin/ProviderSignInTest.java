package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.SignIn;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.FactorKind;
import org.sencrm.api.signin.OutsideIdentity;
import org.sencrm.api.signin.OutsideProvider;
import org.sencrm.api.signin.OutsideSignIn.Answer;
import org.sencrm.api.signin.OutsideSignIn.Begun;
import org.sencrm.api.signin.OutsideSignIn.Offer;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.api.signin.SignInUnfinished;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.Callers;

/** People whom a provider outside vouches for. */
class ProviderSignInTest {

    private static final String ADDRESS = "203.0.113.9";
    private static final String PROVIDER = "oidc";

    @TempDir
    private Path home;

    private final GivenProvider provider = new GivenProvider();
    private final OutsideProviders providers = new OutsideProviders();
    private SignInBench bench;
    private StoredSignIn signIn;
    private StoredOutsideSignIn outside;

    @BeforeEach
    void start() {
        bench = new SignInBench(home);
        providers.contributed().add(Contribution.of(provider, Map.of(OutsideProvider.ID, PROVIDER)));
        signIn = bench.signIn();
        outside = new StoredOutsideSignIn(providers, signIn, bench.settings, bench.messages, bench.clock);
        set(Settings.ADDRESS, "https://crm.sen.example/");
        set(OutsideIdentity.LINK_BY_EMAIL, "true");
        bench.execute(Sql.of("update CORE_USER set EMAIL = 'binh@sen.example' where ID = ?", SignInBench.SELLER));
        bench.log.clear();
    }

    private void set(String key, String value) {
        bench.settings.set(Caller.system(), key, value);
    }

    private Begun begin() {
        return outside.begin(PROVIDER);
    }

    private Caller finish(Begun begun, String state, String code) {
        return outside.finish(begun, new Answer(state, code, null, null), ADDRESS, "ui");
    }

    private Caller unfinished(Begun begun, String code, String error) {
        return outside.finish(begun, new Answer(begun.state(), code, null, error), ADDRESS, "ui");
    }

    private Caller finish(Begun begun) {
        return finish(begun, begun.state(), GivenProvider.CODE);
    }

    private String refused(Begun begun, String state, String code) {
        return assertThrows(NotSignedIn.class, () -> finish(begun, state, code)).getMessage();
    }

    @Test
    void whoComesBackIsSignedIn() {
        Caller caller = finish(begin());

        assertEquals(SignInBench.SELLER, caller.userId());
        assertEquals(ADDRESS, caller.entry().address());
        assertEquals(
                List.of(
                        "signIn.outsideLinked user=7 address=203.0.113.9 channel=ui",
                        "signIn.succeeded user=7 address=203.0.113.9 channel=ui"),
                bench.log);
    }

    @Test
    void eachDepartureIsAnotherOneAndTellsNoVerifier() throws Exception {
        Begun first = begin();
        Begun second = begin();

        assertEquals("https://crm.sen.example/ui/outside/oidc", provider.departure.back());
        assertEquals(second.state(), provider.departure.state());
        assertEquals(second.nonce(), provider.departure.nonce());
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(second.verifier().getBytes(StandardCharsets.US_ASCII));
        assertEquals(Base64.getUrlEncoder().withoutPadding().encodeToString(hash), provider.departure.challenge());
        assertNotEquals(first.state(), second.state());
        assertNotEquals(first.nonce(), second.nonce());
        assertNotEquals(first.verifier(), second.verifier());
        assertFalse(second.toString().contains(second.state()));

        finish(second);
        assertEquals(second.verifier(), provider.arrival.verifier());
        assertEquals(second.nonce(), provider.arrival.nonce());
        assertFalse(provider.arrival.toString().contains(GivenProvider.CODE));
    }

    @Test
    void anAnswerThatIsNotRightIsNeverShownToTheProvider() {
        Begun begun = begin();
        refused(begun, "another", GivenProvider.CODE);
        refused(begun, null, GivenProvider.CODE);
        refused(begun, begin().state(), GivenProvider.CODE);
        refused(begun, begun.state(), null);
        refused(begun, begun.state(), "");
        refused(begun, begun.state(), "x".repeat(4_001));
        assertNull(provider.arrival);

        assertEquals(refused(begun, "another", "code-2"), refused(begun, begun.state(), "code-2"), "the same sentence");
    }

    @Test
    void whoIsAwayForTenMinutesBeginsAgain() {
        Begun begun = begin();
        bench.clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertEquals(SignInBench.SELLER, finish(begun).userId());

        Begun late = begin();
        bench.clock.advance(Duration.ofMinutes(10));
        refused(late, late.state(), GivenProvider.CODE);
    }

    @Test
    void nobodyNewGetsInUnlessTheSettingsAllowIt() {
        set(OutsideIdentity.LINK_BY_EMAIL, "false");
        Begun begun = begin();
        refused(begun, begun.state(), GivenProvider.CODE);

        set(OutsideIdentity.CREATE_USERS, "true");
        provider.person = GivenProvider.person("subject-2", "binh@sen.example", false);
        long made = finish(begin()).userId();
        assertNotEquals(SignInBench.SELLER, made);
        assertEquals(made, finish(begin()).userId());
    }

    @Test
    void whoIsSwitchedOffStaysOut() {
        finish(begin());
        bench.deactivate(SignInBench.SELLER);
        bench.log.clear();
        Begun begun = begin();
        refused(begun, begun.state(), GivenProvider.CODE);
        assertEquals(List.of("signIn.refused user=7 address=203.0.113.9 channel=ui"), bench.log);
    }

    @Test
    void networksHoldAndNobodyIsMadeFromElsewhere() {
        finish(begin());
        set(OutsideIdentity.CREATE_USERS, "true");
        set(SignIn.NETWORKS, "198.51.100.0/24");
        bench.clock.advance(Duration.ofSeconds(6));
        bench.log.clear();
        Begun begun = begin();
        refused(begun, begun.state(), GivenProvider.CODE);
        assertEquals(List.of("signIn.addressRefused user=7 address=203.0.113.9 channel=ui"), bench.log);

        provider.person = GivenProvider.person("subject-2", null, false);
        Begun other = begin();
        refused(other, other.state(), GivenProvider.CODE);
        assertNull(new UserDirectory(bench.database).find("binh.tran"));
    }

    @Test
    void theSecondFactorIsStillAskedFor() {
        bench.kinds.contributed().add(Contribution.of(new CountedKind(false), Map.of(FactorKind.KIND, "counted")));
        StoredFactors factors = bench.factors(signIn);
        Caller seller = Callers.user(SignInBench.SELLER);
        factors.confirm(
                seller, factors.enrol(seller, "counted", "Phone").factor().id(), "right-0");

        SecondFactorRequired due = assertThrows(SecondFactorRequired.class, () -> finish(begin()));

        assertEquals(List.of("counted"), due.factors());
        assertEquals(
                SignInBench.SELLER,
                signIn.answer(due.challenge(), "counted", "right-1", ADDRESS, "ui")
                        .userId());
    }

    @Test
    void guessesCountForTheAddressAndNotForAnybodysName() {
        for (int tries = 1; tries < 30; tries++) {
            Begun begun = begin();
            refused(begun, begun.state(), "code-" + (tries + 1));
        }
        assertEquals(SignInBench.SELLER, finish(begin()).userId(), "what is right is not counted");
        Begun last = begin();
        refused(last, last.state(), "another");
        assertTrue(bench.log.get(bench.log.size() - 1).startsWith("signIn.addressLocked"));
        assertThrows(TooManyTries.class, () -> finish(begin()));
        assertEquals(
                SignInBench.SELLER,
                signIn.signIn(
                                SignInBench.SELLER_NAME,
                                SignInBench.SELLER_PASSWORD.toCharArray(),
                                "198.51.100.1",
                                "rest")
                        .userId());
    }

    @Test
    void aLockedNameKeepsNobodyOutWhoComesThisWay() {
        for (int tries = 0; tries < 5; tries++) {
            assertThrows(
                    NotSignedIn.class,
                    () -> signIn.signIn(SignInBench.SELLER_NAME, "a guess".toCharArray(), "198.51.100.1", "rest"));
        }
        assertEquals(SignInBench.SELLER, finish(begin()).userId());
    }

    @Test
    void aProviderThatIsAwayIsToldAndCountsForNobody() {
        Begun begun = begin();
        provider.away = true;
        for (int tries = 0; tries < 40; tries++) {
            assertFalse(assertThrows(Unavailable.class, () -> finish(begun))
                    .getMessage()
                    .contains("login.sen.example"));
        }
        assertFalse(assertThrows(Unavailable.class, this::begin).getMessage().contains("login.sen.example"));
    }

    @Test
    void aProviderThatSaysThatItIsAwayCountsForNobody() {
        for (String error : List.of("server_error", "temporarily_unavailable")) {
            for (int tries = 0; tries < 40; tries++) {
                assertEquals(
                        bench.messages.text(Locale.forLanguageTag("vi"), "signIn.outsideAway"),
                        assertThrows(Unavailable.class, () -> unfinished(begin(), null, error))
                                .getMessage());
            }
        }
        assertEquals(List.of(), bench.log);
        assertEquals(SignInBench.SELLER, finish(begin()).userId());
    }

    @Test
    void whoGivesUpAtTheProviderCountsForNobody() {
        for (String error : new String[] {"access_denied", "login_required", "<b>", "", null}) {
            for (String code : new String[] {"", null}) {
                for (int tries = 0; tries < 10; tries++) {
                    assertEquals(
                            bench.messages.text(Locale.forLanguageTag("vi"), "signIn.outsideUnfinished"),
                            assertThrows(SignInUnfinished.class, () -> unfinished(begin(), code, error))
                                    .getMessage());
                }
            }
        }
        assertEquals(List.of(), bench.log);
        assertEquals(SignInBench.SELLER, finish(begin()).userId());
    }

    @Test
    void whoComesBackTooLateCountsForNobody() {
        Begun late = begin();
        bench.clock.advance(Duration.ofMinutes(10));
        for (int tries = 0; tries < 40; tries++) {
            assertThrows(SignInUnfinished.class, () -> finish(late));
        }
        assertNull(provider.arrival);
        assertEquals(List.of(), bench.log);
        assertEquals(SignInBench.SELLER, finish(begin()).userId());
    }

    @Test
    void anErrorOfAnotherStateCountsAsEver() {
        for (int tries = 0; tries < 30; tries++) {
            NotSignedIn refused = assertThrows(
                    NotSignedIn.class,
                    () -> outside.finish(begin(), new Answer("another", null, null, "server_error"), ADDRESS, "ui"));
            assertFalse(refused instanceof SignInUnfinished);
        }
        assertThrows(TooManyTries.class, () -> finish(begin()));
    }

    @Test
    void aNameAtTheProviderIsNoneOfTheDirectorys() {
        bench.sources.contributed().add(Contribution.of(new StaffDirectory(), Map.of()));
        UserDirectory users = new UserDirectory(bench.database);
        for (int times = 0; times < 2; times++) {
            finish(begin());
            assertNull(users.find(SignInBench.SELLER).outsideName());
            assertEquals("binh.tran", users.nameBehind("binh.tran"), "somebody else's tries are somebody else's");
        }
        assertTrue(users.find(SignInBench.SELLER).linked());
    }

    @Test
    void whoComesFromAProviderOnlyIsKeptThere() {
        set(OutsideIdentity.CREATE_USERS, "true");
        provider.person = GivenProvider.person("subject-2", null, false);
        long made = finish(begin()).userId();
        assertTrue(new UserDirectory(bench.database).find(made).isKeptOutside());
    }

    @Test
    void anAddressWithLettersThatBecomeOthersLinksNobody() {
        bench.execute(Sql.of("update CORE_USER set EMAIL = 'kien@sen.example' where ID = ?", SignInBench.SELLER));
        provider.person = GivenProvider.person("subject-2", "\u212Aien@sen.example", true);
        Begun begun = begin();
        refused(begun, begun.state(), GivenProvider.CODE);

        bench.execute(
                Sql.of("update CORE_USER set EMAIL = ? where ID = ?", "\u212Aien@sen.example", SignInBench.SELLER));
        provider.person = GivenProvider.person("subject-3", "kien@sen.example", true);
        Begun other = begin();
        refused(other, other.state(), GivenProvider.CODE);

        bench.execute(Sql.of("update CORE_USER set EMAIL = 'Kien@sen.example' where ID = ?", SignInBench.SELLER));
        assertEquals(SignInBench.SELLER, finish(begin()).userId());
    }

    @Test
    void itIsOfferedOnceItIsSetUpAndTheProductKnowsItsAddress() {
        assertEquals(List.of(new Offer(PROVIDER, "Sen account")), outside.offered());
        assertThrows(NotFound.class, () -> outside.begin("another"));

        set(Settings.ADDRESS, null);
        assertEquals(List.of(), outside.offered());
        assertThrows(NotFound.class, this::begin);

        set(Settings.ADDRESS, "https://crm.sen.example");
        provider.setUp = false;
        assertEquals(List.of(), outside.offered());
    }

    @Test
    void aModuleThatLeftLetsNobodyIn() {
        Begun begun = begin();
        providers.contributed().remove(provider);
        refused(begun, begun.state(), GivenProvider.CODE);
    }
}
