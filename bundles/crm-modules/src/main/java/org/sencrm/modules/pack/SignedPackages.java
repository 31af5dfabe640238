package org.sencrm.modules.pack;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sencrm.api.text.Messages;
import org.sencrm.modules.pack.Descriptor.Part;
import org.sencrm.modules.pack.Neighbours.Resident;

/** Reader, shelf and repositories of one installation, and which folders they use. */
public record SignedPackages(PackageReader reader, Shelf shelf, Repositories repositories) {

    private static final Signer PRODUCT = new Signer(Signer.Kind.PRODUCT, "Sen CRM", "", "", Instant.MAX);

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
                new Repositories(own, further, fetch, messages, clock));
    }

    /**
     * Whose names are taken: those of the modules that are installed, and of the product's own ones, installed or not.
     *
     * @param installed versions by id
     */
    public Map<String, Resident> residents(Map<String, String> installed) {
        Map<String, Resident> residents = new HashMap<>();
        for (Descriptor descriptor : repositories.own()) {
            residents.put(descriptor.id(), new Resident(null, PRODUCT, names(descriptor), Set.of()));
        }
        installed.forEach((id, version) -> shelf.versions(id).stream()
                .filter(unpacked -> unpacked.descriptor().version().equals(version))
                .findFirst()
                .ifPresent(unpacked -> residents.put(
                        id,
                        new Resident(version, unpacked.signer(), names(unpacked.descriptor()), unpacked.exports()))));
        return residents;
    }

    private static Set<String> names(Descriptor descriptor) {
        return descriptor.bundles().stream().map(Part::name).collect(Collectors.toSet());
    }
}
