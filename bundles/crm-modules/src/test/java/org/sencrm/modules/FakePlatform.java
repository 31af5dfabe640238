package org.sencrm.modules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A run-time in memory, with the features of the product and what a test adds. */
final class FakePlatform implements Platform {

    private final Map<String, FeaturePart> known = new LinkedHashMap<>();
    private final Set<String> roots = new TreeSet<>();
    private final Set<String> present = new TreeSet<>();
    private final Set<String> broken = new HashSet<>();
    private final Set<String> missing = new HashSet<>();
    private final Map<String, String> packaged = new LinkedHashMap<>();
    final List<String> rewired = new ArrayList<>();
    Exception failure;

    /** Core, REST and UI are there, sales is known. */
    static FakePlatform withCore() {
        FakePlatform platform = new FakePlatform();
        platform.feature("crm-platform", List.of(), "mvn:com.example/library/1");
        platform.feature("crm-core", List.of("crm-platform"), own("crm-api"), own("crm-core"));
        platform.feature("crm-rest", List.of("crm-core"), own("crm-rest"));
        platform.feature("crm-ui", List.of("crm-core"), own("crm-ui"));
        platform.known.put(
                "crm-sales",
                new FeaturePart(
                        "crm-sales",
                        "1.0",
                        "Leads and more",
                        false,
                        List.of("crm-core"),
                        List.of(own("crm-sales")),
                        List.of(new FeaturePart.Conditional(
                                List.of("crm-ui"), List.of(), List.of(own("crm-sales-ui"))))));
        platform.ask("crm-core", "crm-rest", "crm-ui");
        return platform;
    }

    static String own(String artifact) {
        return "mvn:org.sencrm/" + artifact + "/1.0";
    }

    FakePlatform feature(String name, List<String> needs, String... bundles) {
        known.put(name, new FeaturePart(name, "1.0", null, false, needs, List.of(bundles), List.of()));
        return this;
    }

    FakePlatform ask(String... features) {
        roots.addAll(List.of(features));
        return settle();
    }

    FakePlatform breaking(String location) {
        broken.add(location);
        return this;
    }

    FakePlatform missing(String location) {
        missing.add(location);
        return this;
    }

    FakePlatform packaging(String location, String text) {
        packaged.put(location, text);
        return this;
    }

    private FakePlatform settle() {
        FeatureGraph graph = new FeatureGraph(known.values());
        present.clear();
        present.addAll(graph.bundles(roots));
        return this;
    }

    @Override
    public List<FeaturePart> features() {
        Set<String> there = new FeatureGraph(known.values()).withNeeded(roots);
        return known.values().stream()
                .map(part -> new FeaturePart(
                        part.name(),
                        part.version(),
                        part.description(),
                        there.contains(part.name()),
                        part.features(),
                        part.bundles(),
                        part.conditionals()))
                .toList();
    }

    @Override
    public Set<String> roots() {
        return Set.copyOf(roots);
    }

    @Override
    public boolean isPresent(String location) {
        return present.contains(location);
    }

    @Override
    public boolean isRunning(String location) {
        return present.contains(location) && !broken.contains(location);
    }

    @Override
    public List<String> rewired(Collection<String> locations) {
        return List.copyOf(rewired);
    }

    @Override
    public Optional<String> packagedText(String location, Locale locale, String key) {
        return Optional.ofNullable(packaged.get(location));
    }

    @Override
    public boolean isAvailable(String location) {
        return !missing.contains(location);
    }

    @Override
    public void install(String feature, String version) throws Exception {
        roots.add(feature);
        settle();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void uninstall(String feature, String version) throws Exception {
        if (failure != null && !roots.contains(feature)) {
            throw failure;
        }
        roots.remove(feature);
        settle();
    }
}
