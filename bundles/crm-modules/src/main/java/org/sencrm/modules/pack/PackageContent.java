package org.sencrm.modules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.sencrm.modules.pack.Descriptor.Part;
import org.sencrm.modules.pack.Descriptor.Schema;

/** What lies in a package whose signature is good: the descriptor, held against the bundles and the feature. */
final class PackageContent {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Set<String> PLATFORM_FEATURES = Set.of("crm-core", "crm-rest", "crm-ui");
    private static final long MOST_BESIDE = 5L << 20;

    private final ZipFile zip;
    private final Set<String> files;

    /** @param files names of all files in it, those of the signature left out */
    PackageContent(ZipFile zip, Set<String> files) {
        this.zip = zip;
        this.files = files;
    }

    Descriptor descriptor() throws IOException {
        if (!files.contains(Descriptor.FILE)) {
            throw new Flaw("pack.descriptor.missing");
        }
        Descriptor descriptor;
        try {
            descriptor = Descriptor.read(bytes(Descriptor.FILE));
        } catch (IOException e) {
            throw new Flaw(e, "pack.descriptor");
        }
        if (descriptor.format() != Descriptor.FORMAT) {
            throw new Flaw("pack.descriptor.format", descriptor.format());
        }
        if (!ID.matcher(descriptor.id()).matches() || Shelf.TAKEN.contains(descriptor.id())) {
            throw new Flaw("pack.id", descriptor.id());
        }
        if (!Versions.isValid(descriptor.version())) {
            throw new Flaw("pack.version", descriptor.version());
        }
        return descriptor;
    }

    /** The facts of each bundle, by its path, in the order of the descriptor. */
    Map<String, BundleFacts> bundles(Descriptor descriptor) throws IOException {
        Map<String, BundleFacts> bundles = new LinkedHashMap<>();
        for (Part part : descriptor.bundles()) {
            if (!files.contains(part.path()) || MavenPath.of(part.path()).isEmpty()) {
                throw new Flaw("pack.descriptor.differs", part.path());
            }
            BundleFacts facts = facts(part.path());
            if (!facts.name().equals(part.name()) || !facts.version().equals(part.version())) {
                throw new Flaw("pack.descriptor.differs", part.path());
            }
            bundles.put(part.path(), facts);
        }
        compare(descriptor, bundles);
        return bundles;
    }

    private BundleFacts facts(String path) throws IOException {
        Path copy = Files.createTempFile("bundle", ".jar");
        try (InputStream in = zip.getInputStream(zip.getEntry(path))) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return BundleFacts.read(copy, path.substring(path.lastIndexOf('/') + 1));
        } finally {
            Files.delete(copy);
        }
    }

    private static void compare(Descriptor descriptor, Map<String, BundleFacts> bundles) {
        Set<String> names = bundles.values().stream().map(BundleFacts::name).collect(Collectors.toSet());
        if (!names.contains(descriptor.id())
                || names.size() != descriptor.bundles().size()) {
            throw new Flaw("pack.descriptor.differs", "bundles");
        }
        if (!ApiRange.of(bundles.values()).equals(new TreeMap<>(descriptor.api()))) {
            throw new Flaw("pack.descriptor.differs", "api");
        }
        List<Schema> schemas = bundles.values().stream()
                .map(BundleFacts::schema)
                .filter(Objects::nonNull)
                .toList();
        if (!schemas.equals(descriptor.database())) {
            throw new Flaw("pack.descriptor.differs", "database");
        }
        for (BundleFacts bundle : bundles.values()) {
            if (bundle.module() != null && !bundle.module().equals(descriptor.id())) {
                throw new Flaw("pack.module", bundle.name(), bundle.module());
            }
        }
    }

    /** The module's feature, which names its bundles and nobody's else. */
    FeatureXml feature(Descriptor descriptor, Neighbours neighbours) throws IOException {
        List<String> found = files.stream()
                .filter(name -> name.startsWith(MavenPath.REPOSITORY) && name.endsWith("-features.xml"))
                .toList();
        if (found.size() != 1) {
            throw new Flaw("pack.feature");
        }
        FeatureXml feature = FeatureXml.read(bytes(found.get(0)));
        if (!feature.name().equals(descriptor.id()) || !feature.version().equals(descriptor.version())) {
            throw new Flaw("pack.descriptor.differs", "feature");
        }
        for (String needed : feature.features()) {
            String name = needed.split("/")[0];
            if (!PLATFORM_FEATURES.contains(name) && !descriptor.requires().containsKey(name)) {
                throw new Flaw("pack.feature.needs", name);
            }
        }
        checkLocations(feature, descriptor, neighbours);
        checkFiles(descriptor, found.get(0));
        return feature;
    }

    private static void checkLocations(FeatureXml feature, Descriptor descriptor, Neighbours neighbours) {
        Set<String> own = descriptor.bundles().stream()
                .map(part -> MavenPath.of(part.path()).orElseThrow().location())
                .collect(Collectors.toSet());
        Set<String> named = new HashSet<>(feature.locations());
        for (String location : named) {
            if (!own.contains(location) && !neighbours.locations().contains(location)) {
                throw new Flaw("pack.feature.bundle", location);
            }
        }
        own.removeAll(named);
        if (!own.isEmpty()) {
            throw new Flaw("pack.stowaway", own.iterator().next());
        }
        if (!PLATFORM_FEATURES.containsAll(feature.conditional().keySet())) {
            throw new Flaw("pack.feature");
        }
    }

    /** Nothing lies in a package that nobody speaks of. */
    private void checkFiles(Descriptor descriptor, String feature) {
        Set<String> known = descriptor.bundles().stream().map(Part::path).collect(Collectors.toSet());
        known.add(feature);
        for (String file : files) {
            boolean beside = file.startsWith(Descriptor.FOLDER);
            if (!beside && !known.contains(file)) {
                throw new Flaw("pack.stowaway", file);
            }
            if (beside && zip.getEntry(file).getSize() > MOST_BESIDE) {
                throw new Flaw("pack.tooLarge", MOST_BESIDE >> 20);
            }
        }
    }

    private byte[] bytes(String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readNBytes((int) MOST_BESIDE);
        }
    }
}
