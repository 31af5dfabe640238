package org.sencrm.api.module;

import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.annotation.versioning.ProviderType;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.NeedsProof;
import org.sencrm.api.job.Job;

/** The modules of this installation. Only administrators; others get {@link org.sencrm.api.fault.Forbidden}. */
@ProviderType
public interface Modules {

    /** No package may have more bytes. */
    long LARGEST_PACKAGE = 200L << 20;

    /** The parts of the product first, then by id; a module that is not installed in its newest version. */
    List<Module> list(Caller caller);

    /**
     * All that is known of one module. Of one that is not installed a package in a folder is read for it; one that would
     * have to be fetched from an address is not.
     *
     * @throws org.sencrm.api.fault.NotFound where there is no such module
     */
    ModuleDetails details(Caller caller, String id);

    /**
     * A picture of the module's package.
     *
     * @param name as in {@link ModuleDetails#screenshots}, or {@link Module#icon}
     * @throws org.sencrm.api.fault.NotFound where there is none
     */
    Picture picture(Caller caller, String id, String name);

    /**
     * Switches the module off for these roles and on for all others. Whoever has no other role does without the module:
     * {@link org.sencrm.api.access.Access#mayUse}. Its data stays as it is.
     *
     * @param roles ids; roles of administrators cannot be among them
     */
    void switchOffFor(Caller caller, String id, Collection<Long> roles);

    /**
     * What was done with modules, newest first.
     *
     * @param id of a module; null for all
     */
    List<ModuleEvent> journal(Caller caller, String id, int limit);

    /** The places where modules come from, asked now: the product's own first, then as they were added. */
    List<ModuleRepository> repositories(Caller caller);

    /**
     * Adds a place, after it has answered.
     *
     * @param place a folder of the server, absolute, or an https address
     * @return what it offers
     * @throws org.sencrm.api.fault.InvalidRequest where it is neither, or does not answer, with the reason
     */
    @NeedsProof
    ModuleRepository addRepository(Caller caller, String place);

    /** Does not ask there any more; what was installed from there stays. */
    void removeRepository(Caller caller, String place);

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

    /** Whether every module has had its turn since the product started: each one runs, or it is known why not. */
    boolean hasSettled();

    /** Does what the plan says, one operation at a time. A failed job has left the module as it was, or quarantined. */
    @NeedsProof
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
     * @param vendor who says to have made it; the signer tells who did; null where nothing is said
     * @param description a sentence or two in the caller's language; empty where nothing is said
     * @param update the newest version to which it can be updated; null for none
     * @param icon name of a picture; null for none
     * @param notices what an administrator has to know although the module stands as it should, such as a stop that did not
     *     end in time or a health check that fails; empty where all is well
     */
    record Module(
            String id,
            String version,
            String kind,
            State state,
            String label,
            List<String> previousVersions,
            String error,
            String vendor,
            String description,
            String update,
            String icon,
            List<String> notices) {

        public Module {
            notices = List.copyOf(notices);
        }

        /** Where nothing is to be noticed. */
        public Module(
                String id,
                String version,
                String kind,
                State state,
                String label,
                List<String> previousVersions,
                String error,
                String vendor,
                String description,
                String update,
                String icon) {
            this(
                    id,
                    version,
                    kind,
                    state,
                    label,
                    previousVersions,
                    error,
                    vendor,
                    description,
                    update,
                    icon,
                    List.of());
        }
    }

    /**
     * Who signed a package.
     *
     * @param kind {@code product}, {@code vendor} or {@code development}
     * @param name the organisation, else the person
     * @param subject the certificate's whole name
     * @param fingerprint SHA-256 of the certificate, hexadecimal
     * @param validUntil end of the certificate; what is installed runs on after it
     */
    record Signer(String kind, String name, String subject, String fingerprint, Instant validUntil) {}

    /**
     * What a module declares to use beyond its own records.
     *
     * @param records by type of others: {@code read}, {@code create}, {@code update}, {@code delete}
     * @param hosts outside hosts that it talks to
     * @param files of the file store: {@code read}, {@code write}
     */
    record Permissions(Map<String, List<String>> records, List<String> hosts, List<String> files) {

        public Permissions {
            records = Collections.unmodifiableMap(new TreeMap<>(records));
            hosts = List.copyOf(hosts);
            files = List.copyOf(files);
        }

        public boolean isEmpty() {
            return records.isEmpty() && hosts.isEmpty() && files.isEmpty();
        }
    }

    /** @param mediaType of PNG, JPEG, WebP or SVG; an SVG is somebody's program where it is shown other than as an image */
    record Picture(String mediaType, byte[] content) {}

    /**
     * @param label of the module in the caller's language
     * @param version which one will be there, or leaves
     * @param adds bundles and screens that come
     * @param stops bundles that stop
     * @param refreshes bundles of others that are wired anew; empty for an undisturbed operation
     * @param tables of the module; they stay at all actions but a purge
     * @param changes those of them that come, change or go
     * @param neededBy labels of the installed modules that need this one
     * @param sessionsAffected how many people are signed in and will see the change
     * @param warnings what one has to know before; why not, where it is impossible
     * @param wayBack how to undo it, a sentence; null where it cannot be undone or run
     * @param possible whether it can be run; the warnings say why not
     * @param signer of the version; null where its package is not here
     * @param permissions that the version declares; empty where its package is not here
     */
    record Plan(
            String id,
            String module,
            String label,
            String version,
            Action action,
            List<String> adds,
            List<String> stops,
            List<String> refreshes,
            List<String> tables,
            List<String> changes,
            List<String> neededBy,
            int sessionsAffected,
            List<String> warnings,
            String wayBack,
            boolean possible,
            Signer signer,
            Permissions permissions) {}
}
