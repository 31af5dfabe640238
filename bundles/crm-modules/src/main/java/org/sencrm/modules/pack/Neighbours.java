package org.sencrm.modules.pack;

import java.util.Map;
import java.util.Set;

/**
 * Whom a package would meet: names that it must not take.
 *
 * @param modules the modules that are installed or whose name is kept for somebody, by id
 * @param bundles symbolic names of the platform's bundles
 * @param locations of the platform's bundles, which a feature may name as well
 * @param packages that the platform exports
 */
public record Neighbours(
        Map<String, Resident> modules, Set<String> bundles, Set<String> locations, Set<String> packages) {

    /** An empty house. */
    public static final Neighbours NONE = new Neighbours(Map.of(), Set.of(), Set.of(), Set.of());

    public Neighbours {
        modules = Map.copyOf(modules);
        bundles = Set.copyOf(bundles);
        locations = Set.copyOf(locations);
        packages = Set.copyOf(packages);
    }

    /**
     * @param version the installed one; null where only the name is kept
     * @param bundles symbolic names
     * @param packages that its bundles export
     */
    public record Resident(String version, Signer signer, Set<String> bundles, Set<String> packages) {}
}
