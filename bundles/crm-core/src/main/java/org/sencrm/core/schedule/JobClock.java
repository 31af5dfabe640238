package org.sencrm.core.schedule;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.guard.Guard;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.job.ScheduledJob;
import org.sencrm.api.job.ScheduledJobs;
import org.sencrm.api.module.ModuleId;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts jobs when they are due: looks every half minute, first some time after the start, when nobody waits for it. */
@Component(service = ScheduledJobs.class, immediate = true)
public final class JobClock implements ScheduledJobs {

    private static final Logger LOG = LoggerFactory.getLogger(JobClock.class);
    private static final int LONGEST_NAME = 60;
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final long LOOK_SECONDS = 30;
    private static final long STOP_MILLIS = 5_000;
    private static final long STEP_MILLIS = 20;
    private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

    private final BundleContext context;
    private final Guard guard;
    private final Jobs jobs;
    private final Settings settings;
    private final Access access;
    private final Messages messages;
    private final Faults faults;
    private final Clock clock;
    private final ScheduleTable table;
    private final Map<String, Planned> planned = new ConcurrentHashMap<>();
    /** By name, ids of the jobs that run or wait on this node; 0 for one that is just being started. */
    private final Map<String, Long> running = new ConcurrentHashMap<>();

    private final Semaphore calls = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "crm-schedule");
    private volatile boolean closing;

    @Activate
    public JobClock(
            BundleContext context,
            @Reference Database database,
            @Reference Guard guard,
            @Reference Jobs jobs,
            @Reference Settings settings,
            @Reference Access access,
            @Reference Messages messages) {
        this(context, database, guard, jobs, settings, access, messages, Clock.systemUTC());
    }

    JobClock(
            BundleContext context,
            Database database,
            Guard guard,
            Jobs jobs,
            Settings settings,
            Access access,
            Messages messages,
            Clock clock) {
        this.context = context;
        this.guard = guard;
        this.jobs = jobs;
        this.settings = settings;
        this.access = access;
        this.messages = messages;
        this.faults = new Faults(messages);
        this.clock = clock;
        this.table = new ScheduleTable(database);
    }

    @Activate
    void open() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Without an interrupt: Derby closes the database's files at one. */
    @Deactivate
    void close() throws InterruptedException {
        closing = true;
        calls.release();
        thread.join(STOP_MILLIS);
        running.values().stream().filter(job -> job != 0).forEach(job -> jobs.cancel(Caller.system(), job));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(ServiceReference<ScheduledJob> reference) {
        String module = ModuleId.of(reference.getBundle().getHeaders(""));
        Object name = reference.getProperty(ScheduledJob.NAME);
        Object schedule = reference.getProperty(ScheduledJob.SCHEDULE);
        add(reference, module, name, schedule, () -> service(reference), () -> context.ungetService(reference));
    }

    private ScheduledJob service(ServiceReference<ScheduledJob> reference) {
        ScheduledJob found = context.getService(reference);
        return found == null ? null : guard.unhurried(ScheduledJob.class, found, () -> Locale.ENGLISH);
    }

    void unbind(ServiceReference<ScheduledJob> reference) {
        remove(reference);
    }

    /** What cannot be planned is left out, and the log says why. */
    void add(
            Object key, String module, Object name, Object schedule, Supplier<ScheduledJob> service, Runnable release) {
        String flaw = null;
        if (!(name instanceof String) || ((String) name).isBlank() || ((String) name).length() > LONGEST_NAME) {
            flaw = "it has no name of 1 to " + LONGEST_NAME + " characters";
        } else if (!(schedule instanceof String)) {
            flaw = "it has no schedule";
        } else {
            try {
                String when = (String) schedule;
                Planned job = new Planned(key, (String) name, module, when, Schedule.of(when), service, release);
                flaw = planned.putIfAbsent(job.name(), job) == null ? null : "there is one of that name already";
            } catch (IllegalArgumentException e) {
                flaw = e.getMessage();
            }
        }
        if (flaw != null) {
            LOG.error("The job {} of module {} is left out: {}", name, module, flaw);
        }
    }

    /** Asks it to stop where it runs, and waits a little: its module is about to go. */
    void remove(Object key) {
        planned.values().stream()
                .filter(job -> job.key().equals(key))
                .findFirst()
                .ifPresent(job -> {
                    planned.remove(job.name(), job);
                    Long id = running.get(job.name());
                    if (id != null && id != 0) {
                        jobs.cancel(Caller.system(), id);
                        awaitEnd(job);
                    }
                });
    }

    private void awaitEnd(Planned job) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
        while (running.containsKey(job.name()) && System.nanoTime() < end) {
            try {
                Thread.sleep(STEP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        if (running.containsKey(job.name())) {
            LOG.warn("The job {} of module {} does not stop", job.name(), job.module());
        }
    }

    private void run() {
        try {
            while (!closing) {
                // waits first: at the start there is other work to do
                calls.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS);
                if (!closing) {
                    look();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts what is due, and keeps hold of what runs. */
    void look() {
        Instant now = now();
        for (Planned job : planned.values()) {
            try {
                if (isAtIt(job, now)) {
                    table.renew(job.name(), now.plus(LEASE));
                } else {
                    plan(job, now);
                    startIfDue(job, now);
                }
            } catch (RuntimeException e) {
                LOG.warn("The job {} could not be looked at; it is tried again", job.name(), e);
            }
        }
    }

    /** One that was cancelled before it began never told that it is over. */
    private boolean isAtIt(Planned job, Instant now) {
        Long id = running.get(job.name());
        if (id == null || id == 0) {
            return id != null;
        }
        Job known = job(id);
        boolean over = known == null || known.state().isOver();
        if (over && running.remove(job.name(), id)) {
            table.end(job.name(), job.times().next(now, zone()));
        }
        return !over;
    }

    private void plan(Planned job, Instant now) {
        ScheduleTable.Row row = table.find(job.name());
        if (row == null || !row.schedule().equals(job.schedule())) {
            table.plan(job.name(), job.schedule(), job.times().next(now, zone()));
        }
    }

    private void startIfDue(Planned job, Instant now) {
        if (table.claim(job.name(), now, now, now.plus(LEASE))) {
            start(Caller.system(), job);
        }
    }

    private Job start(Caller caller, Planned job) {
        running.put(job.name(), 0L);
        try {
            Job started = jobs.start(caller, job.name(), (worker, progress) -> work(job, progress));
            running.replace(job.name(), 0L, started.id());
            table.running(job.name(), started.id());
            return started;
        } catch (RuntimeException e) {
            running.remove(job.name(), 0L);
            table.release(job.name());
            throw e;
        }
    }

    private Map<String, Object> work(Planned job, Jobs.Progress progress) {
        running.put(job.name(), progress.jobId());
        try {
            ScheduledJob service = job.service().get();
            return service == null
                    ? Map.of()
                    : service.run(Caller.system().inJob(progress.jobId(), "system"), progress);
        } finally {
            job.release().run();
            letGo(job, progress);
            running.remove(job.name());
        }
    }

    private void letGo(Planned job, Jobs.Progress progress) {
        if (closing && progress.cancelled()) {
            table.release(job.name());
        } else {
            table.end(job.name(), job.times().next(now(), zone()));
        }
    }

    @Override
    public List<Line> list(Caller caller) {
        administered(caller);
        return planned.values().stream()
                .sorted(Comparator.comparing(Planned::name))
                .map(job -> line(caller, job))
                .toList();
    }

    private Line line(Caller caller, Planned job) {
        ScheduleTable.Row row = table.find(job.name());
        String key = "job." + job.name();
        String label = messages.has(caller.locale(), key) ? messages.text(caller.locale(), key) : job.name();
        Job last = row == null || row.lastJob() == null ? null : job(row.lastJob());
        return new Line(job.name(), label, job.module(), job.schedule(), row == null ? null : row.nextAt(), last);
    }

    /** Null where it was swept out meanwhile. */
    private Job job(long id) {
        try {
            return jobs.get(Caller.system(), id);
        } catch (NotFound e) {
            return null;
        }
    }

    @Override
    public Job start(Caller caller, String name) {
        administered(caller);
        Planned job = planned.get(name);
        if (job == null) {
            throw new NotFound(faults.text(caller, "job.notFound"));
        }
        Instant now = now();
        Long id = running.get(name);
        if (id != null && id != 0 && isAtIt(job, now)) {
            return jobs.get(caller, id);
        }
        plan(job, now);
        if (!table.claim(name, now, ALWAYS, now.plus(LEASE))) {
            throw new NotNow(faults.text(caller, "job.elsewhere"));
        }
        return start(caller, job);
    }

    private void administered(Caller caller) {
        if (!caller.isSystem() && !access.isAdministrator(caller)) {
            throw faults.forbidden(caller);
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(settings.get(Settings.ZONE, "UTC"));
        } catch (DateTimeException e) {
            return ZoneId.of("UTC");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
