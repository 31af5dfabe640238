package org.sencrm.transfer.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.record.RecordType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where imports are worked on. What is stored as running and is not worked on here was cut off, by a kill, a restart or a
 * database that was away: it is taken up again by itself, as soon as the types that it needs are there.
 */
final class Workshop {

    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);
    private static final Duration LOOK_ROUND = Duration.ofSeconds(2);
    private static final int ROUNDS_TO_TIDY = 1_800;
    /** How long an import can be looked at and undone. */
    private static final Duration REMEMBERED = Duration.ofDays(180);

    private static final long CLOSE_SECONDS = 15;

    private final Services services;
    private final Jobs jobs;
    private final Set<Long> atWork = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "crm-transfer-watch"));
    private final Patience patience = new Patience();
    private volatile boolean stopping;
    private int rounds;

    Workshop(Services services, Jobs jobs) {
        this.services = services;
        this.jobs = jobs;
    }

    void open() {
        watch.scheduleWithFixedDelay(this::lookRound, 0, LOOK_ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    void close() {
        stopping = true;
        watch.shutdownNow();
        try {
            watch.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
            for (long waited = 0; !atWork.isEmpty() && waited < CLOSE_SECONDS * 10; waited++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAtWork(long id) {
        return atWork.contains(id);
    }

    /**
     * @param running what to throw where the same file is being imported into the type
     * @return the import as it starts
     */
    StoredImport start(
            Caller caller, UploadedFile file, ImportPlan plan, List<String> header, Supplier<NotNow> running) {
        boolean dry = plan.options().dryRun();
        CompletableFuture<StoredImport> stored = new CompletableFuture<>();
        Job job = jobs.start(
                caller.through("import"),
                "import",
                (worker, progress) -> work(progress.jobId(), () -> wait(stored), progress));
        StoredImport one = new StoredImport(
                job.id(),
                plan.type().name(),
                file.id(),
                file.name(),
                file.hash(),
                plan.options(),
                header,
                caller.userId(),
                caller.locale(),
                caller.zone(),
                Job.State.RUNNING,
                StoredImport.Phase.ROWS,
                job.id(),
                0,
                0,
                Counts.NONE,
                0,
                null,
                null);
        atWork.add(one.id());
        try {
            services.imports().insert(one, dry ? null : runningKey(one));
            stored.complete(one);
            return one;
        } catch (StoreFailure e) {
            atWork.remove(one.id());
            RuntimeException reason = e.isDuplicate() ? running.get() : e;
            stored.completeExceptionally(reason);
            throw reason;
        }
    }

    /** Lets an import go on, or be undone; as {@link #start} where the same file is being imported. */
    void resume(StoredImport one, StoredImport.Phase phase, Supplier<NotNow> running) {
        boolean locks = !one.options().dryRun() && phase != StoredImport.Phase.UNDO;
        if (!atWork.add(one.id())) {
            throw running.get();
        }
        try {
            if (!services.imports().reopen(one, phase, locks ? runningKey(one) : null)) {
                throw running.get();
            }
        } catch (StoreFailure e) {
            atWork.remove(one.id());
            throw e.isDuplicate() ? running.get() : e;
        } catch (NotNow e) {
            atWork.remove(one.id());
            throw e;
        }
        launch(one.id(), one.worker());
    }

    /** Takes effect at once: the chunk in hand is undone. */
    void cancel(StoredImport one) {
        services.imports().end(one.id(), Job.State.CANCELLED, null);
        try {
            jobs.cancel(one.worker(), one.jobId());
        } catch (NotFound e) {
            LOG.debug("The job of import {} is gone already", one.id());
        }
    }

    /** One look round: what was cut off is taken up again. */
    void lookRound() {
        try {
            for (StoredImport one : services.imports().running()) {
                if (!stopping && !atWork.contains(one.id()) && patience.isOver(one.id())) {
                    takeUp(one);
                }
            }
            if (rounds++ % ROUNDS_TO_TIDY == 0) {
                services.imports().forget(Instant.now().minus(REMEMBERED));
                services.uploads().tidy();
            }
        } catch (StoreFailure | Unavailable e) {
            LOG.warn("The database is away; imports wait for it");
        } catch (RuntimeException e) {
            LOG.error("Imports that were cut off could not be looked at", e);
        }
    }

    private void takeUp(StoredImport one) {
        if (wasCancelled(one)) {
            services.imports().end(one.id(), Job.State.CANCELLED, null);
        } else if (hasItsTypes(one) && atWork.add(one.id())) {
            LOG.info("Import {} goes on after row {}", one.id(), one.lastRow());
            launch(one.id(), one.worker());
        }
    }

    private void launch(long id, Caller worker) {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        try {
            Job job = jobs.start(worker, "import", (caller, progress) -> {
                wait(ready);
                return work(id, () -> services.imports().find(id), progress);
            });
            services.imports().job(id, job.id());
        } catch (RuntimeException e) {
            atWork.remove(id);
            throw e;
        } finally {
            ready.complete(null);
        }
    }

    /** A person may stop the job instead of the import. */
    private boolean wasCancelled(StoredImport one) {
        try {
            return jobs.get(one.worker(), one.jobId()).state() == Job.State.CANCELLED;
        } catch (NotFound e) {
            return false;
        }
    }

    /** While modules come up, a name must not be taken for unknown because its type is not there yet. */
    private boolean hasItsTypes(StoredImport one) {
        RecordType type = services.types().find(one.type()).orElse(null);
        if (type == null) {
            return false;
        }
        return one.options().map().keySet().stream()
                .flatMap(path -> type.field(path.split("\\.")[0]).stream())
                .flatMap(field -> field.targets().stream())
                .allMatch(target ->
                        target.equals("*") || services.types().find(target).isPresent());
    }

    /** @param stored gives the import once it can be worked on */
    private Map<String, Object> work(long id, Supplier<StoredImport> stored, Jobs.Progress progress) {
        try {
            StoredImport one = stored.get();
            if (one.phase() == StoredImport.Phase.UNDO) {
                new UndoWork(services, one, progress, () -> stopping).run();
            } else {
                new ImportWork(services, one, progress, () -> stopping).run();
            }
            patience.forget(id);
            return result(services.imports().find(id));
        } catch (Overtaken e) {
            LOG.info("Import {} was stopped", id);
        } catch (StoreFailure | Unavailable e) {
            LOG.warn("Import {} waits for the database", id, e);
            patience.lose(id);
        } catch (Fault e) {
            LOG.info("Import {} failed", id);
            services.imports().end(id, Job.State.FAILED, e.getMessage());
            throw e;
        } catch (RuntimeException e) {
            if (!stopping && !progress.cancelled()) {
                fail(id);
            }
            throw e;
        } finally {
            atWork.remove(id);
        }
        return Map.of();
    }

    private void fail(long id) {
        StoredImport one = services.imports().find(id);
        if (one != null) {
            services.imports().end(id, Job.State.FAILED, services.messages().text(one.language(), "transfer.failed"));
        }
    }

    private static Map<String, Object> result(StoredImport one) {
        Counts counts = one.counts();
        return Map.of(
                "import", String.valueOf(one.id()),
                "created", counts.created(),
                "updated", counts.updated(),
                "skipped", counts.skipped(),
                "failed", counts.failed());
    }

    /** The job may begin before the one who started it has stored what it is to do. */
    private static <T> T wait(CompletableFuture<T> stored) {
        try {
            return stored.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    private static String runningKey(StoredImport one) {
        return one.type() + " " + one.fileHash();
    }
}
