package org.sencrm.rest;

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
            List.of(new Module("crm-sales", "1.0.0", "area", State.INSTALLED, "Sales", null)));
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
    public Plan plan(Caller caller, String id, Action action) {
        return new Plan(
                "p1", id, action, List.of(id), List.of(), List.of(), List.of("SALES_LEADS"), 2, List.of(), true);
    }

    @Override
    public Job run(Caller caller, String planId) {
        return new Job(9, "module", Job.State.QUEUED, 0, 0, Map.of(), null, 7, null, null);
    }
}
