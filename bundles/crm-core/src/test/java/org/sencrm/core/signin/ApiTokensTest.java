package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Scopes;
import org.sencrm.api.access.SignIn.IssuedToken;
import org.sencrm.api.access.SignIn.Token;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.RecordChange;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.Callers;

class ApiTokensTest {

    private static final Caller SELLER = Callers.user(SignInBench.SELLER);

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
    void aTokenStandsForItsUserAlsoAfterARestart() {
        IssuedToken token = signIn.issueToken(SELLER, "script", 30);

        Caller caller = signIn.byToken(token.secret(), "rest");

        assertEquals(SignInBench.SELLER, caller.userId());
        assertEquals("rest", caller.through());
        assertEquals(
                SignInBench.SELLER,
                bench.signIn().byToken(token.secret(), "rest").userId());
        assertEquals(bench.clock.instant().plus(Duration.ofDays(30)), token.expiresAt());
    }

    @Test
    void aTokenIsLimitedToItsScopesAlsoAfterARestart() {
        IssuedToken token = signIn.issueToken(SELLER, "script", 30, List.of("accounts:read", "contacts:write"));
        Scopes scopes = Scopes.of(List.of("accounts:read", "contacts:write"));

        assertEquals(scopes, signIn.byToken(token.secret(), "rest").entry().scopes());
        assertEquals(
                scopes, bench.signIn().byToken(token.secret(), "rest").entry().scopes());
        assertEquals(scopes, signIn.tokens(SELLER).get(0).scopes());
        assertEquals(
                Scopes.ALL,
                signIn.byToken(signIn.issueToken(SELLER, "all", 30).secret(), "rest")
                        .entry()
                        .scopes());
        assertThrows(InvalidRequest.class, () -> signIn.issueToken(SELLER, "bad", 30, List.of("accounts")));
        Caller limited = signIn.byToken(token.secret(), "rest");
        assertThrows(Forbidden.class, () -> signIn.issueToken(limited, "wider", 30));
    }

    @Test
    void theSecretIsNotStored() {
        String secret = signIn.issueToken(SELLER, "script", 30).secret();

        String stored = bench.text(Sql.of("select SECRET_HASH from CORE_TOKEN where USER_ID = ?", SignInBench.SELLER));

        assertTrue(stored.matches("[0-9a-f]{64}"));
        assertTrue(secret.length() >= 43);
    }

    @Test
    void whatIsNoTokenStandsForNobody() {
        assertNull(signIn.byToken(null, "rest"));
        assertNull(signIn.byToken("", "rest"));
        assertNull(signIn.byToken("sen_" + "A".repeat(43), "rest"));
    }

    @Test
    void aTokenEnds() {
        String secret = signIn.issueToken(SELLER, "script", 1).secret();
        assertNotNull(signIn.byToken(secret, "rest"));

        bench.clock.advance(Duration.ofDays(1));

        assertNull(signIn.byToken(secret, "rest"));
    }

    @Test
    void aRevokedTokenIsRefusedAtOnce() {
        IssuedToken token = signIn.issueToken(SELLER, "script", 30);
        assertNotNull(signIn.byToken(token.secret(), "rest"));

        signIn.revokeToken(SELLER, token.id());

        assertNull(signIn.byToken(token.secret(), "rest"));
    }

    @Test
    void aTokenRevokedElsewhereIsRefusedWithinAMinute() {
        IssuedToken token = signIn.issueToken(SELLER, "script", 30);
        assertNotNull(signIn.byToken(token.secret(), "rest"));

        bench.signIn().revokeToken(SELLER, token.id());
        bench.clock.advance(Duration.ofMinutes(1));

        assertNull(signIn.byToken(token.secret(), "rest"));
    }

    @Test
    void nobodyRevokesTheTokenOfSomebodyElse() {
        IssuedToken token = signIn.issueToken(SELLER, "script", 30);

        assertThrows(NotFound.class, () -> signIn.revokeToken(Callers.user(8), token.id()));
        assertNotNull(signIn.byToken(token.secret(), "rest"));
    }

    @Test
    void theTokenOfAUserWhoIsSwitchedOffIsRefused() {
        String secret = signIn.issueToken(SELLER, "script", 30).secret();

        bench.deactivate(SignInBench.SELLER);

        assertNull(bench.signIn().byToken(secret, "rest"));
    }

    @Test
    void theTokensOfAUserWhoLeftDoNotReviveWhenTheUserComesBack() {
        String secret = signIn.issueToken(SELLER, "script", 30).secret();
        assertNotNull(signIn.byToken(secret, "rest"));
        UserChanges changes = new UserChanges(bench.directory, signIn, bench.settings);

        bench.deactivate(SignInBench.SELLER);
        changes.changed(List.of(change()));
        bench.execute(Sql.of("update CORE_USER set ACTIVE = true where ID = ?", SignInBench.SELLER));
        bench.clock.advance(Duration.ofSeconds(10));

        assertNull(signIn.byToken(secret, "rest"));
        assertNull(bench.signIn().byToken(secret, "rest"));
    }

    @Test
    void theTokensOfAUserWhoWorksHereOutliveAChangeOfTheUser() {
        String secret = signIn.issueToken(SELLER, "script", 30).secret();

        new UserChanges(bench.directory, signIn, bench.settings).changed(List.of(change()));

        assertNotNull(signIn.byToken(secret, "rest"));
    }

    private static RecordChange change() {
        return new RecordChange(
                1, "users", SignInBench.SELLER, 2, Change.Kind.UPDATED, Caller.system(), Set.of("active"));
    }

    @Test
    void theLastUseIsNotedOnceAMinute() {
        String secret = signIn.issueToken(SELLER, "script", 30).secret();
        assertNull(only().lastUsedAt());

        Instant first = bench.clock.instant();
        signIn.byToken(secret, "rest");
        bench.clock.advance(Duration.ofSeconds(50));
        signIn.byToken(secret, "rest");
        assertEquals(first, only().lastUsedAt());

        bench.clock.advance(Duration.ofSeconds(20));
        signIn.byToken(secret, "rest");
        assertEquals(bench.clock.instant(), only().lastUsedAt());
    }

    @Test
    void aLifetimeHasItsLimits() {
        assertThrows(InvalidRequest.class, () -> signIn.issueToken(SELLER, "script", 0));
        assertThrows(InvalidRequest.class, () -> signIn.issueToken(SELLER, "script", 4000));
        assertEquals(
                bench.clock.instant().plus(Duration.ofDays(365)),
                signIn.issueToken(SELLER, null, null).expiresAt());
    }

    @Test
    void ofAUserWhoIsGoneNothingStays() {
        String secret = signIn.issueToken(SELLER, "script", 30).secret();

        signIn.forget(SignInBench.SELLER);

        assertNull(signIn.byToken(secret, "rest"));
        assertNull(bench.text(Sql.of("select USER_ID from CORE_CREDENTIAL where USER_ID = ?", SignInBench.SELLER)));
    }

    private Token only() {
        return signIn.tokens(SELLER).get(0);
    }
}
