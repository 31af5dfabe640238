package org.sencrm.rest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.health.HealthCheck;
import org.sencrm.api.health.HealthCheck.State;

/** Parts of the product that tell how they are, also those that should not be believed. */
class ContributedCheckTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, State> states = new HashMap<>(Map.of("database", State.UP));

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void onlyTheCoreCanSayThatTheProductIsDown() {
        check("schema", () -> State.DOWN, "crm-core", true).tell(states, threads);
        check("visits", () -> State.DOWN, "acme-visits", false).tell(states, threads);

        assertEquals(Map.of("database", State.UP, "schema", State.DOWN, "visits", State.DEGRADED), states);
    }

    @Test
    void theNameOfAnotherIsNotTaken() {
        check("database", () -> State.UP, "acme-visits", false).tell(states, threads);

        assertEquals(Map.of("database", State.UP, "acme-visits.database", State.UP), states);
    }

    @Test
    void oneThatThrowsIsMissingAndNoMore() {
        ContributedCheck broken = check(
                "visits",
                () -> {
                    throw new NoClassDefFoundError("gone");
                },
                "acme-visits",
                false);
        broken.tell(states, threads);

        assertEquals(State.DEGRADED, states.get("acme-visits"));
    }

    @Test
    void oneThatDoesNotAnswerIsAskedAgainOnlyWhenItHasAnswered() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(2);
        ContributedCheck slow = check(
                "visits",
                () -> {
                    asked.countDown();
                    await(open);
                    return State.UP;
                },
                "acme-visits",
                false);
        slow.tell(states, threads);
        slow.tell(new HashMap<>(), threads);
        assertEquals(State.DEGRADED, states.get("acme-visits"));
        assertEquals(1, asked.getCount());

        open.countDown();
        Map<String, State> later = new HashMap<>();
        slow.tell(later, threads);
        assertEquals(Map.of("visits", State.UP), later);
        slow.tell(new HashMap<>(), threads);
        assertTrue(asked.getCount() == 0);
    }

    private static ContributedCheck check(String name, Supplier<State> state, String bundle, boolean core) {
        return new ContributedCheck(
                new HealthCheck() {
                    @Override
                    public String name() {
                        return name;
                    }

                    @Override
                    public State state() {
                        return state.get();
                    }
                },
                bundle,
                core);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
