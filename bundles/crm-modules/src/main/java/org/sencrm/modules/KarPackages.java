package org.sencrm.modules;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sencrm.api.text.Messages;
import org.sencrm.modules.pack.Descriptor;
import org.sencrm.modules.pack.FeatureXml;
import org.sencrm.modules.pack.HttpsFetch;
import org.sencrm.modules.pack.ModulePackage;
import org.sencrm.modules.pack.Neighbours;
import org.sencrm.modules.pack.Neighbours.Resident;
import org.sencrm.modules.pack.Offer;
import org.sencrm.modules.pack.Reason;
import org.sencrm.modules.pack.Repositories;
import org.sencrm.modules.pack.SignedPackages;
import org.sencrm.modules.pack.Signer;
import org.sencrm.modules.pack.Terms;
import org.sencrm.modules.pack.Unpacked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Modules as signed packages: what repositories offer, uploads, and what lies unpacked in the home. The product's own areas
 * come in the same way as those of vendors. Thread safe.
 */
final class KarPackages implements Packages {

    private static final Logger LOG = LoggerFactory.getLogger(KarPackages.class);
    private static final String REFERENCE = "reference:";

    private final Home home;
    private final States states;
    private final SignedPackages signed;
    private final Function<Map<String, Resident>, Neighbours> neighbours;
    private final boolean production;
    private volatile Supplier<String> further = () -> "";

    /**
     * @param distribution where the program lies
     * @param neighbours whom a package would meet, given the other modules
     * @param production whether no developer's key is ever enough
     */
    KarPackages(
            Home home,
            Path distribution,
            Function<Map<String, Resident>, Neighbours> neighbours,
            boolean production,
            Messages messages,
            Clock clock) {
        this.home = home;
        this.states = new States(home);
        this.neighbours = neighbours;
        this.production = production;
        this.signed =
                SignedPackages.of(home.root(), distribution, () -> further.get(), new HttpsFetch(), messages, clock);
    }

    /** How the locations of all that is installed from the home begin. */
    static String prefix(Home home) {
        String folder = REFERENCE + home.modules().toUri();
        // a folder that is not there yet is not known to be one
        return folder.endsWith("/") ? folder : folder + "/";
    }

    @Override
    public void further(Supplier<String> repositories) {
        further = repositories;
    }

    @Override
    public Repositories repositories() {
        return signed.repositories();
    }

    @Override
    public List<Release> available() {
        Stream<Release> kept = signed.shelf().ids().stream()
                .flatMap(id -> signed.shelf().versions(id).stream())
                .flatMap(unpacked -> release(unpacked).stream());
        Stream<Release> offered = offered(signed.repositories().available().offers());
        Map<String, Release> byName = new LinkedHashMap<>();
        Stream.concat(kept, offered)
                .forEach(release -> byName.putIfAbsent(release.id() + " " + release.version(), release));
        return List.copyOf(byName.values());
    }

    @Override
    public List<Release> bundled() {
        return offered(signed.repositories().bundled()).toList();
    }

    @Override
    public boolean isInitial(Release bundled) {
        return signed.repositories().isInitial(bundled.id());
    }

    private static Stream<Release> offered(List<Offer> offers) {
        return offers.stream().flatMap(offer -> offered(offer).stream());
    }

    private static Optional<Release> offered(Offer offer) {
        try {
            boolean own = offer.repository().isEmpty();
            return Catalog.isPlatform(offer.id())
                    ? Optional.empty()
                    : Optional.of(Release.offered(
                            offer.id(),
                            offer.version(),
                            offer.label(),
                            own,
                            new Release.About(offer.vendor(), offer.description(), null)));
        } catch (IllegalArgumentException e) {
            LOG.warn("The repository {} offers what is no module: {}", offer.repository(), e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Release take(InputStream content, boolean allowDevelopmentKey, Locale locale) throws IOException {
        Unpacked taken = signed.take(
                content,
                new Terms(locale, allowDevelopmentKey, production, false),
                neighbours.apply(residents()),
                this::isFixed);
        return release(taken).orElseThrow(() -> new IOException("what was taken cannot be read"));
    }

    private Map<String, Resident> residents() {
        Map<String, String> installed = new TreeMap<>();
        Map<String, String> left = new TreeMap<>();
        for (ModuleState state : states.all().values()) {
            if (state.isInstalled()) {
                installed.put(state.id(), state.version());
            } else if (state.dataVersion() != null) {
                left.put(state.id(), state.dataVersion());
            }
        }
        return signed.residents(installed, left);
    }

    private boolean isFixed(ModulePackage read) {
        ModuleState state = states.get(read.id());
        return read.version().equals(state.version()) || state.previous().contains(read.version());
    }

    @Override
    public Release store(Release release, Locale locale) throws IOException {
        Optional<Unpacked> kept = signed.kept(release.id(), release.version());
        Optional<Offer> bundled = find(signed.repositories().bundled(), release);
        boolean otherContent = kept.isPresent() && bundled.isPresent() && !isSame(bundled.get(), kept.get());
        if (kept.isPresent() && !otherContent && flaw(kept.get()).isEmpty()) {
            return release(kept.get()).orElseThrow();
        }
        Optional<Offer> offer =
                bundled.or(() -> find(signed.repositories().available().offers(), release));
        if (offer.isPresent()) {
            return bring(offer.get(), bundled.isPresent(), locale);
        }
        // what is wrong with it is told where it is about to start
        return kept.flatMap(this::release)
                .orElseThrow(() -> new IOException(release.id() + " " + release.version() + " is had nowhere"));
    }

    private static boolean isSame(Offer offer, Unpacked kept) {
        return offer.sha256().equals(kept.sha256());
    }

    @Override
    public boolean isKept(Release bundled) {
        Optional<Unpacked> kept = signed.kept(bundled.id(), bundled.version());
        return find(signed.repositories().bundled(), bundled).stream()
                .anyMatch(offer -> kept.filter(one -> isSame(offer, one)).isPresent());
    }

    @Override
    public void keepLatest(String id, String version) {
        signed.builds(id, version).stream().skip(1).forEach(signed.shelf()::remove);
    }

    @Override
    public void dropLatest(String id, String version) {
        List<Unpacked> builds = signed.builds(id, version);
        if (builds.size() > 1) {
            signed.shelf().remove(builds.get(0));
        }
    }

    private static Optional<Offer> find(List<Offer> offers, Release release) {
        return offers.stream()
                .filter(offer ->
                        offer.id().equals(release.id()) && offer.version().equals(release.version()))
                .findFirst();
    }

    /** @param bundled the product follows its own repository, also where that holds another build of the same version */
    private Release bring(Offer offer, boolean bundled, Locale locale) throws IOException {
        Path file = Files.createTempFile("package", ".kar");
        try {
            signed.repositories().fetch(offer, file, locale);
            Terms terms = new Terms(locale, false, production, true);
            Unpacked taken = bundled
                    ? signed.add(file, terms, neighbours.apply(residents()))
                    : signed.take(file, terms, neighbours.apply(residents()), this::isFixed);
            return release(taken).orElseThrow(() -> new IOException("what was taken cannot be read"));
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public Optional<Release> stored(String id, String version) {
        return signed.kept(id, version).flatMap(this::release);
    }

    @Override
    public Optional<Reason> flaw(Release stored) {
        return signed.kept(stored.id(), stored.version())
                .map(this::flaw)
                .orElseGet(() -> Optional.of(Reason.of(Runner.LOST)));
    }

    /** The framework reads the files where they lie: it has no copies that could differ. */
    private Optional<Reason> flaw(Unpacked unpacked) {
        return signed.shelf().flaw(unpacked, Map.of(), new Terms(Locale.ROOT, true, production, true));
    }

    @Override
    public void forget(String id, String version) throws IOException {
        Home.delete(home.release(id, version));
        if (Home.list(home.releases(id)).isEmpty()) {
            Home.delete(home.releases(id));
        }
    }

    private Optional<Release> release(Unpacked unpacked) {
        Descriptor descriptor = unpacked.descriptor();
        try {
            FeatureXml feature = unpacked.feature();
            return Optional.of(new Release(
                    descriptor.id(),
                    descriptor.version(),
                    descriptor.label(),
                    unpacked.signer().kind() == Signer.Kind.PRODUCT,
                    needs(descriptor, feature),
                    parts(unpacked, feature),
                    new Release.About(descriptor.vendor(), descriptor.description(), unpacked)));
        } catch (IOException | RuntimeException e) {
            LOG.warn("The unpacked package {} cannot be read", unpacked.folder(), e);
            return Optional.empty();
        }
    }

    private static List<Release.Need> needs(Descriptor descriptor, FeatureXml feature) {
        Map<String, String> ranges = new TreeMap<>(descriptor.requires());
        for (String needed : feature.features()) {
            String[] words = needed.split("/", 2);
            ranges.putIfAbsent(words[0], words.length > 1 ? words[1] : "0");
        }
        List<Release.Need> needs = new ArrayList<>();
        ranges.forEach((id, range) -> needs.add(new Release.Need(id, range)));
        return needs;
    }

    private static List<Release.Part> parts(Unpacked unpacked, FeatureXml feature) {
        Map<URI, Descriptor.Part> known = new LinkedHashMap<>();
        unpacked.descriptor()
                .bundles()
                .forEach(part -> known.put(unpacked.bundles().get(part.name()).toUri(), part));
        List<Release.Part> parts = new ArrayList<>();
        feature.bundles().forEach(place -> add(parts, known, place, Set.of()));
        feature.conditional()
                .forEach((beside, places) -> places.forEach(place -> add(parts, known, place, Set.of(beside))));
        return parts;
    }

    /** A bundle of the platform that a feature names as well is there without it. */
    private static void add(
            List<Release.Part> parts, Map<URI, Descriptor.Part> known, String place, Set<String> beside) {
        Descriptor.Part part = known.get(URI.create(place));
        if (part != null) {
            parts.add(new Release.Part(part.name(), part.version(), REFERENCE + place, beside));
        }
    }
}
