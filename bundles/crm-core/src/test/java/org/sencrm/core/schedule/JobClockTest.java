package org.sencrm.core.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.ScheduledJob;
import org.sencrm.api.job.ScheduledJobs.Line;
import org.sencrm.core.job.Node;
import org.sencrm.core.job.StoredJobs;
import org.sencrm.core.schema.TestSchema;
import org.sencrm.core.store.LocalDatabase;
import org.sencrm.core.support.Callers;
import org.sencrm.core.support.FakeAccess;
import org.sencrm.core.support.MapSettings;
import org.sencrm.core.support.MovingClock;
import org.sencrm.core.text.FileMessages;

class JobClockTest {

    private static final Caller SYSTEM = Caller.system();
    private static final String NAME = "acme.rates";

    private final LocalDatabase database = TestSchema.fresh();
    private final FileMessages messages = new FileMessages();
    private final FakeAccess access = new FakeAccess();
    private final StoredJobs jobs = new StoredJobs(database, access, messages, new Node("test"));
    private final MovingClock time = new MovingClock();
    private final JobClock clock = node();
    private final AtomicInteger runs = new AtomicInteger();

    private JobClock node() {
        return new JobClock(null, database, null, jobs, new MapSettings(), access, messages, time);
    }

    @AfterEach
    void close() throws InterruptedException {
        jobs.close();
    }

    @Test
    void runsWhenItIsDueAndNotBefore() throws Exception {
        plan(clock, "every 15 minutes", counting());
        clock.look();
        assertEquals(0, runs.get());
        time.advance(Duration.ofMinutes(15));
        clock.look();
        Job done = ended();
        assertEquals(Job.State.DONE, done.state());
        assertEquals(1, runs.get());
        clock.look();
        assertEquals(1, runs.get());
        assertEquals(time.instant().plus(Duration.ofMinutes(15)), line().nextAt());
    }

    @Test
    void runsOnceForAllThatWasMissed() throws Exception {
        plan(clock, "every 15 minutes", counting());
        clock.look();
        time.advance(Duration.ofDays(3));
        clock.look();
        ended();
        clock.look();
        assertEquals(1, runs.get());
    }

    @Test
    void runsOnOneNodeAtATime() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        JobClock other = node();
        plan(clock, "every 1 minute", waiting(end));
        plan(other, "every 1 minute", waiting(end));
        clock.look();
        time.advance(Duration.ofMinutes(2));
        clock.look();
        awaitRuns(1);
        other.look();
        assertThrows(NotNow.class, () -> other.start(SYSTEM, NAME));
        // the one at work keeps hold of it for as long as it takes
        for (int i = 0; i < 4; i++) {
            time.advance(Duration.ofMinutes(2));
            clock.look();
            other.look();
        }
        assertEquals(1, runs.get());
        end.countDown();
        ended();
    }

    @Test
    void anotherNodeTakesOverFromOneThatDied() throws Exception {
        plan(clock, "every 1 minute", counting());
        clock.look();
        time.advance(Duration.ofMinutes(1));
        // a node that takes hold and is never heard of again
        ScheduleTable table = new ScheduleTable(database);
        Instant now = time.instant();
        assertTrue(table.claim(NAME, now, now, now.plus(Duration.ofMinutes(3))));
        clock.look();
        assertEquals(0, runs.get());
        time.advance(Duration.ofMinutes(4));
        clock.look();
        ended();
        assertEquals(1, runs.get());
    }

    @Test
    void isAskedToStopWhenItsModuleGoes() throws Exception {
        AtomicInteger stopped = new AtomicInteger();
        Object key = plan(clock, "every 1 minute", (caller, progress) -> {
            runs.incrementAndGet();
            while (!progress.cancelled()) {
                Thread.onSpinWait();
            }
            stopped.incrementAndGet();
            return Map.of();
        });
        clock.start(SYSTEM, NAME);
        awaitRuns(1);
        clock.remove(key);
        assertEquals(1, stopped.get());
        assertEquals(0, clock.list(SYSTEM).size());
    }

    @Test
    void oneThatFailsRunsAgainAtItsNextTime() throws Exception {
        plan(clock, "every 1 minute", (caller, progress) -> {
            runs.incrementAndGet();
            throw new IllegalStateException("not today");
        });
        clock.look();
        time.advance(Duration.ofMinutes(1));
        clock.look();
        assertEquals(Job.State.FAILED, ended().state());
        time.advance(Duration.ofMinutes(1));
        clock.look();
        awaitRuns(2);
    }

    @Test
    void oneThatWasCancelledBeforeItBeganRunsAgain() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Job first = jobs.start(SYSTEM, "block", (caller, progress) -> await(end));
        Job second = jobs.start(SYSTEM, "block", (caller, progress) -> await(end));
        plan(clock, "every 1 minute", counting());
        Job queued = clock.start(SYSTEM, NAME);
        jobs.cancel(SYSTEM, queued.id());
        end.countDown();
        ended(first);
        ended(second);
        clock.look();
        time.advance(Duration.ofMinutes(1));
        clock.look();
        awaitRuns(1);
    }

    @Test
    void isForAdministrators() {
        plan(clock, "every 1 minute", counting());
        assertThrows(Forbidden.class, () -> clock.list(Callers.user(7)));
        assertThrows(Forbidden.class, () -> clock.start(Callers.user(7), NAME));
        assertThrows(NotFound.class, () -> clock.start(SYSTEM, "nothing"));
        assertNull(line().last());
    }

    @Test
    void leavesOutWhatCannotBePlanned() {
        clock.add(new Object(), "acme", NAME, "whenever", this::counting, () -> {});
        clock.add(new Object(), "acme", null, "daily 03:00", this::counting, () -> {});
        clock.add(new Object(), "acme", "x".repeat(61), "daily 03:00", this::counting, () -> {});
        assertTrue(clock.list(SYSTEM).isEmpty());
        plan(clock, "daily 03:00", counting());
        clock.add(new Object(), "other", NAME, "daily 04:00", this::counting, () -> {});
        assertEquals("acme", line().module());
        assertFalse(clock.list(SYSTEM).size() > 1);
    }

    private Object plan(JobClock node, String schedule, ScheduledJob job) {
        Object key = new Object();
        node.add(key, "acme", NAME, schedule, () -> job, () -> {});
        return key;
    }

    private ScheduledJob counting() {
        return (caller, progress) -> Map.of("runs", runs.incrementAndGet());
    }

    private ScheduledJob waiting(CountDownLatch end) {
        return (caller, progress) -> {
            runs.incrementAndGet();
            return await(end);
        };
    }

    private static Map<String, Object> await(CountDownLatch end) {
        try {
            assertTrue(end.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Map.of();
    }

    private Line line() {
        return clock.list(SYSTEM).get(0);
    }

    private void awaitRuns(int count) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (runs.get() < count && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertEquals(count, runs.get());
    }

    private Job ended() throws InterruptedException {
        return ended(line().last());
    }

    private Job ended(Job job) throws InterruptedException {
        Job now = job;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!now.state().isOver() && System.nanoTime() < end) {
            Thread.sleep(5);
            now = jobs.get(SYSTEM, job.id());
        }
        return now;
    }
}
