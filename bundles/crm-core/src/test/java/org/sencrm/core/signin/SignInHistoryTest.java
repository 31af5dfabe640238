package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Entry;
import org.sencrm.api.access.Scopes;
import org.sencrm.api.access.SignInHistory;
import org.sencrm.api.access.SignInHistory.Outcome;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.Callers;

class SignInHistoryTest {

    private static final Caller BOSS = Callers.user(SignInBench.ADMINISTRATOR);
    private static final Caller SELLER = Callers.user(SignInBench.SELLER);
    private static final String ADDRESS = "203.0.113.9";

    @TempDir
    private Path home;

    private SignInBench bench;
    private StoredSignIn signIn;
    private SignInHistory history;

    @BeforeEach
    void start() {
        bench = new SignInBench(home);
        signIn = bench.signIn();
        history = new StoredSignInHistory(bench.database, bench.access, bench.messages);
    }

    private void refused(String name) {
        assertThrows(NotSignedIn.class, () -> signIn.signIn(name, "not it at all".toCharArray(), ADDRESS, "rest"));
    }

    private static List<Outcome> outcomes(List<SignInHistory.Entry> entries) {
        return entries.stream().map(SignInHistory.Entry::outcome).toList();
    }

    @Test
    void peopleSeeTheirOwnSignInsAndTriesWithTimeAndAddress() {
        refused(SignInBench.SELLER_NAME);
        bench.clock.advance(Duration.ofMinutes(1));
        signIn.signIn(SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD.toCharArray(), ADDRESS, "ui");
        Instant now = bench.clock.instant();

        List<SignInHistory.Entry> own = history.of(SELLER, SignInBench.SELLER, 0, 10);

        assertEquals(List.of(Outcome.SIGNED_IN, Outcome.REFUSED), outcomes(own));
        SignInHistory.Entry last = own.get(0);
        assertEquals(
                new SignInHistory.Entry(
                        last.id(), now, SignInBench.SELLER, SignInBench.SELLER_NAME, Outcome.SIGNED_IN, ADDRESS, "ui"),
                last);
        assertEquals(own.subList(1, 2), history.of(SELLER, SignInBench.SELLER, last.id(), 10));
        assertEquals(own.subList(0, 1), history.of(BOSS, SignInBench.SELLER, 0, 1));
    }

    @Test
    void aNameThatNobodyHasIsSeenByAdministratorsWithoutWhatWasTyped() {
        refused("mật khẩu của tôi");

        SignInHistory.Entry entry = history.all(BOSS, 0, 10).get(0);

        assertEquals(Outcome.REFUSED, entry.outcome());
        assertNull(entry.user());
        assertNull(entry.userName());
        assertEquals(ADDRESS, entry.address());
    }

    @Test
    void nobodySeesTheSignInsOfOthers() {
        assertThrows(Forbidden.class, () -> history.of(SELLER, SignInBench.ADMINISTRATOR, 0, 10));
        assertThrows(Forbidden.class, () -> history.all(SELLER, 0, 10));
        Caller limited = SELLER.entered(new Entry(0, 0, null, Scopes.of(List.of("*:*"))));
        assertThrows(Forbidden.class, () -> history.of(limited, SignInBench.SELLER, 0, 10));
        assertThrows(InvalidRequest.class, () -> history.all(BOSS, 0, 201));
        assertThrows(InvalidRequest.class, () -> history.all(BOSS, 0, 0));
    }

    @Test
    void aFloodAgainstALockWritesNothing() {
        for (int i = 0; i < 5; i++) {
            refused(SignInBench.SELLER_NAME);
        }
        List<SignInHistory.Entry> before = history.all(BOSS, 0, 200);
        assertEquals(Outcome.NAME_LOCKED, before.get(0).outcome());

        for (int i = 0; i < 20; i++) {
            assertThrows(
                    TooManyTries.class,
                    () -> signIn.signIn(SignInBench.SELLER_NAME, "x".toCharArray(), ADDRESS, "rest"));
        }

        assertEquals(before, history.all(BOSS, 0, 200));
    }

    @Test
    void ofAUserWhoIsGoneForGoodNothingStays() {
        refused(SignInBench.SELLER_NAME);

        signIn.forget(SignInBench.SELLER);

        assertEquals(List.of(), history.of(BOSS, SignInBench.SELLER, 0, 10));
    }

    @Test
    void anAddressOfAnyLengthIsTaken() {
        assertThrows(NotSignedIn.class, () -> signIn.signIn("nobody", "x".toCharArray(), "f".repeat(300), "rest"));

        assertEquals("45", bench.text(Sql.of("select length(ADDRESS) from CORE_SIGN_IN")));
    }
}
