package org.sencrm.modules;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The run-time under the product, as far as modules concern it. Locations name bundles. */
interface Platform {

    /** Every known feature once: its installed version, else its newest. */
    List<FeaturePart> features();

    /** Names of the features that were asked for, as against those that came along because others need them. */
    Set<String> roots();

    /** Whether a bundle of this location is installed. */
    boolean isPresent(String location);

    /** Whether the bundle of this location is installed and runs. */
    boolean isRunning(String location);

    /** Names of the bundles that are wired anew when these go, themselves left out. */
    List<String> rewired(Collection<String> locations);

    /** A text out of the file of a bundle that need not be installed; empty where file or text are not there. */
    Optional<String> packagedText(String location, Locale locale, String key);

    /** Whether the bundle's file can be had. */
    boolean isAvailable(String location);

    /** Adds the feature and refreshes nothing. Returns when its bundles were started. */
    void install(String feature, String version) throws Exception;

    /** Takes the feature away, and wires anew exactly what still held on to its bundles. */
    void uninstall(String feature, String version) throws Exception;
}
