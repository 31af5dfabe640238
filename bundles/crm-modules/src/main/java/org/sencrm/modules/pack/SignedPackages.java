package org.sencrm.modules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sencrm.api.text.Messages;
import org.sencrm.modules.pack.Descriptor.Part;
import org.sencrm.modules.pack.Neighbours.Resident;

/** Reader, shelf and repositories of one installation, and which folders they use. */
public record SignedPackages(PackageReader reader, Shelf shelf, Repositories repositories) {

    private static final int BUFFER = 1 << 16;
    private static final Signer PRODUCT = new Signer(Signer.Kind.PRODUCT, "Sen CRM", "", "", null, Instant.MAX);

    /**
     * @param home where data lies: {@code trust/} with certificates of vendors, {@code modules/} with what is unpacked
     * @param distribution where the program lies: {@code modules/} with the packages that come with it and the product's
     *     own certificate
     * @param further value of the setting {@link Repositories#SETTING}
     */
    public static SignedPackages of(
            Path home, Path distribution, Supplier<String> further, Fetch fetch, Messages messages, Clock clock) {
        Path own = distribution.resolve("modules");
        PackageReader reader = new PackageReader(new TrustStore(home.resolve("trust"), own), messages, clock);
        return new SignedPackages(
                reader,
                new Shelf(home.resolve("modules"), reader),
                new Repositories(own, further, fetch, SignedPackages::inBackground, messages, clock));
    }

    /** On a thread that ends with the work. */
    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "crm-modules repository");
        thread.setDaemon(true);
        thread.start();
    }

    /** As the other one, for what somebody sends; no more is read than a package may have. */
    public Unpacked take(InputStream content, Terms terms, Neighbours neighbours, Predicate<ModulePackage> isFixed)
            throws IOException {
        Path file = Files.createTempFile("package", ".kar");
        try {
            if (!fits(content, file)) {
                throw reader.refused(file, new Flaw("pack.tooLarge", Limits.PACKAGE.file() >> 20), terms);
            }
            return take(file, terms, neighbours, isFixed);
        } finally {
            Files.delete(file);
        }
    }

    private static boolean fits(InputStream content, Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = Limits.PACKAGE.file();
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int count = content.read(buffer); count >= 0 && left >= 0; count = content.read(buffer)) {
                left -= count;
                out.write(buffer, 0, count);
            }
        }
        return left >= 0;
    }

    /**
     * Reads a package and puts it on the shelf, in place of another content of the same version.
     *
     * @param isFixed whether the version is installed, or a way leads back to it: then another content is refused
     */
    public Unpacked take(Path file, Terms terms, Neighbours neighbours, Predicate<ModulePackage> isFixed) {
        ModulePackage read = reader.read(file, terms, neighbours);
        List<Unpacked> others = builds(read.id(), read.version()).stream()
                .filter(other -> !other.sha256().equals(read.sha256()))
                .toList();
        if (!others.isEmpty() && isFixed.test(read)) {
            throw reader.refused(file, new Flaw("pack.otherContent", read.id(), read.version()), terms);
        }
        Unpacked taken = shelf.unpack(read, terms);
        others.forEach(shelf::remove);
        return taken;
    }

    /** Reads a package and puts it on the shelf, beside other builds of the same version. */
    public Unpacked add(Path file, Terms terms, Neighbours neighbours) {
        return shelf.unpack(reader.read(file, terms, neighbours), terms);
    }

    /**
     * Whose names are taken: those of the modules that are installed or have left their data, and of the product's own ones,
     * installed or not.
     *
     * @param installed versions by id
     * @param left versions of the data that uninstalled modules have left, by id
     */
    public Map<String, Resident> residents(Map<String, String> installed, Map<String, String> left) {
        Map<String, Resident> residents = new HashMap<>();
        for (Descriptor descriptor : repositories.own()) {
            residents.put(descriptor.id(), new Resident(null, PRODUCT, names(descriptor), Set.of()));
        }
        left.forEach((id, version) -> kept(id, version)
                .ifPresent(unpacked -> residents.put(
                        id, new Resident(null, unpacked.signer(), names(unpacked.descriptor()), unpacked.exports()))));
        installed.forEach((id, version) -> kept(id, version)
                .ifPresent(unpacked -> residents.put(
                        id,
                        new Resident(version, unpacked.signer(), names(unpacked.descriptor()), unpacked.exports()))));
        return residents;
    }

    /** What lies on the shelf of this version; of several contents the latest. */
    public Optional<Unpacked> kept(String id, String version) {
        return builds(id, version).stream().findFirst();
    }

    /** All that lies on the shelf of this version, the latest first. */
    public List<Unpacked> builds(String id, String version) {
        return shelf.versions(id).stream()
                .filter(unpacked -> unpacked.descriptor().version().equals(version))
                .toList();
    }

    private static Set<String> names(Descriptor descriptor) {
        return descriptor.bundles().stream().map(Part::name).collect(Collectors.toSet());
    }
}
