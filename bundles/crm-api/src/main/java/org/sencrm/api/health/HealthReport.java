package org.sencrm.api.health;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What the health checks of modules say, for whoever shows modules to an administrator. Thread safe. */
@ProviderType
public interface HealthReport {

    /** The checks that are not well now. Waits at most half a second for each that does not answer, and throws nothing. */
    List<Finding> findings();

    /**
     * A check that is not well.
     *
     * @param module id of the module that it comes from
     * @param check its name, or the name of its bundle where it did not tell one
     */
    record Finding(String module, String check, Kind kind) {}

    /** What is wrong. */
    enum Kind {
        /** The module says itself that something of it does not work. */
        UNWELL,
        /** Asking it failed. */
        FAILED,
        /** It does not answer. */
        SILENT
    }
}
