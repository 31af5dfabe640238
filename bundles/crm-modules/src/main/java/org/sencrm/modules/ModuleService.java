package org.sencrm.modules;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.audit.AuditEvent;
import org.sencrm.api.audit.AuditTrail;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.health.HealthReport;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.module.ModuleData;
import org.sencrm.api.module.ModuleDetails;
import org.sencrm.api.module.ModuleEvent;
import org.sencrm.api.module.ModuleRepository;
import org.sencrm.api.module.ModuleUse;
import org.sencrm.api.module.Modules;
import org.sencrm.api.module.OpenSessions;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.text.Messages;
import org.sencrm.api.transfer.Exports;
import org.sencrm.modules.pack.Repositories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Modules by plan: first said, then done, one operation at a time and never on the caller's thread. */
@Component
public class ModuleService implements Modules {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleService.class);
    private static final Duration PLAN_LIFE = Duration.ofMinutes(10);

    /** How many versions of a module stay at hand to go back to. */
    private static final String KEPT_VERSIONS = "modules.versions.kept";

    /** How many seconds a bundle of a module may take to start or stop. */
    private static final String START_SECONDS = "modules.start.seconds";

    /** Before the name of a limit: how much of it a module may have or do. */
    private static final String LIMIT = "modules.limit.";

    private final ModuleHost host;
    private final Access access;
    private final Messages messages;
    private final Jobs jobs;
    private final Settings settings;
    private final Clock clock;
    private final Planner planner;
    private final Operations operations;
    private final DetailsReader detailsReader;
    private final Sources sources;
    private final Map<String, Made> plans = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<OpenSessions> sessions = List.of();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile RecordTypes types;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Exports exports;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Records records;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile HealthReport health;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile AuditTrail audit;

    @Activate
    public ModuleService(
            @Reference ModuleHost host,
            @Reference(target = "(dataSourceName=crm)") DataSource database,
            @Reference ModuleData data,
            @Reference Access access,
            @Reference Messages messages,
            @Reference Settings settings,
            @Reference Jobs jobs) {
        this(host, database, data, access, messages, settings, jobs, Clock.systemUTC());
        Thread thread = new Thread(this::takeUp, "crm-modules take up");
        thread.setDaemon(true);
        thread.start();
    }

    ModuleService(
            ModuleHost host,
            DataSource database,
            ModuleData data,
            Access access,
            Messages messages,
            Settings settings,
            Jobs jobs,
            Clock clock) {
        this.host = host;
        this.access = access;
        this.messages = messages;
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
        host.quotas.limits(name -> number(LIMIT + name, Quotas.DEFAULTS.get(name)));
        host.packages.further(() -> settings.get(Repositories.SETTING, ""));
        ModuleTables tables = new ModuleTables(database, data);
        Farewell farewell = new RecordFarewell(
                host.home, tables, data, () -> Optional.ofNullable(types), () -> Optional.ofNullable(exports), clock);
        this.planner =
                new Planner(host.home, this::catalog, host.platform, host.runner, tables, messages, this::openSessions);
        this.detailsReader = new DetailsReader(host.packages, tables, messages);
        this.sources = new Sources(host.packages.repositories(), settings, messages);
        Transition transition = new Transition(
                host.home,
                host.journal,
                host.states,
                host.packages,
                host.platform,
                host.runner,
                tables,
                data,
                farewell);
        this.operations = new Operations(
                host.journal, transition, planner, this::catalog, messages, () -> number(KEPT_VERSIONS, 3), host.turn);
    }

    /** Ends what an earlier process left, and lets areas follow a new product; then the product counts as started. */
    void takeUp() {
        try {
            host.await();
            operations.recover();
            host.follow(operations::follow);
            host.safeMode.ready();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.error("The modules cannot be taken up", e);
        }
    }

    private Catalog catalog() {
        return new Catalog(host.platform, host.packages, host.states, host.runner, messages, this::findings);
    }

    private List<HealthReport.Finding> findings() {
        return Optional.ofNullable(health).map(HealthReport::findings).orElse(List.of());
    }

    private int number(String key, int otherwise) {
        try {
            return Math.max(
                    1,
                    Integer.parseInt(
                            settings.get(key, String.valueOf(otherwise)).trim()));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    @Override
    public List<Module> list(Caller caller) {
        onlyAdministrators(caller);
        return catalog().modules(caller.locale());
    }

    @Override
    public ModuleDetails details(Caller caller, String id) {
        onlyAdministrators(caller);
        List<org.sencrm.api.record.Reference> offFor =
                roles().map(roles -> roles.offFor(caller, id)).orElse(List.of());
        return detailsReader.of(catalog(), id, offFor, caller.locale());
    }

    @Override
    public Picture picture(Caller caller, String id, String name) {
        onlyAdministrators(caller);
        return detailsReader.picture(catalog(), id, name, caller.locale());
    }

    @Override
    public void switchOffFor(Caller caller, String id, Collection<Long> roles) {
        onlyAdministrators(caller);
        if (!catalog().isKnown(id)) {
            throw new NotFound(messages.text(caller.locale(), "modules.unknown", id));
        }
        if (Catalog.isPlatform(id)) {
            throw new InvalidRequest(messages.text(
                    caller.locale(), "modules.plan.platform", messages.text(caller.locale(), "module." + id)));
        }
        roles().orElseThrow(() -> new Unavailable(messages.text(caller.locale(), "modules.unavailable")))
                .switchOffFor(caller, id, roles);
    }

    /** Empty while the core is away. */
    private Optional<RoleSwitch> roles() {
        return Optional.ofNullable(records).map(present -> new RoleSwitch(present, messages));
    }

    @Override
    public List<ModuleEvent> journal(Caller caller, String id, int limit) {
        onlyAdministrators(caller);
        return new EventReader(host.journal, Optional.ofNullable(records)).read(caller, id, limit);
    }

    @Override
    public List<ModuleRepository> repositories(Caller caller) {
        onlyAdministrators(caller);
        return sources.all(caller.locale());
    }

    @Override
    public ModuleRepository addRepository(Caller caller, String place) {
        onlyAdministrators(caller);
        access.requireProof(caller);
        return sources.add(caller, place);
    }

    @Override
    public void removeRepository(Caller caller, String place) {
        onlyAdministrators(caller);
        sources.remove(caller, place);
    }

    @Override
    public List<ModuleUse> use(Caller caller) {
        onlyAdministrators(caller);
        return host.states.all().values().stream()
                .filter(ModuleState::isInstalled)
                .map(this::use)
                .toList();
    }

    private ModuleUse use(ModuleState state) {
        String id = state.id();
        boolean ours =
                host.packages.stored(id, state.version()).filter(Release::own).isPresent();
        int threads = host.watch.threads(id);
        return new ModuleUse(
                id,
                threads,
                host.quotas.count(id, Quotas.PARCELS),
                host.quotas.count(id, Quotas.CALLS),
                host.quotas.exceeded(id, threads),
                ours ? Map.of() : host.quotas.limits());
    }

    @Override
    public Plan plan(Caller caller, String id, String version, Action action) {
        onlyAdministrators(caller);
        return keep(planner.plan(id, version, action, caller.locale()));
    }

    @Override
    public Plan plan(Caller caller, InputStream content, boolean allowDevelopmentKey) {
        onlyAdministrators(caller);
        Release release = take(content, allowDevelopmentKey, caller.locale());
        boolean there = host.states.get(release.id()).isInstalled();
        Action action = there ? Action.UPDATE : Action.INSTALL;
        return keep(planner.plan(release.id(), release.version(), action, caller.locale()));
    }

    private Release take(InputStream content, boolean allowDevelopmentKey, Locale locale) {
        try {
            return host.packages.take(content, allowDevelopmentKey, locale);
        } catch (IOException e) {
            LOG.error("A package cannot be kept", e);
            throw new Unavailable(messages.text(locale, "modules.package.unkept"));
        }
    }

    private Plan keep(Plan plan) {
        Instant now = clock.instant();
        plans.values().removeIf(made -> made.isOver(now));
        plans.put(plan.id(), new Made(plan, now));
        return plan;
    }

    @Override
    public boolean hasSettled() {
        return host.isThrough();
    }

    @Override
    public Job run(Caller caller, String planId) {
        onlyAdministrators(caller);
        access.requireProof(caller);
        Locale locale = caller.locale();
        Made made = plans.remove(planId);
        if (made == null || made.isOver(clock.instant())) {
            throw new NotFound(messages.text(locale, "modules.plan.unknown"));
        }
        if (!made.plan().possible()) {
            throw new NotNow(String.join(" ", made.plan().warnings()));
        }
        host.limit(Duration.ofSeconds(number(START_SECONDS, 30)));
        note(caller, made.plan(), "asked");
        return jobs.start(caller, "module", (worker, progress) -> runNoted(made.plan(), worker, progress));
    }

    private Map<String, Object> runNoted(Plan plan, Caller caller, Jobs.Progress progress) {
        String outcome = "failed";
        try {
            Map<String, Object> done = operations.run(plan, caller, progress);
            outcome = "done";
            return done;
        } finally {
            note(caller, plan, outcome);
        }
    }

    /** @param outcome what became of it: asked, done or failed */
    private void note(Caller caller, Plan plan, String outcome) {
        String action = plan.action().name().toLowerCase(Locale.ROOT);
        AuditEvent event = AuditEvent.of("module." + action + '.' + outcome)
                .on("modules", plan.module())
                .with("version", plan.version());
        Optional.ofNullable(audit).ifPresent(trail -> trail.note(caller, event));
    }

    private void onlyAdministrators(Caller caller) {
        if (!caller.isSystem() && !access.isAdministrator(caller)) {
            throw new Forbidden(messages.text(caller.locale(), "modules.forbidden"));
        }
    }

    private int openSessions() {
        return sessions.stream().mapToInt(OpenSessions::count).sum();
    }

    private record Made(Plan plan, Instant at) {

        boolean isOver(Instant now) {
            return now.isAfter(at.plus(PLAN_LIFE));
        }
    }
}
