package org.sencrm.core.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.outbox.Outcome;
import org.sencrm.api.outbox.Parcel;
import org.sencrm.api.outbox.Sender;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.schema.TestSchema;
import org.sencrm.core.store.LocalDatabase;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.MovingClock;

class OutboxTest {

    private static final String KIND = "post";

    private final LocalDatabase database = TestSchema.fresh();
    private final OutboxTable table = new OutboxTable(database);
    private final MovingClock clock = new MovingClock();
    private final List<StoredOutbox> open = new ArrayList<>();
    private final BlockingQueue<Parcel> sent = new LinkedBlockingQueue<>();
    private final StoredOutbox outbox = node();

    @AfterEach
    void close() throws InterruptedException {
        for (StoredOutbox node : open) {
            node.close();
        }
    }

    private StoredOutbox node() {
        StoredOutbox node = new StoredOutbox(database, clock);
        open.add(node);
        return node;
    }

    /** Whatever comes is noted, and ends like this. */
    private void deliver(StoredOutbox node, Function<Parcel, Outcome> outcome) {
        Sender sender = parcel -> {
            sent.add(parcel);
            return outcome.apply(parcel);
        };
        node.add(Contribution.of(sender, Map.of(Sender.KIND, KIND)));
    }

    private Parcel next() throws InterruptedException {
        Parcel parcel = sent.poll(10, TimeUnit.SECONDS);
        assertNotNull(parcel, "nothing was sent");
        return parcel;
    }

    private List<String> stored() {
        Sql all = Sql.of("select STATE, TRIES, PROBLEM from CORE_OUTBOX order by ID");
        return database.read(connection ->
                all.query(connection, row -> row.getString(1) + " " + row.getInt(2) + " " + row.getString(3)));
    }

    private void awaitStored(String... rows) throws InterruptedException {
        for (int i = 0; i < 200 && !stored().equals(List.of(rows)); i++) {
            Thread.sleep(50);
        }
        assertEquals(List.of(rows), stored());
    }

    @Test
    void aParcelLeavesOnceAndIsGone() throws Exception {
        deliver(outbox, parcel -> Outcome.done());

        long id = outbox.put(KIND, "anna", Map.of("text", "hello", "lines", List.of("a")));

        Parcel parcel = next();
        assertEquals(
                new Parcel(id, KIND, "anna", Map.of("text", "hello", "lines", List.of("a")), 1, clock.instant()),
                parcel);
        awaitStored();
    }

    @Test
    void whatIsRolledBackNeverLeaves() throws Exception {
        deliver(outbox, parcel -> Outcome.done());

        assertThrows(
                IllegalStateException.class,
                () -> database.write(connection -> {
                    outbox.put(KIND, "anna", Map.of("text", "undone"));
                    throw new IllegalStateException("undo");
                }));
        outbox.put(KIND, "anna", Map.of("text", "kept"));

        assertEquals("kept", next().payload().get("text"));
        awaitStored();
    }

    @Test
    void whatWaitsForItsSenderLeavesWhenThatComes() throws Exception {
        outbox.put(KIND, "anna", Map.of("text", "early"));

        deliver(outbox, parcel -> Outcome.done());

        assertEquals("early", next().payload().get("text"));
    }

    @Test
    void aFailureIsTriedEightTimesWithGrowingPauses() throws Exception {
        deliver(outbox, parcel -> {
            throw new IllegalArgumentException("thrown by the sender");
        });
        outbox.put(KIND, "anna", Map.of());
        List<Duration> pauses = new ArrayList<>();

        for (int tries = 1; tries < Sender.MOST_TRIES; tries++) {
            assertEquals(tries, next().tries());
            pauses.add(RetryPlan.pauseAfter(tries));
            awaitDue(clock.instant().plus(RetryPlan.pauseAfter(tries)));
            clock.advance(RetryPlan.pauseAfter(tries));
            outbox.wake();
        }
        assertEquals(Sender.MOST_TRIES, next().tries());
        awaitStored("FAILED 8 internal");

        assertEquals(Duration.ofMinutes(1), pauses.get(0));
        assertEquals(Duration.ofHours(12), pauses.get(pauses.size() - 1));
        for (int i = 1; i < pauses.size(); i++) {
            assertTrue(pauses.get(i).compareTo(pauses.get(i - 1)) > 0);
        }
    }

    private void awaitDue(Instant expected) throws InterruptedException {
        for (int i = 0; i < 200 && !expected.equals(table.nextDue(List.of(KIND), List.of())); i++) {
            Thread.sleep(50);
        }
        assertEquals(expected, table.nextDue(List.of(KIND), List.of()));
    }

    @Test
    void whatANodeTookAndDiedWithLeavesWhenItsLeaseIsOver() throws Exception {
        long id = outbox.put(KIND, "anna", Map.of("text", "taken"));
        Parcel waiting = table.next(clock.instant(), List.of(KIND), List.of());
        assertNotNull(table.claim(waiting, clock.instant().plusSeconds(Sender.LONGEST_SECONDS)));
        deliver(outbox, parcel -> Outcome.done());
        outbox.put(KIND, "binh", Map.of("text", "meanwhile"));
        assertEquals("meanwhile", next().payload().get("text"));

        clock.advance(Duration.ofSeconds(Sender.LONGEST_SECONDS + 1));
        outbox.wake();

        Parcel parcel = next();
        assertEquals(id, parcel.id());
        assertEquals(2, parcel.tries());
        awaitStored();
    }

    @Test
    void ofTwoNodesOneTakesAParcel() throws Exception {
        StoredOutbox other = node();
        deliver(outbox, parcel -> Outcome.done());
        deliver(other, parcel -> Outcome.done());

        for (int i = 0; i < 50; i++) {
            outbox.put(KIND, "target" + i, Map.of());
            other.wake();
        }

        awaitStored();
        assertEquals(50, sent.size());
        assertEquals(50, sent.stream().map(Parcel::id).distinct().count());
    }

    @Test
    void aSlowTargetHoldsUpNothingButItself() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        deliver(outbox, parcel -> {
            if (parcel.target().equals("slow")) {
                await(slow);
            }
            return Outcome.done();
        });
        try {
            for (int i = 0; i < 10; i++) {
                outbox.put(KIND, "slow", Map.of("nr", i));
            }
            assertEquals(0, next().payload().get("nr"));

            outbox.put(KIND, "quick", Map.of("nr", 99));

            assertEquals(99, next().payload().get("nr"));
        } finally {
            slow.countDown();
        }
        for (int i = 1; i < 10; i++) {
            assertEquals(i, next().payload().get("nr"));
        }
    }

    @Test
    void aTargetThatFailedRestsBeforeItsNextParcel() throws Exception {
        deliver(outbox, parcel -> "dead".equals(parcel.target()) ? Outcome.again("away") : Outcome.done());
        outbox.put(KIND, "dead", Map.of("nr", 1));
        next();
        awaitStored("WAITING 1 away");

        outbox.put(KIND, "dead", Map.of("nr", 2));
        outbox.put(KIND, "well", Map.of("nr", 3));
        assertEquals(3, next().payload().get("nr"));

        clock.advance(Duration.ofSeconds(11));
        outbox.wake();
        assertEquals(2, next().payload().get("nr"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
