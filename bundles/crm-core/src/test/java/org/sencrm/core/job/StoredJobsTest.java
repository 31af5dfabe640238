package org.sencrm.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;
import org.sencrm.core.schema.TestSchema;
import org.sencrm.core.store.LocalDatabase;
import org.sencrm.core.store.Sql;
import org.sencrm.core.support.Callers;
import org.sencrm.core.support.FakeAccess;
import org.sencrm.core.text.FileMessages;

class StoredJobsTest {

    private static final Caller SELLER = Callers.user(7);

    private final LocalDatabase database = TestSchema.fresh();
    private final StoredJobs jobs = jobs();

    @AfterEach
    void close() throws InterruptedException {
        jobs.close();
    }

    @Test
    void aJobEndsWithItsResult() throws Exception {
        AtomicReference<Caller> worker = new AtomicReference<>();
        Job started = jobs.start(SELLER, "import", (caller, progress) -> {
            worker.set(caller);
            progress.total(3);
            progress.done(3);
            return Map.of("created", 3, "note", "xong");
        });

        Job job = ended(started);

        assertEquals(Job.State.DONE, job.state());
        assertEquals(3, job.done());
        assertEquals(Map.of("created", 3L, "note", "xong"), numbersAsLong(job.result()));
        assertEquals(SELLER.userId(), worker.get().userId());
        assertEquals(job.id(), worker.get().job());
    }

    @Test
    void aFaultFailsTheJobWithItsMessage() throws Exception {
        Job job = ended(jobs.start(SELLER, "import", (caller, progress) -> {
            throw new NotNow("the file is being imported");
        }));

        assertEquals(Job.State.FAILED, job.state());
        assertEquals("the file is being imported", job.message());
    }

    @Test
    void refusedValuesAreToldOneByOne() throws Exception {
        Job job = ended(jobs.start(SELLER, "bulk", (caller, progress) -> {
            throw new InvalidRecord(
                    "not saved",
                    List.of(new FieldError("name", "required", "Enter a name"), new FieldError(null, "refused", "No")));
        }));

        assertEquals("name: Enter a name; No", job.message());
    }

    @Test
    void anErrorOfOursIsNotShown() throws Exception {
        Job job = ended(jobs.start(SELLER, "import", (caller, progress) -> {
            throw new IllegalStateException("select * from secret");
        }));

        assertEquals(Job.State.FAILED, job.state());
        assertEquals("The job stopped because of an internal error", job.message());
    }

    @Test
    void aRunningJobStopsAtItsNextStep() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        Job started = jobs.start(SELLER, "bulk", (caller, progress) -> {
            running.countDown();
            waitUntilStopped(progress);
            return Map.of("done", 1);
        });
        assertTrue(running.await(5, TimeUnit.SECONDS));

        jobs.cancel(SELLER, started.id());

        assertEquals(Job.State.CANCELLED, ended(started).state());
    }

    @Test
    void aJobThatWaitsIsCancelledAtOnce() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        for (int i = 0; i < 2; i++) {
            jobs.start(SELLER, "bulk", (caller, progress) -> {
                await(end);
                return Map.of();
            });
        }
        Job waiting = jobs.start(SELLER, "bulk", (caller, progress) -> {
            throw new AssertionError("it must never run");
        });

        assertEquals(Job.State.CANCELLED, jobs.cancel(SELLER, waiting.id()).state());

        end.countDown();
        Thread.sleep(50);
        assertEquals(Job.State.CANCELLED, jobs.get(SELLER, waiting.id()).state());
    }

    @Test
    void whatRanWhenThePowerWentIsInterrupted() throws Exception {
        Job job = ended(jobs.start(SELLER, "import", (caller, progress) -> Map.of()));
        database.write(Sql.of("update CORE_JOB set STATE = 'RUNNING' where ID = ?", job.id())::execute);

        StoredJobs restarted = jobs();

        assertEquals(Job.State.INTERRUPTED, restarted.get(SELLER, job.id()).state());
        restarted.close();
    }

    @Test
    void aCleanEndInterruptsWhatRuns() throws Exception {
        StoredJobs ending = jobs();
        CountDownLatch running = new CountDownLatch(1);
        Job started = ending.start(SELLER, "import", (caller, progress) -> {
            running.countDown();
            waitUntilStopped(progress);
            return Map.of();
        });
        assertTrue(running.await(5, TimeUnit.SECONDS));

        ending.close();

        assertEquals(Job.State.INTERRUPTED, jobs.get(SELLER, started.id()).state());
    }

    @Test
    void aJobIsSeenByItsStarterAndByAdministratorsOnly() throws Exception {
        Job job = ended(jobs.start(SELLER, "import", (caller, progress) -> Map.of()));

        assertEquals(job.id(), jobs.get(Callers.user(1), job.id()).id());
        assertThrows(NotFound.class, () -> jobs.get(Callers.user(8), job.id()));
        assertThrows(NotFound.class, () -> jobs.cancel(Callers.user(8), job.id()));
    }

    @Test
    void progressIsSeenBeforeItIsStored() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Job started = jobs.start(SELLER, "bulk", (caller, progress) -> {
            progress.total(100);
            progress.done(42);
            told.countDown();
            await(end);
            return Map.of();
        });
        assertTrue(told.await(5, TimeUnit.SECONDS));

        assertEquals(42, jobs.get(SELLER, started.id()).done());

        end.countDown();
        ended(started);
    }

    @Test
    void aJobOfATransactionThatFailsNeverRuns() {
        AtomicReference<Job> started = new AtomicReference<>();
        assertThrows(
                IllegalStateException.class,
                () -> database.write(connection -> {
                    started.set(jobs.start(SELLER, "bulk", (caller, progress) -> Map.of()));
                    throw new IllegalStateException("rolled back");
                }));

        assertThrows(NotFound.class, () -> jobs.get(SELLER, started.get().id()));
    }

    @Test
    void aNodeThatStartsLeavesAloneWhatAnotherOneDoes() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Job started = jobs.start(SELLER, "import", (caller, progress) -> {
            running.countDown();
            await(end);
            return Map.of("created", 1);
        });
        assertTrue(running.await(5, TimeUnit.SECONDS));

        StoredJobs other = jobs("other");
        assertEquals(Job.State.RUNNING, other.get(SELLER, started.id()).state());
        other.close();

        end.countDown();
        assertEquals(Job.State.DONE, ended(started).state());
    }

    @Test
    void aNodeKeepsItsName(@TempDir Path home, @TempDir Path other) {
        assertEquals(Node.kept(home), Node.kept(home));
        assertNotEquals(Node.kept(home), Node.kept(other));
    }

    private StoredJobs jobs() {
        return jobs("this");
    }

    private StoredJobs jobs(String node) {
        return new StoredJobs(database, new FakeAccess(1L), new FileMessages(), new Node(node));
    }

    private Job ended(Job started) throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            Job job = jobs.get(SELLER, started.id());
            if (job.endedAt() != null) {
                return job;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("the job did not end");
    }

    private static void waitUntilStopped(Jobs.Progress progress) {
        for (int i = 0; i < 500 && !progress.cancelled(); i++) {
            sleep();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> numbersAsLong(Map<String, Object> result) {
        Map<String, Object> same = new java.util.HashMap<>(result);
        same.replaceAll((key, value) -> value instanceof Number number ? (Object) number.longValue() : value);
        return same;
    }
}
