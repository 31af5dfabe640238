package org.sencrm.core.job;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Entry;
import org.sencrm.api.fault.DatabaseAway;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.text.Messages;
import org.sencrm.core.store.Database;
import org.sencrm.core.store.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs in the table {@code CORE_JOB}, done by two threads of the node that started them, in the order of their start. */
@Component(service = Jobs.class)
public final class StoredJobs implements Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(StoredJobs.class);
    private static final int WORKERS = 2;
    private static final long CLOSE_SECONDS = 20;

    private final Database database;
    private final Access access;
    private final Messages messages;
    private final JobTable table;
    private final Map<Long, LiveJob> live = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor workers;
    private volatile boolean closing;

    @Activate
    public StoredJobs(
            @Reference Database database,
            @Reference Access access,
            @Reference Messages messages,
            @Reference Node node) {
        this.database = database;
        this.access = access;
        this.messages = messages;
        this.table = new JobTable(database, node.id());
        AtomicInteger number = new AtomicInteger();
        this.workers = new ThreadPoolExecutor(
                WORKERS,
                WORKERS,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> new Thread(task, "crm-job-" + number.incrementAndGet()));
        int cutOff = table.interruptOwn();
        if (cutOff > 0) {
            LOG.warn("{} jobs were running when the product last ended; they are interrupted", cutOff);
        }
    }

    /** Asks what runs to stop at its next step; what does not is found at the next start. */
    @Deactivate
    public void close() throws InterruptedException {
        closing = true;
        workers.getQueue().clear();
        live.values().forEach(LiveJob::askToStop);
        workers.shutdown();
        if (!workers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Some jobs did not stop in time");
        }
        table.interruptOwn();
    }

    @Override
    public Job start(Caller caller, String kind, Work work) {
        long id = Ids.next();
        Job job = new Job(id, kind, Job.State.QUEUED, 0, 0, Map.of(), null, caller.userId(), Instant.now(), null);
        LiveJob started = new LiveJob(job, worker(caller).inJob(id, caller.through()), table, database);
        table.insert(job);
        database.afterCommit(() -> {
            live.put(id, started);
            workers.execute(() -> run(started, work));
        });
        return job;
    }

    /** A job that began with a proof goes on with it, however long it takes; one that began without can do nothing dangerous. */
    private Caller worker(Caller caller) {
        return access.isProven(caller) ? caller.entered(Entry.NONE) : caller;
    }

    @Override
    public Job get(Caller caller, long id) {
        // the live one first: it goes only after its end is stored
        LiveJob running = live.get(id);
        Job stored = table.find(id);
        if (stored == null || !mayKnow(caller, stored)) {
            throw new NotFound(messages.text(caller.locale(), "job.notFound"));
        }
        return running == null ? stored : running.seen(stored);
    }

    @Override
    public Job cancel(Caller caller, long id) {
        Job job = get(caller, id);
        LiveJob running = live.get(id);
        if (running != null) {
            running.askToStop();
        }
        if (table.move(id, Job.State.QUEUED, Job.State.CANCELLED)
                || table.move(id, Job.State.INTERRUPTED, Job.State.CANCELLED)) {
            return get(caller, id);
        }
        return job;
    }

    private boolean mayKnow(Caller caller, Job job) {
        return caller.isSystem() || job.startedBy() == caller.userId() || access.isAdministrator(caller);
    }

    private void run(LiveJob job, Work work) {
        try {
            if (table.move(job.jobId(), Job.State.QUEUED, Job.State.RUNNING)) {
                work(job, work);
            }
        } catch (RuntimeException e) {
            // such as a database that is away: the job is found as interrupted at the next start
            LOG.error("Job {} ({}) could not be kept", job.jobId(), job.kind(), e);
        } finally {
            live.remove(job.jobId());
        }
    }

    private void work(LiveJob job, Work work) {
        try {
            Map<String, Object> result = work.run(job.caller(), job);
            end(job, endState(job), result == null ? Map.of() : result, null);
        } catch (Fault e) {
            end(job, Job.State.FAILED, Map.of(), told(job.caller().locale(), e));
        } catch (RuntimeException | Error e) {
            LOG.error("Job {} ({}) failed", job.jobId(), job.kind(), e);
            end(job, Job.State.FAILED, Map.of(), messages.text(job.caller().locale(), "job.failed"));
            if (e instanceof Error error) {
                throw error;
            }
        }
    }

    /** What people need to know: of refused values each one, and not only that some were. */
    private String told(Locale locale, Fault fault) {
        if (fault instanceof DatabaseAway) {
            return messages.text(locale, "job.databaseAway");
        }
        if (fault instanceof InvalidRecord invalid) {
            return invalid.errors().stream()
                    .map(error -> error.field() == null ? error.message() : error.field() + ": " + error.message())
                    .collect(Collectors.joining("; "));
        }
        return fault.getMessage();
    }

    private Job.State endState(LiveJob job) {
        if (!job.stopped()) {
            return Job.State.DONE;
        }
        return closing ? Job.State.INTERRUPTED : Job.State.CANCELLED;
    }

    private void end(LiveJob job, Job.State state, Map<String, Object> result, String message) {
        table.end(job.jobId(), state, job.total(), job.done(), result, message);
    }
}
