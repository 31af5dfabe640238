package org.sencrm.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.job.Job;
import org.sencrm.api.module.Modules;

/** Modules in a list. */
final class FakeModules implements Modules {

    final List<Module> modules = new CopyOnWriteArrayList<>(
            List.of(new Module("crm-sales", "1.0.0", "area", State.RUNNING, "Sales", List.of("0.9.0"), null)));
    boolean administrator = true;
    boolean broken;

    @Override
    public List<Module> list(Caller caller) {
        if (!administrator && !caller.isSystem()) {
            throw new Forbidden("Only administrators");
        }
        if (broken) {
            throw new IllegalStateException("broken");
        }
        return modules;
    }

    @Override
    public Plan plan(Caller caller, String id, String version, Action action) {
        String planned = version == null ? "1.0.0" : version;
        return new Plan(
                "p1",
                id,
                planned,
                action,
                List.of(id),
                List.of(),
                List.of(),
                List.of("SALES_LEADS"),
                2,
                List.of(),
                "Back.",
                true);
    }

    /** The package is its own id. */
    @Override
    public Plan plan(Caller caller, InputStream content, boolean allowDevelopmentKey) {
        try {
            String id = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return plan(caller, id, allowDevelopmentKey ? "development" : "1.0.0", Action.INSTALL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasSettled() {
        return true;
    }

    @Override
    public Job run(Caller caller, String planId) {
        return new Job(9, "module", Job.State.QUEUED, 0, 0, Map.of(), null, 7, null, null);
    }
}
