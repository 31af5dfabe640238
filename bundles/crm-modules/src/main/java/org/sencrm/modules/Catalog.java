package org.sencrm.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sencrm.api.module.Modules.Module;
import org.sencrm.api.module.Modules.State;
import org.sencrm.api.text.Messages;

/**
 * The modules among the features, at one moment. A module is a feature that stands on the core and carries a bundle of its
 * own name; what comes from the product's own group is part of the product, anything else an add-on.
 */
final class Catalog {

    private static final String CORE = "crm-core";
    private static final Set<String> PLATFORM = Set.of(CORE, "crm-rest", "crm-ui", "crm-modules");
    private static final String OWN_GROUP = "org.sencrm";

    private final Platform platform;
    private final Messages messages;
    private final FeatureGraph graph;
    private final Set<String> roots;

    Catalog(Platform platform, Messages messages) {
        this.platform = platform;
        this.messages = messages;
        this.graph = new FeatureGraph(platform.features());
        this.roots = platform.roots();
    }

    FeatureGraph graph() {
        return graph;
    }

    Set<String> roots() {
        return roots;
    }

    /** The product's own parts first, then by name. */
    List<Module> modules(Locale locale) {
        List<Module> modules = new ArrayList<>();
        for (FeaturePart feature : graph.all()) {
            if (isModule(feature)) {
                modules.add(module(feature, locale));
            }
        }
        modules.sort(Comparator.comparing((Module module) -> !module.kind().equals("platform"))
                .thenComparing(Module::id));
        return modules;
    }

    Optional<FeaturePart> find(String id) {
        return graph.find(id).filter(this::isModule);
    }

    /** Whether the module is a part that the product cannot be without. */
    static boolean isPlatform(String id) {
        return PLATFORM.contains(id);
    }

    String label(FeaturePart feature, Locale locale) {
        String key = "module." + feature.name();
        if (messages.has(locale, key)) {
            return messages.text(locale, key);
        }
        return ownBundle(feature)
                .flatMap(location -> platform.packagedText(location, locale, key))
                .or(() -> Optional.ofNullable(feature.description()))
                .orElse(feature.name());
    }

    /** Labels of the bundles of an installed module that do not run. */
    List<String> idle(FeaturePart feature) {
        return graph.bundlesOf(feature.name(), graph.withNeeded(roots)).stream()
                .filter(location -> !platform.isRunning(location))
                .map(MavenLocation::label)
                .toList();
    }

    /** Location of the bundle that has the module's own name. */
    static Optional<String> ownBundle(FeaturePart feature) {
        return feature.bundles().stream()
                .filter(location -> MavenLocation.of(location)
                        .filter(parts -> parts.artifact().equals(feature.name()))
                        .isPresent())
                .findFirst();
    }

    private boolean isModule(FeaturePart feature) {
        return ownBundle(feature).isPresent()
                && graph.withNeeded(List.of(feature.name())).contains(CORE);
    }

    private Module module(FeaturePart feature, Locale locale) {
        List<String> idle = feature.installed() ? idle(feature) : List.of();
        String error = idle.isEmpty() ? null : messages.text(locale, "modules.idle", String.join(", ", idle));
        State state = !feature.installed() ? State.AVAILABLE : idle.isEmpty() ? State.INSTALLED : State.FAILED;
        return new Module(feature.name(), feature.version(), kind(feature), state, label(feature, locale), error);
    }

    private static String kind(FeaturePart feature) {
        if (isPlatform(feature.name())) {
            return "platform";
        }
        Set<String> groups = ownBundle(feature).flatMap(MavenLocation::of).stream()
                .map(MavenLocation::group)
                .collect(Collectors.toSet());
        return groups.contains(OWN_GROUP) ? "area" : "addOn";
    }
}
