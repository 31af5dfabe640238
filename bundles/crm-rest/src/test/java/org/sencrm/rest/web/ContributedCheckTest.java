package org.sencrm.rest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.health.HealthCheck;
import org.sencrm.api.health.HealthCheck.State;
import org.sencrm.api.health.HealthReport;
import org.sencrm.api.health.HealthReport.Kind;

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
        check("schema", () -> State.DOWN, "crm-core", null).tell(states, threads);
        check("visits", () -> State.DOWN, "acme-visits", "acme-visits").tell(states, threads);

        assertEquals(Map.of("database", State.UP, "schema", State.DOWN, "visits", State.DEGRADED), states);
    }

    @Test
    void theNameOfAnotherIsNotTaken() {
        check("database", () -> State.UP, "acme-visits", "acme-visits").tell(states, threads);

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
                "acme-visits");
        broken.tell(states, threads);

        assertEquals(State.DEGRADED, states.get("acme-visits"));
    }

    @Test
    void whatIsWrongIsToldByModule() {
        ContributedCheck unwell = check("visits", () -> State.DOWN, "acme-visits-ui", "acme-visits");
        ContributedCheck failed = check(
                "visits",
                () -> {
                    throw new IllegalStateException("broken");
                },
                "acme-visits",
                "acme-visits");
        CountDownLatch never = new CountDownLatch(1);
        ContributedCheck silent = check(
                "visits",
                () -> {
                    await(never);
                    return State.UP;
                },
                "acme-visits",
                "acme-visits");

        assertEquals(finding("visits", Kind.UNWELL), unwell.finding(threads));
        assertEquals(finding("acme-visits", Kind.FAILED), failed.finding(threads));
        assertEquals(finding("acme-visits", Kind.SILENT), silent.finding(threads));
        assertEquals(
                Optional.empty(),
                check("visits", () -> State.UP, "acme-visits", "acme-visits").finding(threads));
        assertEquals(
                Optional.empty(),
                check("schema", () -> State.DOWN, "crm-core", null).finding(threads),
                "the core is no module");
    }

    private static Optional<HealthReport.Finding> finding(String check, Kind kind) {
        return Optional.of(new HealthReport.Finding("acme-visits", check, kind));
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
                "acme-visits");
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

    private static ContributedCheck check(String name, Supplier<State> state, String bundle, String module) {
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
                module);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
