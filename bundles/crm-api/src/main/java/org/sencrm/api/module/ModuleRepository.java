package org.sencrm.api.module;

import java.util.List;

/**
 * A place where modules come from.
 *
 * @param place a folder, or an https address; empty for the one that comes with the product
 * @param problem why it cannot be read, in the caller's language; null where it can
 * @param packages each version of each module that it has, by id; what stands there is proved when it is installed
 */
public record ModuleRepository(String place, String problem, List<Package> packages) {

    /**
     * @param label in the caller's language
     * @param size in bytes
     */
    public record Package(String id, String version, String vendor, String label, long size) {}
}
