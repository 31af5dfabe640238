package org.sencrm.api.module;

import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.job.Job;

/** The modules of this installation. Only administrators; others get {@link org.sencrm.api.fault.Forbidden}. */
@ProviderType
public interface Modules {

    /** The parts of the product first, then by id; a module that is not installed in its newest version. */
    List<Module> list(Caller caller);

    /** What each installed module takes of that which all share, by id; modules that take nothing too. */
    default List<ModuleUse> use(Caller caller) {
        return List.of();
    }

    /** What an operation would do to the version that is there, or the newest where none is. */
    default Plan plan(Caller caller, String id, Action action) {
        return plan(caller, id, null, action);
    }

    /**
     * What an operation would do; nothing is changed. The plan can be run for ten minutes.
     *
     * @param version which one to install, to update to or to roll back to; null for the newest, or, rolling back, the one
     *     before. For other actions null or the version that is there.
     */
    Plan plan(Caller caller, String id, String version, Action action);

    /**
     * What installing this package would do, or updating to it where the module is there already. The package is checked
     * and kept; one that is refused is a {@link org.sencrm.api.fault.InvalidRequest} that says why.
     *
     * @param content read to its end, not closed
     * @param allowDevelopmentKey whether a development key may have signed it; never in production mode
     */
    Plan plan(Caller caller, InputStream content, boolean allowDevelopmentKey);

    /** Does what the plan says, one operation at a time. A failed job has left the module as it was, or quarantined. */
    Job run(Caller caller, String planId);

    enum Action {
        INSTALL,
        /** To another version, normally a newer one; the tables are kept as they were for the way back. */
        UPDATE,
        /** To a version that was there before, with the data as it was when that version was left. */
        ROLLBACK,
        /** Stops the module, across restarts too, and keeps everything. */
        OFF,
        /** Starts what was off or quarantined. */
        ON,
        /** Keeps the data. */
        UNINSTALL,
        /** Writes the data to a file that can be imported again, then removes module, tables and settings. */
        PURGE
    }

    enum State {
        AVAILABLE,
        /** There, and not started: starting just now, or held back in safe mode. */
        INSTALLED,
        RUNNING,
        OFF,
        /** Should run, and does not in whole. */
        FAILED,
        /** Failed to start, or took the product down; is not started again until somebody switches it on. */
        QUARANTINED
    }

    /**
     * @param kind {@code platform}, {@code area} or {@code addOn}
     * @param label in the caller's language
     * @param previousVersions to which it can be rolled back, newest first
     * @param error why it failed or is quarantined; null otherwise
     */
    record Module(
            String id,
            String version,
            String kind,
            State state,
            String label,
            List<String> previousVersions,
            String error) {}

    /**
     * @param version which one will be there, or leaves
     * @param adds bundles and screens that come
     * @param stops bundles that stop
     * @param refreshes bundles of others that are wired anew; empty for an undisturbed operation
     * @param tables of the module; they stay at all actions but a purge
     * @param sessionsAffected how many people are signed in and will see the change
     * @param warnings what one has to know before; why not, where it is impossible
     * @param wayBack how to undo it, a sentence; null where it cannot be undone or run
     * @param possible whether it can be run; the warnings say why not
     */
    record Plan(
            String id,
            String module,
            String version,
            Action action,
            List<String> adds,
            List<String> stops,
            List<String> refreshes,
            List<String> tables,
            int sessionsAffected,
            List<String> warnings,
            String wayBack,
            boolean possible) {}
}
