package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.core.support.Callers;

class PasswordChangeTest {

    private static final Caller ADMINISTRATOR = Callers.user(SignInBench.ADMINISTRATOR);
    private static final Caller SELLER = Callers.user(SignInBench.SELLER);
    private static final String NEXT = "sông Hương buổi sớm";

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
    void aUserChangesThePasswordWithTheCurrentOne() {
        set(SELLER, SignInBench.SELLER, SignInBench.SELLER_PASSWORD, NEXT);

        assertEquals(SignInBench.SELLER, enter(NEXT).userId());
        assertThrows(NotSignedIn.class, () -> enter(SignInBench.SELLER_PASSWORD));
    }

    @Test
    void aWrongCurrentPasswordChangesNothing() {
        assertThrows(NotSignedIn.class, () -> set(SELLER, SignInBench.SELLER, "something else", NEXT));

        assertEquals(SignInBench.SELLER, enter(SignInBench.SELLER_PASSWORD).userId());
    }

    @Test
    void theCurrentPasswordCannotBeGuessedThatWay() {
        for (int i = 0; i < 5; i++) {
            assertThrows(NotSignedIn.class, () -> set(SELLER, SignInBench.SELLER, "something else", NEXT));
        }

        assertThrows(TooManyTries.class, () -> set(SELLER, SignInBench.SELLER, SignInBench.SELLER_PASSWORD, NEXT));
    }

    @Test
    void nobodyElseButAnAdministratorSetsAPassword() {
        bench.addUser(8, "binh.tran");

        assertThrows(Forbidden.class, () -> set(SELLER, 8, null, NEXT));
        assertThrows(Forbidden.class, () -> set(SELLER, 8, SignInBench.SELLER_PASSWORD, NEXT));
        assertThrows(Forbidden.class, () -> set(SELLER, SignInBench.SELLER, null, NEXT));
        set(ADMINISTRATOR, 8, null, NEXT);
        assertEquals(8, signIn.signIn("binh.tran", NEXT.toCharArray(), "", "ui").userId());
    }

    @Test
    void aUserThatIsNotThereGetsNoPassword() {
        assertThrows(NotFound.class, () -> set(ADMINISTRATOR, 4711, null, NEXT));
    }

    @Test
    void anotherPasswordEndsTheTokens() {
        String secret = signIn.issueToken(SELLER, "script", null).secret();
        assertEquals(SignInBench.SELLER, signIn.byToken(secret, "rest").userId());

        set(ADMINISTRATOR, SignInBench.SELLER, null, NEXT);

        assertNull(signIn.byToken(secret, "rest"));
        assertEquals(List.of(), signIn.tokens(SELLER));
    }

    @Test
    void itsUserIsToldByMailWhoeverSetIt() {
        bench.address(SignInBench.SELLER, "an@sen.example");

        set(SELLER, SignInBench.SELLER, SignInBench.SELLER_PASSWORD, NEXT);
        set(ADMINISTRATOR, SignInBench.SELLER, null, "một mật khẩu khác nữa");

        assertEquals(
                List.of("an@sen.example", "an@sen.example"),
                bench.mails.sent.stream().flatMap(mail -> mail.to().stream()).toList());
        String text = bench.mails.sent.get(0).text();
        assertTrue(text.contains(SignInBench.SELLER_NAME) && !text.contains(NEXT), text);
    }

    @Test
    void whoHasNoAddressAndWhereNoMailIsSetUpNothingIsSent() {
        set(ADMINISTRATOR, SignInBench.SELLER, null, NEXT);
        bench.address(SignInBench.SELLER, "an@sen.example");
        bench.mails.ready = false;
        set(ADMINISTRATOR, SignInBench.SELLER, null, "một mật khẩu khác nữa");
        bench.mails.ready = true;
        assertRefused("short", "outOfRange");

        assertEquals(List.of(), bench.mails.sent);
    }

    @Test
    void anAddressThatIsNoneHindersNoNewPassword() {
        bench.address(SignInBench.SELLER, CollectedMails.NO_ADDRESS);

        set(ADMINISTRATOR, SignInBench.SELLER, null, NEXT);

        assertEquals(SignInBench.SELLER, enter(NEXT).userId());
    }

    @Test
    void aWeakPasswordIsRefusedWithItsReason() {
        assertRefused("short", "outOfRange");
        assertRefused("x".repeat(150) + "yz".repeat(30), "tooLong");
        assertRefused("1234567890", "refused");
        assertRefused("Matkhau123!", "refused");
        assertRefused("aaaaaaaaaaaa", "refused");
        assertRefused("an.nguyen2026", "refused");
    }

    private void assertRefused(String password, String code) {
        InvalidRecord refusal = assertThrows(
                InvalidRecord.class, () -> set(ADMINISTRATOR, SignInBench.SELLER, null, password), password);
        assertEquals(code, refusal.errors().get(0).code(), password);
        assertEquals("password", refusal.errors().get(0).field());
    }

    private void set(Caller caller, long user, String current, String next) {
        signIn.setPassword(caller, user, current == null ? null : current.toCharArray(), next.toCharArray());
    }

    private Caller enter(String password) {
        return signIn.signIn(SignInBench.SELLER_NAME, password.toCharArray(), "", "ui");
    }
}
