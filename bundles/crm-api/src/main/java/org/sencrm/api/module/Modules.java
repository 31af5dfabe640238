package org.sencrm.api.module;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.job.Job;

/** The modules of this installation. Only administrators; others get {@link org.sencrm.api.fault.Forbidden}. */
@ProviderType
public interface Modules {

    List<Module> list(Caller caller);

    /** What an operation would do; nothing is changed. The plan can be run for ten minutes. */
    Plan plan(Caller caller, String id, Action action);

    /** Does what the plan says. */
    Job run(Caller caller, String planId);

    enum Action {
        INSTALL,
        UNINSTALL
    }

    enum State {
        AVAILABLE,
        INSTALLED,
        FAILED
    }

    /**
     * @param kind {@code platform}, {@code area} or {@code addOn}
     * @param label in the caller's language
     * @param error why it failed; null otherwise
     */
    record Module(String id, String version, String kind, State state, String label, String error) {}

    /**
     * @param adds bundles and screens that come
     * @param stops bundles that stop
     * @param refreshes bundles of others that are wired anew; empty for an undisturbed operation
     * @param tables of the module; they stay at an uninstall
     * @param sessionsAffected how many people are signed in and will see the change
     * @param possible whether it can be run; the warnings say why not
     */
    record Plan(
            String id,
            String module,
            Action action,
            List<String> adds,
            List<String> stops,
            List<String> refreshes,
            List<String> tables,
            int sessionsAffected,
            List<String> warnings,
            boolean possible) {}
}
