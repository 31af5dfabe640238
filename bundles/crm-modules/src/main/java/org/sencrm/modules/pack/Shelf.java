package org.sencrm.modules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where packages lie unpacked: {@code modules/ID/VERSION/CONTENT/} in the home, the signed package beside its files. A
 * folder appears whole and is never changed, so a process that is killed leaves it there or not. Thread safe in one process.
 */
public final class Shelf {

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    /** What else lies beside the folders of the modules, or has an address beside theirs: no module can have such a name. */
    public static final Set<String> TAKEN =
            Set.of("journal", "state", "starting", "product", "failed-starts", "plans", "events", "repositories");

    private static final String COMING = ".coming-";
    private static final String GOING = ".going-";
    private static final int NAME = 16;

    private final Path root;
    private final PackageReader reader;

    public Shelf(Path root, PackageReader reader) {
        this.root = root;
        this.reader = reader;
    }

    /**
     * Puts a package here that was read. The same content again is there already, unless somebody changed it; then it is
     * replaced.
     */
    public synchronized Unpacked unpack(ModulePackage read, Terms terms) {
        Path folder = root.resolve(read.id())
                .resolve(read.version())
                .resolve(read.sha256().substring(0, NAME));
        try {
            if (Files.isDirectory(folder) && !isWhole(folder, terms)) {
                Files.move(folder, root.resolve(GOING + UUID.randomUUID()), StandardCopyOption.ATOMIC_MOVE);
            }
            if (!Files.isDirectory(folder)) {
                sweep();
                Path coming = Files.createDirectories(root.resolve(COMING + UUID.randomUUID()));
                fill(coming, folder, read);
                Files.createDirectories(folder.getParent());
                Files.move(coming, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return Receipt.read(folder);
        } catch (Flaw flaw) {
            throw reader.refused(read.file(), flaw, terms);
        } catch (IOException e) {
            throw new UncheckedIOException("the package " + read.id() + " cannot be unpacked", e);
        }
    }

    private boolean isWhole(Path folder, Terms terms) {
        try {
            return flaw(Receipt.read(folder), Map.of(), terms).isEmpty();
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be read", folder, e);
            return false;
        }
    }

    private static void fill(Path coming, Path folder, ModulePackage read) throws IOException {
        Path kar = coming.resolve(Unpacked.KAR);
        Files.copy(read.file(), kar);
        if (!Sha256.of(kar).equals(read.sha256())) {
            throw new Flaw("pack.changed");
        }
        try (ZipFile zip = new ZipFile(kar.toFile())) {
            for (String name : read.digests().keySet()) {
                Path target = coming.resolve(name);
                Files.createDirectories(target.getParent());
                try (InputStream in = zip.getInputStream(zip.getEntry(name));
                        OutputStream out = Files.newOutputStream(target)) {
                    in.transferTo(out);
                }
            }
        }
        Files.writeString(coming.resolve(Unpacked.FEATURES), features(read.feature(), read.descriptor(), folder));
        Receipt.of(read).write(coming);
    }

    private static String features(FeatureXml feature, Descriptor descriptor, Path folder) {
        Map<String, String> places = new HashMap<>();
        descriptor
                .bundles()
                .forEach(part -> places.put(
                        MavenPath.of(part.path()).orElseThrow().location(),
                        folder.resolve(part.path()).toUri().toString()));
        UnaryOperator<String> place = location -> places.getOrDefault(location, location);
        return feature.at(place).text();
    }

    /** What lies here of a module, the newest version first; of one version the latest content first. */
    public List<Unpacked> versions(String id) {
        List<Unpacked> found = new ArrayList<>();
        for (Path version : folders(root.resolve(id))) {
            folders(version).forEach(folder -> {
                try {
                    found.add(Receipt.read(folder));
                } catch (IOException | RuntimeException e) {
                    LOG.warn("The unpacked package {} cannot be read", folder, e);
                }
            });
        }
        found.sort(Comparator.comparing((Unpacked one) -> one.descriptor().version(), Versions.ORDER)
                .thenComparing(one -> one.folder().toFile().lastModified())
                .reversed());
        return found;
    }

    /** Ids of all modules of which something lies here. */
    public List<String> ids() {
        return folders(root).stream()
                .map(path -> path.getFileName().toString())
                .filter(id -> !versions(id).isEmpty())
                .toList();
    }

    /**
     * Proves again that the files are those of the signed package and that its signer is still believed. To be asked before
     * a module is started.
     *
     * @param running files of the bundles as the framework keeps them, by symbolic name; those that are not known yet, or
     *     that it reads from here, are left out
     * @return why it is not to be started; empty where nothing is wrong
     */
    public Optional<Reason> flaw(Unpacked unpacked, Map<String, Path> running, Terms terms) {
        try {
            verify(unpacked, running, terms);
            return Optional.empty();
        } catch (Flaw flaw) {
            LOG.warn("{} is not as it was: {}", unpacked.folder(), flaw.getMessage(), flaw);
            return Optional.of(flaw.reason());
        } catch (IOException e) {
            LOG.warn("{} cannot be read", unpacked.folder(), e);
            return Optional.of(Reason.of("pack.kept.changed", Unpacked.KAR));
        }
    }

    private void verify(Unpacked unpacked, Map<String, Path> running, Terms terms) throws IOException {
        PackageReader.Kept kept = reader.readKept(unpacked.kar(), terms);
        if (!kept.signer().isSameAs(unpacked.signer())) {
            throw new Flaw("pack.kept.changed", Unpacked.KAR);
        }
        for (Map.Entry<String, String> file : kept.digests().entrySet()) {
            check(unpacked.folder().resolve(file.getKey()), file.getValue(), file.getKey());
        }
        for (Descriptor.Part part : unpacked.descriptor().bundles()) {
            Path copy = running.get(part.name());
            if (copy != null) {
                check(copy, kept.digests().get(part.path()), part.name());
            }
        }
        checkFeatures(unpacked, kept);
    }

    private static void check(Path file, String digest, String label) throws IOException {
        if (!Files.isRegularFile(file) || !Sha256.of(file).equals(digest)) {
            throw new Flaw("pack.kept.changed", label);
        }
    }

    /** The features file is ours and not signed: it must be the one that follows from the signed one. */
    private static void checkFeatures(Unpacked unpacked, PackageReader.Kept kept) throws IOException {
        String signed = kept.digests().keySet().stream()
                .filter(name -> name.endsWith("-features.xml"))
                .findFirst()
                .orElseThrow(() -> new Flaw("pack.feature"));
        FeatureXml feature =
                FeatureXml.read(Files.readAllBytes(unpacked.folder().resolve(signed)));
        String expected = features(feature, unpacked.descriptor(), unpacked.folder());
        if (!expected.equals(Files.readString(unpacked.folder().resolve(Unpacked.FEATURES)))) {
            throw new Flaw("pack.kept.changed", Unpacked.FEATURES);
        }
    }

    public synchronized void remove(Unpacked unpacked) {
        try {
            Files.move(unpacked.folder(), root.resolve(GOING + UUID.randomUUID()), StandardCopyOption.ATOMIC_MOVE);
            sweep();
            Path version = unpacked.folder().getParent();
            removeIfEmpty(version);
            if (!Files.exists(version)) {
                removeIfEmpty(version.getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the package " + unpacked.folder() + " cannot be removed", e);
        }
    }

    private static void removeIfEmpty(Path folder) throws IOException {
        boolean isEmpty;
        try (Stream<Path> paths = Files.list(folder)) {
            isEmpty = paths.findAny().isEmpty();
        }
        if (isEmpty) {
            Files.delete(folder);
        }
    }

    /** Takes away what a killed process left half way. */
    private void sweep() throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> paths = Files.list(root)) {
            for (Path path : paths.filter(Shelf::isHalfWay).toList()) {
                delete(path);
            }
        }
    }

    private static boolean isHalfWay(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(COMING) || name.startsWith(GOING);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static List<Path> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(Files::isDirectory)
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be listed", e);
        }
    }
}
