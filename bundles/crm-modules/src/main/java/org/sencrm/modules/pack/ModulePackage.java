package org.sencrm.modules.pack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * A package that was read and found good.
 *
 * @param file where it lies; it may have gone since
 * @param sha256 of the whole file
 * @param digests SHA-256 of each file in it by its path
 * @param exports packages that its bundles export
 */
public record ModulePackage(
        Path file,
        String sha256,
        Descriptor descriptor,
        Signer signer,
        FeatureXml feature,
        Map<String, String> digests,
        Set<String> exports) {

    public String id() {
        return descriptor.id();
    }

    public String version() {
        return descriptor.version();
    }
}
