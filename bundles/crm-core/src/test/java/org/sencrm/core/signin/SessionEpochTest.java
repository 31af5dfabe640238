package org.sencrm.core.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.core.support.Callers;

/** What was signed in before a change of the password is over. */
class SessionEpochTest {

    private static final String NEXT = "sông Hương buổi sớm";

    @TempDir
    private Path home;

    private SignInBench bench;
    private StoredSignIn here;
    private StoredSignIn elsewhere;

    @BeforeEach
    void start() {
        bench = new SignInBench(home);
        here = bench.signIn();
        elsewhere = bench.signIn();
    }

    @Test
    void anotherPasswordEndsWhatWasSignedInBefore() {
        long before = here.epoch(SignInBench.SELLER);
        setPassword(SignInBench.SELLER);

        assertNotEquals(before, here.epoch(SignInBench.SELLER));
        long after = here.epoch(SignInBench.SELLER);
        setPassword(SignInBench.SELLER);
        assertNotEquals(after, here.epoch(SignInBench.SELLER));
    }

    @Test
    void theSessionsOfOthersAndTheirNumberStay() {
        long others = here.epoch(SignInBench.ADMINISTRATOR);
        setPassword(SignInBench.SELLER);

        assertEquals(others, here.epoch(SignInBench.ADMINISTRATOR));
    }

    @Test
    void anotherNodeLearnsOfItWithinFiveSeconds() {
        long before = elsewhere.epoch(SignInBench.SELLER);
        assertTrue(elsewhere.isActive(SignInBench.SELLER));
        setPassword(SignInBench.SELLER);
        bench.deactivate(SignInBench.SELLER);

        bench.clock.advance(Duration.ofSeconds(4));
        assertEquals(before, elsewhere.epoch(SignInBench.SELLER));
        bench.clock.advance(Duration.ofSeconds(1));
        assertNotEquals(before, elsewhere.epoch(SignInBench.SELLER));
        assertFalse(elsewhere.isActive(SignInBench.SELLER));
    }

    @Test
    void aPasswordThatIsChangedWhileItIsCheckedLetsNobodyIn() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> setPassword(SignInBench.SELLER));
        bench.hashing.beforeMatch = () -> meanwhile.getAndSet(() -> {}).run();

        assertThrows(
                NotSignedIn.class,
                () -> here.signIn(
                        SignInBench.SELLER_NAME, SignInBench.SELLER_PASSWORD.toCharArray(), "203.0.113.9", "ui"));
    }

    @Test
    void aSignInTellsTheNumberThatItSaw() {
        setPassword(SignInBench.SELLER);
        long seen = here.epoch(SignInBench.SELLER);
        Caller in = here.signIn(SignInBench.SELLER_NAME, NEXT.toCharArray(), "203.0.113.9", "ui");
        setPassword(SignInBench.SELLER);

        assertEquals(seen, in.entry().epoch());
        assertNotEquals(here.epoch(SignInBench.SELLER), in.entry().epoch());
    }

    private void setPassword(long user) {
        here.setPassword(Callers.user(SignInBench.ADMINISTRATOR), user, null, NEXT.toCharArray());
    }
}
