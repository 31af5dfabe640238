package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.SignIn.IssuedToken;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.Callers;

class SecurityLogTest {

    private static final Caller SELLER = Callers.user(SignInBench.SELLER);
    private static final String ADDRESS = "203.0.113.9";
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

    private void refused(String name, String address) {
        assertThrows(NotSignedIn.class, () -> signIn.signIn(name, "not it at all".toCharArray(), address, "rest"));
    }

    @Test
    void aSignInIsTold() {
        signIn.signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD.toCharArray(), ADDRESS, "ui");
        assertEquals(List.of("signIn.succeeded user=7 address=203.0.113.9 channel=ui"), bench.log);
    }

    @Test
    void aWrongPasswordIsToldWithTheUser() {
        refused(SignInBench.SELLER_NAME, ADDRESS);
        assertEquals(List.of("signIn.refused user=7 address=203.0.113.9 channel=rest"), bench.log);
    }

    @Test
    void whatSomebodyTypedIsNeverTold() {
        refused("mật khẩu", ADDRESS);
        refused("mật khẩu", ADDRESS);
        assertTrue(
                bench.log
                        .get(0)
                        .matches("signIn\\.refused name=sha256:[0-9a-f]{8} address=203\\.0\\.113\\.9 channel=rest"),
                bench.log.get(0));
        assertEquals(bench.log.get(0), bench.log.get(1));
    }

    @Test
    void theLockOfANameIsToldOnceAndTriesAgainstItAreNot() {
        for (int i = 0; i < 5; i++) {
            refused(SignInBench.SELLER_NAME, ADDRESS);
        }
        assertEquals("signIn.nameLocked user=7 address=203.0.113.9 channel=rest", bench.log.get(5));
        assertThrows(
                TooManyTries.class,
                () -> signIn.signIn(SignInBench.SELLER_NAME, "again".toCharArray(), ADDRESS, "rest"));
        assertEquals(6, bench.log.size());
    }

    @Test
    void theLockOfAnAddressIsTold() {
        for (int i = 0; i < 30; i++) {
            refused("name" + i, ADDRESS);
        }
        assertEquals(31, bench.log.size());
        assertTrue(bench.log.get(30).startsWith("signIn.addressLocked name=sha256:"), bench.log.get(30));
    }

    @Test
    void tokensAndPasswordsAreToldWithoutTheirSecrets() {
        IssuedToken token = signIn.issueToken(SELLER, "line\nbreak", 10);
        signIn.revokeToken(SELLER, token.id());
        signIn.setPassword(SELLER, SignInBench.SELLER, SignInBench.SELLER_PASSWORD.toCharArray(), NEXT.toCharArray());
        String channel = SELLER.through();
        assertEquals(
                List.of(
                        "token.issued user=7 token=" + token.id() + " by=7 channel=" + channel,
                        "token.revoked user=7 token=" + token.id() + " by=7 channel=" + channel,
                        "password.set user=7 by=7 channel=" + channel,
                        "token.allRevoked user=7 by=7 channel=" + channel),
                bench.log);
        assertFalse(String.join("", bench.log).contains(token.secret()));
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        assertThrows(
                IllegalStateException.class,
                () -> bench.database.write(connection -> {
                    signIn.issueToken(SELLER, "API", 10);
                    throw new IllegalStateException();
                }));
        assertEquals(List.of(), bench.log);
    }

    @Test
    void aWrongCurrentPasswordIsTold() {
        assertThrows(
                NotSignedIn.class,
                () -> signIn.setPassword(
                        SELLER, SignInBench.SELLER, "something else".toCharArray(), NEXT.toCharArray()));
        assertEquals(List.of("signIn.refused user=7 address=- channel=" + SELLER.through()), bench.log);
    }

    @Test
    void nothingBeginsANewLine() {
        refused("x", "1.2.3.4\r\n2026 signIn.succeeded user=1");
        assertTrue(
                bench.log.get(0).contains("address=1.2.3.4\\u{d}\\u{a}2026\\u{20}signIn.succeeded\\u{20}user\\u{3d}1 "),
                bench.log.get(0));
    }

    private List<String> audited() {
        Sql all = Sql.of("select KIND, USER_ID, SUBJECT, ADDRESS, DETAILS from CORE_AUDIT_WAITING order by ID");
        return bench.database.read(connection -> all.query(
                connection,
                row -> row.getString(1)
                        + ' '
                        + row.getString(2)
                        + ' '
                        + row.getString(3)
                        + ' '
                        + row.getString(4)
                        + ' '
                        + row.getString(5)));
    }

    @Test
    void theAuditTrailHasTheSameAndNothingThatWasTyped() {
        signIn.signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD.toCharArray(), ADDRESS, "ui");
        refused("mật khẩu", ADDRESS);
        refused(SignInBench.SELLER_NAME, ADDRESS);
        IssuedToken token = signIn.issueToken(SELLER, "API", 10);
        assertEquals(
                List.of(
                        "signIn.succeeded 7 7 203.0.113.9 {}",
                        "signIn.refused null null 203.0.113.9 {}",
                        "signIn.refused null 7 203.0.113.9 {}",
                        "token.issued 7 7 null {\"token\":\"" + token.id() + "\"}"),
                audited());
        signIn.setPassword(SELLER, SignInBench.SELLER, SignInBench.SELLER_PASSWORD.toCharArray(), NEXT.toCharArray());
        String all = String.join("\n", audited());
        assertTrue(all.contains("password.set 7 7"), all);
        for (String secret : List.of(token.secret(), NEXT, SignInBench.SELLER_PASSWORD, "khẩu")) {
            assertFalse(all.contains(secret), secret);
        }
    }

    @Test
    void aLockStandsInTheAuditTrailOnce() {
        for (int i = 0; i < 5; i++) {
            refused(SignInBench.SELLER_NAME, ADDRESS);
        }
        assertThrows(
                TooManyTries.class,
                () -> signIn.signIn(SignInBench.SELLER_NAME, "again".toCharArray(), ADDRESS, "rest"));
        List<String> audited = audited();
        assertEquals(6, audited.size());
        assertEquals("signIn.nameLocked null 7 203.0.113.9 {}", audited.get(5));
    }
}
