package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Entry;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.FactorKind;
import org.sencrm.api.signin.FactorListener;
import org.sencrm.api.signin.Factors;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.Callers;

/** Second factors of one's own, of others, and who has to have one. */
class StoredFactorsTest {

    private static final Caller SELLER = Callers.user(SignInBench.SELLER);
    private static final Caller ADMINISTRATOR = inPerson(SignInBench.ADMINISTRATOR);
    private static final String KIND = "counted";
    private static final String BACKUP = "backup";
    private static final long MANAGERS = 71;

    @TempDir
    private Path home;

    private final List<String> told = new ArrayList<>();
    private SignInBench bench;
    private StoredSignIn signIn;
    private StoredFactors factors;

    @BeforeEach
    void start() {
        bench = new SignInBench(home);
        add(KIND, false);
        add(BACKUP, true);
        bench.kinds.listeners().add(Contribution.of(new Told(), Map.of()));
        signIn = bench.signIn();
        factors = bench.factors(signIn);
    }

    private void add(String word, boolean backup) {
        bench.kinds.contributed().add(Contribution.of(new CountedKind(backup), Map.of(FactorKind.KIND, word)));
    }

    private Factor confirmed() {
        Factor factor = factors.enrol(SELLER, KIND, "Phone").factor();
        factors.confirm(SELLER, factor.id(), "right-0");
        return factor;
    }

    private Caller signIn() {
        return signIn.signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD.toCharArray(), "203.0.113.9", "rest");
    }

    private static char[] password() {
        return SignInBench.SELLER_PASSWORD.toCharArray();
    }

    @Test
    void whatIsNotConfirmedIsNotAskedFor() {
        Factors.Begun begun = factors.enrol(SELLER, KIND, null);

        assertFalse(begun.factor().active());
        assertEquals(SignInBench.SELLER, signIn().userId());
        assertThrows(
                InvalidRecord.class,
                () -> factors.confirm(SELLER, begun.factor().id(), "wrong"));
        assertEquals(SignInBench.SELLER, signIn().userId());
    }

    @Test
    void aConfirmedOneIsAskedForAndComesWithRecoveryCodes() {
        Factor factor = factors.enrol(SELLER, KIND, " Phone ").factor();
        List<String> codes = factors.confirm(SELLER, factor.id(), "right-0");

        assertEquals("Phone", factor.label());
        assertEquals(List.of("right-0", "right-1"), codes);
        SecondFactorRequired due = assertThrows(SecondFactorRequired.class, this::signIn);
        assertEquals(List.of(KIND, BACKUP), due.factors());
        assertEquals(
                SignInBench.SELLER,
                signIn.answer(due.challenge(), BACKUP, codes.get(0), "203.0.113.9", "rest")
                        .userId());
        assertEquals(List.of("CONFIRMED " + factor.id(), "USED backup"), told);
    }

    @Test
    void onlyAdministratorsAndTheProductSeeThoseOfEverybody() {
        Factor factor = confirmed();
        factors.enrol(SELLER, KIND, "Tablet");

        List<Factor> all = factors.all(Caller.system(), KIND);
        assertEquals(List.of(factor.id()), all.stream().map(Factor::id).toList(), "those that are confirmed");
        assertEquals(
                1, factors.all(Callers.user(SignInBench.ADMINISTRATOR), KIND).size());
        assertThrows(Forbidden.class, () -> factors.all(SELLER, KIND));
    }

    @Test
    void theAnswerThatConfirmedIsSpent() {
        confirmed();
        SecondFactorRequired due = assertThrows(SecondFactorRequired.class, this::signIn);

        assertThrows(NotSignedIn.class, () -> signIn.answer(due.challenge(), KIND, "right-0", null, "rest"));
    }

    @Test
    void confirmingEndsTheSessionsAndIsWrittenDown() {
        long before = signIn.epoch(SignInBench.SELLER);
        bench.clock.advance(Duration.ofSeconds(6));
        Factor factor = confirmed();

        bench.clock.advance(Duration.ofSeconds(6));
        assertNotEquals(before, signIn.epoch(SignInBench.SELLER));
        assertEquals(
                "factor.confirmed user=7 factor=" + factor.id() + " kind=counted by=7 channel=rest",
                bench.log.get(bench.log.size() - 1));
    }

    @Test
    void nobodyGuessesAConfirmationAndItWaitsAnHour() {
        long guessed = factors.enrol(SELLER, KIND, null).factor().id();
        for (int i = 0; i < 10; i++) {
            assertThrows(InvalidRecord.class, () -> factors.confirm(SELLER, guessed, "wrong"));
        }
        assertThrows(NotNow.class, () -> factors.confirm(SELLER, guessed, "right-0"));

        long late = factors.enrol(SELLER, KIND, null).factor().id();
        bench.clock.advance(Duration.ofMinutes(61));
        assertThrows(NotNow.class, () -> factors.confirm(SELLER, late, "right-0"));
    }

    @Test
    void nobodyReachesTheFactorsOfOthers() {
        Factor factor = confirmed();
        bench.addUser(8, "binh.tran");
        Caller other = Callers.user(8);

        assertThrows(NotFound.class, () -> factors.confirm(other, factor.id(), "right-1"));
        assertThrows(NotFound.class, () -> factors.remove(other, factor.id(), null, "right-1"));
        assertThrows(Forbidden.class, () -> factors.revoke(other, factor.id()));
        assertThrows(Forbidden.class, () -> factors.reset(other, SignInBench.SELLER));
        assertEquals(List.of(), factors.own(other));
    }

    @Test
    void takingOneAwayNeedsThePasswordOrACode() {
        Factor factor = confirmed();

        assertThrows(Forbidden.class, () -> factors.remove(SELLER, factor.id(), null, null));
        assertThrows(NotSignedIn.class, () -> factors.remove(SELLER, factor.id(), "not it at all".toCharArray(), null));
        assertThrows(NotSignedIn.class, () -> factors.remove(SELLER, factor.id(), null, "wrong"));
        assertEquals(2, factors.own(SELLER).size());

        factors.remove(SELLER, factor.id(), null, "right-1");
        assertEquals(List.of(), factors.own(SELLER), "the recovery codes go with the last key");
        assertEquals(SignInBench.SELLER, signIn().userId());
        assertTrue(told.contains("REMOVED " + factor.id()));
    }

    @Test
    void theRecoveryCodesGoWithTheLastOneAlsoWhileTheModuleIsAway() {
        Factor factor = confirmed();
        bench.kinds.contributed().all().forEach(bench.kinds.contributed()::remove);
        factors.remove(SELLER, factor.id(), password(), null);

        assertEquals(List.of(), factors.own(SELLER));
    }

    @Test
    void theLastOneStaysWhereOneIsRequired() {
        Factor factor = confirmed();
        bench.settings.set(ADMINISTRATOR, Factors.EVERYBODY_FROM, today().toString());

        assertThrows(NotNow.class, () -> factors.remove(SELLER, factor.id(), password(), null));
        assertEquals(2, factors.own(SELLER).size());
    }

    /** S0-56: a revoked key no longer logs in. */
    @Test
    void whatIsRevokedLetsNobodyInAndEndsWhatItOpened() {
        Factor factor = confirmed();
        SecondFactorRequired due = assertThrows(SecondFactorRequired.class, this::signIn);
        String token = signIn.issueToken(SELLER, "phone", 30).secret();
        factors.revoke(ADMINISTRATOR, factor.id());

        assertNull(signIn.byToken(token, "rest"));
        assertThrows(NotSignedIn.class, () -> signIn.answer(due.challenge(), KIND, "right-1", null, "rest"));
        assertEquals(List.of(), factors.own(SELLER));
        assertTrue(bench.log.stream()
                .anyMatch(
                        line -> line.startsWith("factor.revoked user=7 factor=" + factor.id() + " kind=counted by=1")));
    }

    /** S0-57: managers are asked, staff are not. */
    @Test
    void whoseLastOneIsGoneIsToldByMail() {
        bench.address(SignInBench.SELLER, "an@sen.example");
        Factor first = confirmed();
        Factor second = factors.enrol(SELLER, KIND, "Tablet").factor();
        factors.confirm(SELLER, second.id(), "right-0");

        factors.revoke(ADMINISTRATOR, first.id());
        assertEquals(List.of(), bench.mails.sent, "one is left");
        factors.revoke(ADMINISTRATOR, second.id());
        assertEquals(1, bench.mails.sent.size());
        assertEquals(List.of("an@sen.example"), bench.mails.sent.get(0).to());
        assertTrue(bench.mails.sent.get(0).text().contains(SignInBench.SELLER_NAME));

        factors.reset(ADMINISTRATOR, SignInBench.SELLER);
        assertEquals(1, bench.mails.sent.size(), "there was none any more");
    }

    @Test
    void aResetIsOneMailHoweverManyItTakes() {
        bench.address(SignInBench.SELLER, "an@sen.example");
        confirmed();
        Factor second = factors.enrol(SELLER, KIND, "Tablet").factor();
        factors.confirm(SELLER, second.id(), "right-0");

        factors.reset(ADMINISTRATOR, SignInBench.SELLER);

        assertEquals(1, bench.mails.sent.size());
    }

    @Test
    void whatWasNeverConfirmedIsNoLoss() {
        bench.address(SignInBench.SELLER, "an@sen.example");
        Factor begun = factors.enrol(SELLER, KIND, "Phone").factor();

        factors.revoke(ADMINISTRATOR, begun.id());

        assertEquals(List.of(), bench.mails.sent);
    }

    @Test
    void aRoleMayRequireOneAndOtherRolesDoNot() {
        role(MANAGERS, today());
        bench.addUser(8, "binh.tran");
        new Passwords(bench.database, bench.hashing, bench.clock).store(8, password());
        give(SignInBench.SELLER, MANAGERS);

        assertEquals(SignInBench.SELLER, signIn().userId(), "the days begin with the first sign-in");
        assertTrue(told.contains("NEEDED 7"));
        assertTrue(factors.dueBy(SELLER).isPresent());
        bench.clock.advance(Duration.ofDays(Factors.USUAL_GRACE_DAYS));
        SecondFactorRequired over = assertThrows(SecondFactorRequired.class, this::signIn);
        assertNull(over.challenge());
        assertEquals(8, signIn.signIn("binh.tran", password(), null, "rest").userId());
        assertTrue(factors.dueBy(Callers.user(8)).isEmpty());
    }

    /** S0-57: a reset by an administrator lets somebody who lost it enrol again. */
    @Test
    void anAdministratorGivesNewTimeToOthersOnly() {
        role(MANAGERS, today());
        give(SignInBench.SELLER, MANAGERS);
        Factor lost = confirmed();
        factors.reset(ADMINISTRATOR, SignInBench.SELLER);

        assertTrue(told.contains("REMOVED " + lost.id()));
        assertEquals(SignInBench.SELLER, signIn().userId());
        confirmed();
        assertThrows(SecondFactorRequired.class, this::signIn);
        assertThrows(Forbidden.class, () -> factors.reset(ADMINISTRATOR, SignInBench.ADMINISTRATOR));
    }

    @Test
    void whereThereAreTwoAdministratorsBothHaveToAgree() {
        Factor lost = confirmed();
        Caller second = administrators();

        factors.reset(ADMINISTRATOR, SignInBench.SELLER);
        factors.reset(ADMINISTRATOR, SignInBench.SELLER);
        assertTrue(factors.isResetAsked(second, SignInBench.SELLER));
        assertTrue(factors.own(SELLER).stream().anyMatch(factor -> factor.id() == lost.id()));
        assertTrue(told.contains("RESET ASKED 7 [1, 9] by 1"), told.toString());

        factors.reset(second, SignInBench.SELLER);
        assertFalse(factors.isResetAsked(second, SignInBench.SELLER));
        assertEquals(List.of(), factors.own(SELLER));
        assertEquals(SignInBench.SELLER, signIn().userId());
        assertTrue(bench.log.stream().anyMatch(line -> line.startsWith("factor.resetAsked user=7 by=1")));
        assertTrue(bench.log.stream().anyMatch(line -> line.startsWith("factor.allReset user=7 by=9")));
    }

    @Test
    void whatWasAskedForYesterdayIsAskedForAgain() {
        confirmed();
        Caller second = administrators();
        factors.reset(ADMINISTRATOR, SignInBench.SELLER);
        bench.clock.advance(Duration.ofDays(1));

        assertFalse(factors.isResetAsked(second, SignInBench.SELLER));
        factors.reset(second, SignInBench.SELLER);
        assertThrows(SecondFactorRequired.class, this::signIn);
    }

    @Test
    void whoWasAnAdministratorWhenAskingAndIsNotAnyMoreCountsForNothing() {
        confirmed();
        Caller second = administrators();
        factors.reset(ADMINISTRATOR, SignInBench.SELLER);
        bench.deactivate(SignInBench.ADMINISTRATOR);
        administrator(10, "third");

        factors.reset(second, SignInBench.SELLER);
        assertThrows(SecondFactorRequired.class, this::signIn);
    }

    @Test
    void revokingTheLastOneOpensNothingBeforeTheSecondAgrees() {
        Factor lost = confirmed();
        Caller second = administrators();
        factors.revoke(ADMINISTRATOR, lost.id());

        assertEquals(List.of(), factors.own(SELLER));
        SecondFactorRequired held = assertThrows(SecondFactorRequired.class, this::signIn);
        assertNull(held.challenge());
        bench.clock.advance(Duration.ofDays(2));
        assertThrows(SecondFactorRequired.class, this::signIn, "what is asked for ends, what it holds closed does not");

        factors.reset(ADMINISTRATOR, SignInBench.SELLER);
        factors.reset(second, SignInBench.SELLER);
        assertEquals(SignInBench.SELLER, signIn().userId());
    }

    @Test
    void anAutomationInTheNameOfAnotherAdministratorHasNoVoice() {
        Factor lost = confirmed();
        Caller second = administrators();
        Caller automation = Callers.user(second.userId()).through("automation");
        factors.revoke(automation, lost.id());

        assertTrue(told.contains("RESET ASKED 7 [1, 9] by 0"), told.toString());
        factors.reset(ADMINISTRATOR, SignInBench.SELLER);
        factors.reset(automation, SignInBench.SELLER);
        assertThrows(SecondFactorRequired.class, this::signIn);
    }

    @Test
    void askingForSomebodyWithoutAFactorShutsNobodyOut() {
        administrators();
        factors.reset(ADMINISTRATOR, SignInBench.SELLER);

        assertEquals(SignInBench.SELLER, signIn().userId());
    }

    @Test
    void oneIsEnoughWhereThatWasDecidedAndOnTheMachineItself() throws Exception {
        Factor lost = confirmed();
        administrators();
        factors.revoke(ADMINISTRATOR, lost.id());
        long soon = bench.clock.instant().plusSeconds(60).getEpochSecond();
        Files.writeString(home.resolve("recover-user"), SignInBench.SELLER_NAME + "\n" + soon);
        assertEquals(SignInBench.SELLER, signIn().userId());

        confirmed();
        bench.settings.set(ADMINISTRATOR, Factors.RECOVERY_BY_TWO, "false");
        factors.reset(ADMINISTRATOR, SignInBench.SELLER);
        assertEquals(SignInBench.SELLER, signIn().userId());
    }

    @Test
    void whoTakesTheirOwnAwayIsNotHeldByWhatSomebodyAskedForBefore() {
        Factor mine = confirmed();
        administrators();
        factors.reset(ADMINISTRATOR, SignInBench.SELLER);
        factors.remove(SELLER, mine.id(), password(), null);

        assertEquals(SignInBench.SELLER, signIn().userId());
    }

    /** From now on there are two. */
    private Caller administrators() {
        administrator(SignInBench.ADMINISTRATOR, null);
        return administrator(9, "second");
    }

    /** @param name null for somebody who is there */
    private Caller administrator(long id, String name) {
        if (name != null) {
            bench.addUser(id, name);
        }
        String role =
                bench.text(Sql.of("select cast(min(ID) as char(20)) from CORE_ROLE where ADMINISTRATOR = ?", true));
        give(id, Long.parseLong(role.strip()));
        bench.access.administrators(id);
        return inPerson(id);
    }

    /** Somebody with an API token. */
    private static Caller inPerson(long user) {
        return Callers.user(user).entered(new Entry(0, 0, "203.0.113.9"));
    }

    @Test
    void everybodyNeedsOneFromTheDayOn() {
        bench.settings.set(
                ADMINISTRATOR, Factors.EVERYBODY_FROM, today().plusDays(2).toString());
        bench.settings.set(ADMINISTRATOR, Factors.GRACE_DAYS, "1");
        signIn();
        assertTrue(factors.dueBy(SELLER).isEmpty());

        bench.clock.advance(Duration.ofDays(2));
        signIn();
        bench.clock.advance(Duration.ofDays(1));
        assertThrows(SecondFactorRequired.class, this::signIn);
    }

    @Test
    void aDayThatNobodyCanReadCountsAsReached() {
        bench.settings.set(ADMINISTRATOR, Factors.EVERYBODY_FROM, "next week");
        signIn();

        assertTrue(factors.dueBy(SELLER).isPresent());
    }

    @Test
    void ofSomebodyGoneForGoodNothingStays() {
        confirmed();
        signIn.forget(SignInBench.SELLER);

        assertEquals(
                "0",
                bench.text(Sql.of("select cast(count(*) as char(5)) from CORE_FACTOR"))
                        .strip());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(bench.clock.instant(), java.time.ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private void role(long id, LocalDate from) {
        bench.execute(Sql.of(
                "insert into CORE_ROLE (ID, VERSION, CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY, NAME,"
                        + " SECOND_FACTOR_FROM) values (?, 1, CURRENT_TIMESTAMP, 0, CURRENT_TIMESTAMP, 0, ?, ?)",
                id,
                "Manager",
                from));
    }

    private void give(long user, long role) {
        bench.execute(Sql.of("update CORE_USER set ROLE_IDS = ? where ID = ?", "," + role + ",", user));
    }

    private final class Told implements FactorListener {

        @Override
        public void resetAsked(long user, Set<Long> administrators, Caller by) {
            told.add("RESET ASKED " + user + " " + new TreeSet<>(administrators) + " by " + by.userId());
        }

        @Override
        public void changed(Event event, Factor factor, Caller by) {
            told.add(event + " " + (factor.kind().equals(BACKUP) ? BACKUP : factor.id()));
        }

        @Override
        public void needed(long user, java.time.Instant until) {
            told.add("NEEDED " + user);
        }
    }
}
