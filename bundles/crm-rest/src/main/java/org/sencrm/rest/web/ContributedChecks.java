package org.sencrm.rest.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.health.HealthCheck;
import org.sencrm.api.health.HealthCheck.State;
import org.sencrm.api.health.HealthReport;
import org.sencrm.api.module.ModuleId;

/** The health checks that parts of the product and modules publish. */
@Component(service = {ContributedChecks.class, HealthReport.class})
public final class ContributedChecks implements HealthReport {

    private static final String CORE = "crm-core";
    private static final int CHECKS_AT_ONCE = 16;

    private final Queue<ContributedCheck> checks = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, CHECKS_AT_ONCE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "crm-health");
                thread.setDaemon(true);
                return thread;
            });

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addCheck(HealthCheck check) {
        Bundle bundle = FrameworkUtil.getBundle(check.getClass());
        String name = bundle == null ? CORE : bundle.getSymbolicName();
        String module = name.equals(CORE) ? null : ModuleId.of(bundle.getHeaders());
        checks.add(new ContributedCheck(check, name, module));
    }

    void removeCheck(HealthCheck check) {
        checks.removeIf(other -> other.isOf(check));
    }

    /** Puts the answers among those that are there, whose names they do not take. */
    void tell(Map<String, State> states) {
        checks.forEach(check -> check.tell(states, threads));
    }

    @Override
    public List<Finding> findings() {
        return checks.stream()
                .map(check -> check.finding(threads))
                .flatMap(Optional::stream)
                .toList();
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }
}
