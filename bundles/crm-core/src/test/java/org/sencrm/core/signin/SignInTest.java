package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.core.store.Sql;

class SignInTest {

    private static final String ADDRESS = "203.0.113.9";

    @TempDir
    private Path home;

    private SignInBench bench;
    private StoredSignIn signIn;

    @BeforeEach
    void start() {
        bench = new SignInBench(home);
        signIn = bench.signIn();
    }

    @Test
    void theRightPasswordSignsIn() {
        Caller caller = signIn(" An.Nguyen ", SignInBench.SELLER_PASSWORD);

        assertEquals(SignInBench.SELLER, caller.userId());
        assertEquals("ui", caller.through());
        assertEquals(Locale.forLanguageTag("vi"), caller.locale());
        assertEquals(ZoneId.of("Asia/Ho_Chi_Minh"), caller.zone());
    }

    @Test
    void accentsMayBeTypedInEitherForm() {
        String decomposed = java.text.Normalizer.normalize(SignInBench.SELLER_PASSWORD, java.text.Normalizer.Form.NFD);

        assertEquals(
                SignInBench.SELLER, signIn(SignInBench.SELLER_NAME, decomposed).userId());
    }

    @Test
    void aUserSpeaksTheLanguageItChose() {
        Caller first = signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD);
        bench.settings.setOwn(first, "ui.language", "en");

        assertEquals(
                Locale.ENGLISH,
                signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD).locale());
    }

    @Test
    void thePasswordIsOverwritten() {
        char[] password = SignInBench.SELLER_PASSWORD.toCharArray();

        signIn.signIn(SignInBench.SELLER_NAME, password, ADDRESS, "ui");

        assertArrayEquals(" ".repeat(password.length).toCharArray(), password);
    }

    @Test
    void anUnknownNameGivesTheSameAnswerAfterTheSameWork() {
        bench.addUser(8, "khong.mat.khau");
        bench.addUser(9, "da.nghi");
        bench.execute(Sql.of("insert into CORE_CREDENTIAL select 9, PASSWORD_HASH, CHANGED_AT from CORE_CREDENTIAL"));
        bench.deactivate(9);

        String wrong = refusal(SignInBench.SELLER_NAME, "not the password");
        int work = workOf(() -> refusal(SignInBench.SELLER_NAME, "not the password"));

        assertEquals(1, work);
        assertEquals(work, workOf(() -> assertEquals(wrong, refusal("nobody", "not the password"))));
        assertEquals(work, workOf(() -> assertEquals(wrong, refusal("khong.mat.khau", "not the password"))));
        assertEquals(work, workOf(() -> assertEquals(wrong, refusal("da.nghi", SignInBench.SELLER_PASSWORD))));
        assertEquals(work, workOf(() -> signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD)));
    }

    @Test
    void aUserInTheTrashCannotSignIn() {
        bench.execute(Sql.of("update CORE_USER set DELETED_AT = CURRENT_TIMESTAMP where ID = ?", SignInBench.SELLER));

        refusal(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD);
        assertFalse(bench.signIn().isActive(SignInBench.SELLER));
    }

    @Test
    void wrongTriesLockTheNameForAGrowingWhile() {
        fail(SignInBench.SELLER_NAME, 5);
        long first = locked(SignInBench.SELLER_NAME);
        bench.clock.advance(Duration.ofSeconds(first));
        fail(SignInBench.SELLER_NAME, 1);

        assertTrue(locked(SignInBench.SELLER_NAME) > first);
        assertEquals(16, first);
    }

    @Test
    void aLockedNameIsLockedForTheRightPasswordTooAndAfterARestart() {
        fail(SignInBench.SELLER_NAME, 5);

        signIn = bench.signIn();

        locked(SignInBench.SELLER_NAME);
        bench.clock.advance(Duration.ofMinutes(1));
        assertEquals(
                SignInBench.SELLER,
                signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD).userId());
    }

    @Test
    void whoComesIntoACrowdIsAskedToComeBackAndHasNotTried() {
        int before = bench.hashing.computations();
        bench.hashing.crowded = true;
        for (int i = 0; i < 20; i++) {
            TooManyTries away = assertThrows(TooManyTries.class, () -> signIn(SignInBench.SELLER_NAME, "wrong"));
            assertEquals(5, away.retryAfterSeconds());
        }
        assertEquals(before, bench.hashing.computations());

        bench.hashing.crowded = false;
        assertEquals(
                SignInBench.SELLER,
                signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD).userId());
    }

    @Test
    void anUnknownNameIsLockedLikeAKnownOne() {
        fail("nobody", 5);

        assertEquals(16, locked("nobody"));
    }

    @Test
    void successForgivesTheName() {
        fail(SignInBench.SELLER_NAME, 4);
        signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD);

        fail(SignInBench.SELLER_NAME, 4);
        assertEquals(
                SignInBench.SELLER,
                signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD).userId());
    }

    @Test
    void successForgivesNothingThatWasGuessedWithTheNameOfSomebodyAlike() {
        bench.addUser(8, "ân.nguyên");
        new Passwords(bench.database, bench.hashing, bench.clock).store(8, "một mật khẩu khác hẳn".toCharArray());
        fail(SignInBench.SELLER_NAME, 4);

        assertEquals(8, signIn("ân.nguyên", "một mật khẩu khác hẳn").userId());
        fail(SignInBench.SELLER_NAME, 1);

        locked(SignInBench.SELLER_NAME);
    }

    @Test
    void anAddressThatTriesManyNamesIsLocked() {
        for (int i = 0; i < 30; i++) {
            fail("name" + i, 1);
        }

        locked(SignInBench.SELLER_NAME);
        assertEquals(
                SignInBench.SELLER,
                signIn.signIn(
                                SignInBench.SELLER_NAME,
                                SignInBench.SELLER_PASSWORD.toCharArray(),
                                "198.51.100.7",
                                "rest")
                        .userId());
    }

    @Test
    void whoHasAWholeNetworkOfIpv6CountsAsOne() {
        for (int i = 0; i < 30; i++) {
            String name = "name" + i;
            String from = "2001:db8:0:1::" + Integer.toHexString(i);
            assertThrows(NotSignedIn.class, () -> signIn.signIn(name, "wrong".toCharArray(), from, "rest"));
        }

        char[] right = SignInBench.SELLER_PASSWORD.toCharArray();
        assertThrows(
                TooManyTries.class,
                () -> signIn.signIn(SignInBench.SELLER_NAME, right.clone(), "2001:db8:0:1:ffff::1", "rest"));
        assertEquals(
                SignInBench.SELLER,
                signIn.signIn(SignInBench.SELLER_NAME, right, "2001:db8:0:2::1", "rest")
                        .userId());
    }

    @Test
    void successDoesNotForgiveTheAddress() {
        for (int i = 0; i < 29; i++) {
            fail("name" + i, 1);
        }
        signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD);
        fail("one.more", 1);

        locked("another");
    }

    @Test
    void namesAndAddressesOfTriesAreNotKeptReadable() {
        fail("mật khẩu gõ nhầm chỗ", 1);

        String kept = bench.text(Sql.of("select SUBJECT from CORE_SIGN_IN_TRY where SUBJECT like 'name:%'"));
        assertTrue(kept.matches("name:[0-9a-f]{64}"), kept);
    }

    private Caller signIn(String name, String password) {
        return signIn.signIn(name, password.toCharArray(), ADDRESS, "ui");
    }

    private String refusal(String name, String password) {
        return assertThrows(NotSignedIn.class, () -> signIn(name, password)).getMessage();
    }

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            refusal(name, "not the password");
        }
    }

    private long locked(String name) {
        return assertThrows(TooManyTries.class, () -> signIn(name, SignInBench.SELLER_PASSWORD))
                .retryAfterSeconds();
    }

    private int workOf(Runnable attempt) {
        int before = bench.hashing.computations();
        attempt.run();
        return bench.hashing.computations() - before;
    }
}
