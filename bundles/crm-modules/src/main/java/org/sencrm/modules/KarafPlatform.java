package org.sencrm.modules;

import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Conditional;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Karaf's features service and the framework below it. */
final class KarafPlatform implements Platform {

    private static final Logger LOG = LoggerFactory.getLogger(KarafPlatform.class);
    private static final int REFRESH_SECONDS = 60;
    private static final String FEATURE_REQUIREMENT = "feature:";

    private final BundleContext context;
    private final FeaturesService service;

    KarafPlatform(BundleContext context, FeaturesService service) {
        this.context = context;
        this.service = service;
    }

    @Override
    public List<FeaturePart> features() {
        try {
            Map<String, Feature> best = Arrays.stream(service.listFeatures())
                    .filter(feature -> !feature.isBlacklisted())
                    .collect(Collectors.toMap(
                            Feature::getName, feature -> feature, installedOrNewest(), LinkedHashMap::new));
            return best.values().stream().map(this::part).toList();
        } catch (Exception e) {
            throw new IllegalStateException("the features cannot be listed", e);
        }
    }

    private BinaryOperator<Feature> installedOrNewest() {
        return (one, other) -> {
            if (service.isInstalled(one) != service.isInstalled(other)) {
                return service.isInstalled(one) ? one : other;
            }
            return version(one).compareTo(version(other)) >= 0 ? one : other;
        };
    }

    private static Version version(Feature feature) {
        return Version.parseVersion(feature.getVersion().replace("-", "."));
    }

    private FeaturePart part(Feature feature) {
        return new FeaturePart(
                feature.getName(),
                feature.getVersion(),
                feature.getDescription(),
                service.isInstalled(feature),
                names(feature.getDependencies()),
                locations(feature.getBundles()),
                feature.getConditional().stream()
                        .map(KarafPlatform::conditional)
                        .toList());
    }

    private static FeaturePart.Conditional conditional(Conditional conditional) {
        return new FeaturePart.Conditional(
                conditional.getCondition().stream()
                        .map(condition -> condition.split("/")[0])
                        .toList(),
                names(conditional.getDependencies()),
                locations(conditional.getBundles()));
    }

    private static List<String> names(List<Dependency> dependencies) {
        return dependencies.stream().map(Dependency::getName).toList();
    }

    private static List<String> locations(List<BundleInfo> bundles) {
        return bundles.stream().map(BundleInfo::getLocation).map(String::trim).toList();
    }

    @Override
    public Set<String> roots() {
        return service.listRequirements().values().stream()
                .flatMap(Set::stream)
                .filter(requirement -> requirement.startsWith(FEATURE_REQUIREMENT))
                .map(requirement ->
                        requirement.substring(FEATURE_REQUIREMENT.length()).split("/")[0])
                .collect(Collectors.toSet());
    }

    @Override
    public boolean isPresent(String location) {
        return context.getBundle(location) != null;
    }

    @Override
    public boolean isRunning(String location) {
        Bundle bundle = context.getBundle(location);
        return bundle != null && bundle.getState() == (isFragment(bundle) ? Bundle.RESOLVED : Bundle.ACTIVE);
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }

    @Override
    public List<String> rewired(Collection<String> locations) {
        Set<Bundle> going = locations.stream()
                .map(context::getBundle)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<Bundle> start = new HashSet<>(going);
        start.addAll(wiring().getRemovalPendingBundles());
        return wiring().getDependencyClosure(start).stream()
                .filter(bundle -> !going.contains(bundle) && bundle.getState() != Bundle.UNINSTALLED)
                .map(Bundle::getSymbolicName)
                .sorted()
                .toList();
    }

    private FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    @Override
    public Optional<String> packagedText(String location, Locale locale, String key) {
        try {
            return ModuleFile.text(new URL(location), locale, key);
        } catch (IOException e) {
            LOG.debug("The file of {} cannot be read", location, e);
            return Optional.empty();
        }
    }

    @Override
    public boolean isAvailable(String location) {
        try {
            new URL(location).openStream().close();
            return true;
        } catch (IOException e) {
            LOG.debug("The file of {} cannot be read", location, e);
            return false;
        }
    }

    @Override
    public void install(String feature, String version) throws Exception {
        service.installFeature(feature, version, EnumSet.of(Option.NoAutoRefreshBundles));
    }

    @Override
    public void uninstall(String feature, String version) throws Exception {
        service.uninstallFeature(feature, version, EnumSet.of(Option.NoAutoRefreshBundles));
        refreshPending();
    }

    /** Importers of packages of a bundle that is gone keep the old wiring, and the old classes, until they are refreshed. */
    private void refreshPending() throws InterruptedException {
        Collection<Bundle> pending = wiring().getRemovalPendingBundles();
        if (pending.isEmpty()) {
            return;
        }
        CountDownLatch refreshed = new CountDownLatch(1);
        wiring().refreshBundles(pending, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        if (!refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("{} bundles are still being wired anew after {} s", pending.size(), REFRESH_SECONDS);
        }
    }
}
