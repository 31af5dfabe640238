package org.sencrm.modules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.job.Job;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.module.Modules;
import org.sencrm.api.module.OpenSessions;
import org.sencrm.api.text.Messages;

/** Modules by plan: first said, then done, one operation at a time and never on the caller's thread. */
@Component
public class ModuleService implements Modules {

    private static final Duration PLAN_LIFE = Duration.ofMinutes(10);

    private final Platform platform;
    private final Access access;
    private final Messages messages;
    private final Jobs jobs;
    private final Clock clock;
    private final Planner planner;
    private final Operations operations;
    private final Map<String, Made> plans = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<OpenSessions> sessions = List.of();

    @Activate
    public ModuleService(
            BundleContext context,
            @Reference FeaturesService features,
            @Reference(target = "(dataSourceName=crm)") DataSource database,
            @Reference Access access,
            @Reference Messages messages,
            @Reference Jobs jobs) {
        this(
                new KarafPlatform(context, features),
                new ModuleTables(database),
                access,
                messages,
                jobs,
                Clock.systemUTC());
    }

    ModuleService(Platform platform, ModuleTables tables, Access access, Messages messages, Jobs jobs, Clock clock) {
        this.platform = platform;
        this.access = access;
        this.messages = messages;
        this.jobs = jobs;
        this.clock = clock;
        this.planner = new Planner(platform, tables, messages, this::openSessions);
        this.operations = new Operations(platform, planner, messages);
    }

    @Override
    public List<Module> list(Caller caller) {
        onlyAdministrators(caller);
        return new Catalog(platform, messages).modules(caller.locale());
    }

    @Override
    public Plan plan(Caller caller, String id, Action action) {
        onlyAdministrators(caller);
        Instant now = clock.instant();
        plans.values().removeIf(made -> made.isOver(now));
        Plan plan = planner.plan(id, action, caller.locale());
        plans.put(plan.id(), new Made(plan, now));
        return plan;
    }

    @Override
    public Job run(Caller caller, String planId) {
        onlyAdministrators(caller);
        Locale locale = caller.locale();
        Made made = plans.remove(planId);
        if (made == null || made.isOver(clock.instant())) {
            throw new NotFound(messages.text(locale, "modules.plan.unknown"));
        }
        if (!made.plan().possible()) {
            throw new NotNow(String.join(" ", made.plan().warnings()));
        }
        return jobs.start(caller, "module", (worker, progress) -> operations.run(made.plan(), worker.locale()));
    }

    private void onlyAdministrators(Caller caller) {
        if (!access.isAdministrator(caller)) {
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
