package org.sencrm.core.schema;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Dictionary;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.sencrm.api.guard.ModuleAlarm;
import org.sencrm.api.health.HealthCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the changelog of every bundle with the headers {@code CRM-Module} and {@code CRM-Changelog}, and then publishes the
 * product's data source under the module's name. The module's persistence unit and components wait for that, so they never
 * see an old schema. A module whose step fails stays without its data source, and health tells.
 */
@Component(
        service = {HealthCheck.class, SchemaExtender.class},
        immediate = true)
public final class SchemaExtender implements BundleTrackerCustomizer<ModuleSchema>, HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaExtender.class);
    static final String MODULE_HEADER = "CRM-Module";
    static final String CHANGELOG_HEADER = "CRM-Changelog";
    private static final long RETRY_SECONDS = 5;
    private static final long CLOSE_SECONDS = 30;

    /** How long a module may keep a connection: less than others wait for a lock. */
    private static final Duration LONGEST_LEASE = Duration.ofSeconds(10);

    private static final long LOOK_SECONDS = 1;

    private final BundleContext context;
    private final DataSource source;
    private final FirstWake firstWake;
    private final String core;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "crm-schema"));
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "crm-leases"));
    private final Leases leases = new Leases(LONGEST_LEASE, this::overdue);
    private final List<ModuleAlarm> alarms = new CopyOnWriteArrayList<>();
    private final BundleTracker<ModuleSchema> tracker;
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    @Activate
    public SchemaExtender(
            BundleContext context,
            @Reference(target = "(dataSourceName=crm)") DataSource source,
            @Reference FirstWake firstWake) {
        this.context = context;
        this.source = source;
        this.firstWake = firstWake;
        this.core = context.getBundle().getHeaders("").get(MODULE_HEADER);
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
    }

    @Activate
    void open() {
        tracker.open();
        watch.scheduleWithFixedDelay(leases::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindAlarm(ModuleAlarm alarm) {
        alarms.add(alarm);
    }

    void unbindAlarm(ModuleAlarm alarm) {
        alarms.remove(alarm);
    }

    private void overdue(String module) {
        alarms.forEach(alarm -> alarm.holding(module, LONGEST_LEASE));
    }

    @Deactivate
    void close() throws InterruptedException {
        tracker.close();
        watch.shutdownNow();
        worker.shutdown();
        if (!worker.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public State state() {
        if (failed.isEmpty()) {
            return State.UP;
        }
        return failed.contains(core) ? State.DOWN : State.DEGRADED;
    }

    @Override
    public ModuleSchema addingBundle(Bundle bundle, BundleEvent event) {
        ModuleSchema schema = schemaOf(bundle);
        if (schema != null) {
            // never on the framework's thread: a long step would hold up every other bundle
            worker.execute(() -> open(schema));
        }
        return schema;
    }

    /** Null for a bundle without a changelog. */
    private ModuleSchema schemaOf(Bundle bundle) {
        Dictionary<String, String> headers = bundle.getHeaders("");
        String module = headers.get(MODULE_HEADER);
        String changelog = headers.get(CHANGELOG_HEADER);
        if (module == null || changelog == null) {
            return null;
        }
        DataSource given = module.equals(core) ? source : leases.of(module, source);
        return new ModuleSchema(bundle, module, changelog, source, given);
    }

    /** Whether the schema was last brought up to date from the files of this bundle, started or not. */
    boolean isCurrent(long bundle) throws Exception {
        ModuleSchema schema = schemaOf(context.getBundle(bundle));
        return schema == null || schema.isCurrent();
    }

    /** Brings the schema up to date from the files of this bundle, started or not, and waits for the end of it. */
    void update(long bundle) throws Exception {
        ModuleSchema schema = schemaOf(context.getBundle(bundle));
        if (schema != null) {
            worker.submit(() -> {
                        firstWake.await();
                        schema.update();
                        return null;
                    })
                    .get();
        }
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, ModuleSchema schema) {
        // from starting to active: nothing changes
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, ModuleSchema schema) {
        schema.close();
        failed.remove(schema.module());
    }

    private void open(ModuleSchema schema) {
        try {
            firstWake.await();
            schema.open();
            failed.remove(schema.module());
        } catch (Exception | LinkageError e) {
            if (schema.isClosed()) {
                return;
            }
            failed.add(schema.module());
            if (isAway(e)) {
                LOG.warn("Schema of module {}: the database is away, trying again", schema.module());
                worker.schedule(() -> open(schema), RETRY_SECONDS, TimeUnit.SECONDS);
            } else {
                LOG.error("Schema of module {} failed; the module stays without its data", schema.module(), e);
            }
        }
    }

    /** Whether the database could not be reached, or was shutting down or starting up. */
    private static boolean isAway(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
            }
        }
        return false;
    }
}
