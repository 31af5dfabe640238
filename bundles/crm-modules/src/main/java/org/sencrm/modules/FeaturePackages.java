package org.sencrm.modules;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Conditional;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The modules among the features that Karaf knows, and those kept in the home. Karaf is asked for what there is; it
 * installs none of them.
 */
final class FeaturePackages implements Packages {

    private static final Logger LOG = LoggerFactory.getLogger(FeaturePackages.class);
    private static final String CORE = "crm-core";
    private static final String OWN_GROUP = "mvn:org.sencrm/";

    private final FeaturesService features;
    private final ReleaseStore store;
    private final Map<String, Optional<Release.Part>> parts = new ConcurrentHashMap<>();

    FeaturePackages(FeaturesService features, ReleaseStore store) {
        this.features = features;
        this.store = store;
    }

    @Override
    public List<Release> available() {
        Map<String, Release> byName = new LinkedHashMap<>();
        Stream.concat(offered().stream(), store.all().stream())
                .forEach(release -> byName.putIfAbsent(release.id() + " " + release.version(), release));
        return List.copyOf(byName.values());
    }

    @Override
    public List<Release> bundled() {
        return offered().stream().filter(Release::own).toList();
    }

    private List<Release> offered() {
        try {
            List<Feature> all = List.of(features.listFeatures());
            return all.stream()
                    .filter(feature -> !feature.isBlacklisted() && !Catalog.isPlatform(feature.getName()))
                    .filter(feature -> standsOnCore(feature, all, new HashSet<>()))
                    .flatMap(feature -> release(feature).stream())
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException("the features cannot be listed", e);
        }
    }

    /** Asked before any file is looked at: Karaf knows hundreds of features of which there are no files. */
    private static boolean standsOnCore(Feature feature, List<Feature> all, Set<String> seen) {
        for (Dependency dependency : feature.getDependencies()) {
            String name = dependency.getName();
            boolean stands = name.equals(CORE)
                    || seen.add(name)
                            && all.stream()
                                    .filter(other -> other.getName().equals(name))
                                    .anyMatch(other -> standsOnCore(other, all, seen));
            if (stands) {
                return true;
            }
        }
        return false;
    }

    /** A module is a feature that stands on the core and whose main bundle has its name. */
    private Optional<Release> release(Feature feature) {
        List<Release.Part> all = new ArrayList<>(parts(feature.getBundles(), Set.of()));
        Optional<Release.Part> main = all.stream()
                .filter(part -> part.name().equals(feature.getName()))
                .findFirst();
        if (main.isEmpty()) {
            return Optional.empty();
        }
        for (Conditional conditional : feature.getConditional()) {
            Set<String> beside = conditional.getCondition().stream()
                    .map(condition -> condition.split("/")[0])
                    .collect(Collectors.toSet());
            all.addAll(parts(conditional.getBundles(), beside));
        }
        List<Release.Need> needs =
                feature.getDependencies().stream().map(FeaturePackages::need).toList();
        boolean own = main.get().location().startsWith(OWN_GROUP);
        return Optional.of(new Release(feature.getName(), version(feature), feature.getDescription(), own, needs, all));
    }

    /** As Maven writes it, which Karaf does not keep. */
    private static String version(Feature feature) {
        return feature.getVersion().replace(".SNAPSHOT", "-SNAPSHOT");
    }

    private static Release.Need need(Dependency dependency) {
        return new Release.Need(
                dependency.getName(),
                Optional.ofNullable(dependency.getVersion())
                        .filter(range -> !range.isBlank())
                        .orElse("0"));
    }

    private List<Release.Part> parts(List<BundleInfo> bundles, Set<String> beside) {
        return bundles.stream()
                .map(bundle -> bundle.getLocation().trim())
                .flatMap(location -> parts.computeIfAbsent(location, FeaturePackages::read).stream())
                .map(part -> new Release.Part(part.name(), part.version(), part.location(), beside))
                .toList();
    }

    private static Optional<Release.Part> read(String location) {
        try (InputStream file = new URL(location).openStream();
                JarInputStream jar = new JarInputStream(file)) {
            Manifest manifest = jar.getManifest();
            Function<String, String> header = name ->
                    manifest == null ? null : manifest.getMainAttributes().getValue(name);
            String name = header.apply(Constants.BUNDLE_SYMBOLICNAME);
            return name == null
                    ? Optional.empty()
                    : Optional.of(new Release.Part(
                            name.split(";")[0].trim(),
                            Optional.ofNullable(header.apply(Constants.BUNDLE_VERSION))
                                    .orElse("0.0.0"),
                            location,
                            Set.of()));
        } catch (IOException e) {
            LOG.debug("The file of {} cannot be read", location, e);
            return Optional.empty();
        }
    }

    @Override
    public Optional<Release> take(InputStream content, boolean allowDevelopmentKey, Locale locale) {
        return Optional.empty();
    }

    @Override
    public Release store(Release release) throws IOException {
        return store.store(release);
    }

    @Override
    public Optional<Release> stored(String id, String version) {
        return store.stored(id, version);
    }

    @Override
    public boolean isUnchanged(Release stored) {
        return store.isUnchanged(stored);
    }

    @Override
    public void forget(String id, String version) throws IOException {
        store.forget(id, version);
    }

    @Override
    public Optional<String> text(Release release, Locale locale, String key) {
        return release.parts().stream()
                .filter(part -> part.name().equals(release.id()))
                .findFirst()
                .flatMap(part -> ReleaseStore.text(part.location(), locale, key));
    }
}
