package org.sencrm.modules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.module.Modules.Action;
import org.sencrm.api.module.Modules.Plan;
import org.sencrm.api.text.Messages;

/** Works out what an operation would do by comparing what is there with what would be. Changes nothing. */
final class Planner {

    private final Platform platform;
    private final ModuleTables tables;
    private final Messages messages;
    private final IntSupplier sessions;

    Planner(Platform platform, ModuleTables tables, Messages messages, IntSupplier sessions) {
        this.platform = platform;
        this.tables = tables;
        this.messages = messages;
        this.sessions = sessions;
    }

    Plan plan(String module, Action action, Locale locale) {
        Catalog catalog = new Catalog(platform, messages);
        FeaturePart feature =
                catalog.find(module).orElseThrow(() -> new NotFound(messages.text(locale, "modules.unknown", module)));
        return action == Action.INSTALL ? installing(catalog, feature, locale) : uninstalling(catalog, feature, locale);
    }

    private Plan installing(Catalog catalog, FeaturePart feature, Locale locale) {
        Set<String> after = new HashSet<>(catalog.roots());
        after.add(feature.name());
        List<String> adds = minus(
                        catalog.graph().bundles(after), catalog.graph().bundles(catalog.roots()))
                .stream()
                .filter(location -> !platform.isPresent(location))
                .toList();

        List<String> obstacles = new ArrayList<>();
        if (feature.installed()) {
            obstacles.add(messages.text(locale, "modules.plan.installed", catalog.label(feature, locale)));
        }
        adds.stream()
                .filter(location -> !platform.isAvailable(location))
                .map(location -> messages.text(locale, "modules.plan.missing", MavenLocation.label(location)))
                .forEach(obstacles::add);
        return result(feature, Action.INSTALL, adds, List.of(), List.of(), obstacles, locale);
    }

    private Plan uninstalling(Catalog catalog, FeaturePart feature, Locale locale) {
        FeatureGraph graph = catalog.graph();
        Set<String> after = new HashSet<>(catalog.roots());
        after.remove(feature.name());
        Collection<String> stay = graph.bundles(after);
        List<String> stops = minus(graph.bundles(catalog.roots()), stay).stream()
                .filter(platform::isPresent)
                .toList();

        List<String> obstacles = new ArrayList<>();
        Set<String> features = graph.withNeeded(after);
        if (Catalog.isPlatform(feature.name())) {
            obstacles.add(messages.text(locale, "modules.plan.platform", catalog.label(feature, locale)));
        } else if (!feature.installed()) {
            obstacles.add(messages.text(locale, "modules.plan.notInstalled", catalog.label(feature, locale)));
        } else if (features.contains(feature.name())) {
            String needing = String.join(", ", graph.needing(feature.name(), features));
            obstacles.add(messages.text(locale, "modules.plan.needed", catalog.label(feature, locale), needing));
        }
        return result(feature, Action.UNINSTALL, List.of(), stops, platform.rewired(stops), obstacles, locale);
    }

    private Plan result(
            FeaturePart feature,
            Action action,
            List<String> adds,
            List<String> stops,
            List<String> refreshes,
            List<String> obstacles,
            Locale locale) {
        return new Plan(
                UUID.randomUUID().toString(),
                feature.name(),
                action,
                labels(adds),
                labels(stops),
                refreshes,
                tables.of(feature.name(), messages.text(locale, "modules.unavailable")),
                sessions.getAsInt(),
                obstacles,
                obstacles.isEmpty());
    }

    private static List<String> labels(List<String> locations) {
        return locations.stream().map(MavenLocation::label).sorted().toList();
    }

    private static Collection<String> minus(Set<String> whole, Collection<String> part) {
        return whole.stream().filter(location -> !part.contains(location)).toList();
    }
}
