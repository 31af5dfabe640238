package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.signin.Factors;
import org.sencrm.api.signin.SecondFactorRequired;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.Callers;

class FirstStartTest {

    @TempDir
    private Path home;

    private SignInBench bench;

    @BeforeEach
    void newInstallation() {
        bench = new SignInBench(home);
        bench.execute(Sql.of("delete from CORE_CREDENTIAL"));
    }

    @Test
    void theFirstPasswordIsRandomAndInAFileOfTheOwnerOnly() throws IOException {
        StoredSignIn signIn = start(null);

        String password = Files.readString(file("one-time-password")).strip();
        assertEquals(16, password.length());
        assertEquals("rw-------", permissions("one-time-password"));
        assertEquals(SignInBench.ADMINISTRATOR, enter(signIn, password));
    }

    @Test
    void theRandomPasswordIsKeptUntilSomebodyCameInWithItAndIsThenToBeChanged() throws IOException {
        start(null);
        String password = Files.readString(file("one-time-password")).strip();

        StoredSignIn signIn = start(null);
        assertThrows(NotSignedIn.class, () -> enter(signIn, "gió mùa đông bắc"));
        assertTrue(Files.exists(file("one-time-password")));
        assertFalse(signIn.isPasswordOneTime(Callers.user(1)));

        enter(signIn, password);
        assertFalse(Files.exists(file("one-time-password")));
        assertTrue(start(null).isPasswordOneTime(Callers.user(1)));
        assertFalse(signIn.isPasswordOneTime(Callers.user(SignInBench.SELLER)));

        signIn.setPassword(
                Callers.user(1), SignInBench.ADMINISTRATOR, password.toCharArray(), "gió mùa đông bắc".toCharArray());
        assertFalse(signIn.isPasswordOneTime(Callers.user(1)));
    }

    @Test
    void theFirstPasswordCanBeGivenByTheEnvironment() {
        StoredSignIn signIn = start("cà phê sữa đá 2026");

        assertFalse(Files.exists(file("one-time-password")));
        assertEquals(SignInBench.ADMINISTRATOR, enter(signIn, "cà phê sữa đá 2026"));
        assertFalse(signIn.isPasswordOneTime(Callers.user(1)));
    }

    @Test
    void theFirstPasswordCanBeGivenByTheFile() throws IOException {
        Files.writeString(file("first-password"), "gió mùa đông bắc\n");

        StoredSignIn signIn = start("cà phê sữa đá 2026");

        assertFalse(Files.exists(file("first-password")));
        assertFalse(Files.exists(file("one-time-password")));
        assertEquals(SignInBench.ADMINISTRATOR, enter(signIn, "gió mùa đông bắc"));
        assertFalse(signIn.isPasswordOneTime(Callers.user(1)));
    }

    @Test
    void aPasswordThatAnOlderReleaseLeftBehindGoesAtTheNextStart() throws IOException {
        start("cà phê sữa đá 2026");
        Files.writeString(file("first-password"), "cà phê sữa đá 2026");

        start(null);

        assertFalse(Files.exists(file("first-password")));
    }

    @Test
    void aLaterStartSetsNoPassword() {
        start("cà phê sữa đá 2026");

        StoredSignIn signIn = start("something else entirely");

        assertThrows(NotSignedIn.class, () -> enter(signIn, "something else entirely"));
        assertEquals(SignInBench.ADMINISTRATOR, enter(signIn, "cà phê sữa đá 2026"));
    }

    @Test
    void aNewPasswordTakesTheFileAway() {
        StoredSignIn signIn = start(null);

        signIn.setPassword(Callers.user(1), SignInBench.ADMINISTRATOR, null, "gió mùa đông bắc".toCharArray());

        assertFalse(Files.exists(file("one-time-password")));
        assertEquals(SignInBench.ADMINISTRATOR, enter(signIn, "gió mùa đông bắc"));
    }

    @Test
    void theLauncherFindsATokenOfTheAdministrator() throws IOException {
        StoredSignIn signIn = start(null);

        assertEquals("rw-------", permissions("token"));
        assertEquals(SignInBench.ADMINISTRATOR, signIn.byToken(token(), "rest").userId());
        assertEquals("local", signIn.tokens(Callers.user(1)).get(0).label());
    }

    @Test
    void aLauncherTokenThatWorksStays() throws IOException {
        start(null);
        String first = token();

        start(null);

        assertEquals(first, token());
    }

    @Test
    void theLauncherTokenLivesForThreeMonthsAndIsRenewedByAStart() throws IOException {
        StoredSignIn signIn = start(null);
        String first = token();
        bench.clock.advance(Duration.ofDays(40));

        StoredSignIn later = start(null);

        assertNotEquals(first, token());
        assertNull(later.byToken(first, "rest"));
        assertEquals(1, signIn.tokens(Callers.user(1)).size());
        bench.clock.advance(Duration.ofDays(91));
        assertNull(later.byToken(token(), "rest"));
    }

    @Test
    void theLauncherTokenIsTheLocalWayAlsoWhereASecondFactorIsDue() throws IOException {
        start(null);
        bench.settings.set(Callers.user(1), Factors.EVERYBODY_FROM, "2020-01-01");
        bench.settings.set(Callers.user(1), Factors.GRACE_DAYS, "1");
        StoredSignIn signIn = start(null);
        String weak = signIn.issueToken(Callers.user(1), "weak", 30).secret();
        signIn.byToken(weak, "rest");
        bench.clock.advance(Duration.ofDays(2));

        assertThrows(SecondFactorRequired.class, () -> signIn.byToken(weak, "rest"));
        assertEquals(SignInBench.ADMINISTRATOR, signIn.byToken(token(), "rest").userId());
    }

    @Test
    void aLauncherTokenOfAnOlderReleaseIsMadeAnew() throws IOException {
        start(null);
        String old = token();
        bench.execute(Sql.of("update CORE_TOKEN set SECOND_FACTOR = ? where USER_ID = 1", false));

        StoredSignIn signIn = start(null);

        assertNotEquals(old, token());
        assertNull(signIn.byToken(old, "rest"));
        assertTrue(signIn.tokens(Callers.user(1)).get(0).secondFactor());
    }

    @Test
    void aLauncherTokenThatIsMissingComesBack() throws IOException {
        start(null);
        Files.delete(file("token"));

        StoredSignIn signIn = start(null);

        assertEquals(SignInBench.ADMINISTRATOR, signIn.byToken(token(), "rest").userId());
    }

    @Test
    void theLauncherKeepsWorkingWhenTheAdministratorTakesAnotherPassword() throws IOException {
        StoredSignIn signIn = start(null);
        String before = token();

        signIn.setPassword(Callers.user(1), SignInBench.ADMINISTRATOR, null, "gió mùa đông bắc".toCharArray());

        assertNotEquals(before, token());
        assertNull(signIn.byToken(before, "rest"));
        assertTrue(signIn.byToken(token(), "rest").userId() == SignInBench.ADMINISTRATOR);
    }

    private StoredSignIn start(String given) {
        StoredSignIn signIn = bench.signIn();
        signIn.firstStart().run(given);
        return signIn;
    }

    private static long enter(StoredSignIn signIn, String password) {
        return signIn.signIn("admin", password.toCharArray(), "", "ui").userId();
    }

    private Path file(String name) {
        return home.resolve(name);
    }

    private String token() throws IOException {
        return Files.readString(file("token")).strip();
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name)));
    }
}
