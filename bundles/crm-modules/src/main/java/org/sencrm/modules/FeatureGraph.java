package org.sencrm.modules;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which features need which, and so what is there when some of them are asked for. */
final class FeatureGraph {

    private final Map<String, FeaturePart> byName = new LinkedHashMap<>();

    FeatureGraph(Collection<FeaturePart> features) {
        features.forEach(feature -> byName.put(feature.name(), feature));
    }

    Optional<FeaturePart> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<FeaturePart> all() {
        return byName.values();
    }

    /** The features that are there when these are asked for: themselves and all that they need. */
    Set<String> withNeeded(Collection<String> roots) {
        Set<String> there = new LinkedHashSet<>();
        add(roots, there);
        int before;
        do {
            before = there.size();
            List.copyOf(there).forEach(name -> conditionals(name, there).forEach(met -> add(met.features(), there)));
        } while (there.size() > before);
        return there;
    }

    /** Locations of the bundles that are there when these features are asked for. */
    Set<String> bundles(Collection<String> roots) {
        Set<String> there = withNeeded(roots);
        Set<String> bundles = new LinkedHashSet<>();
        there.forEach(name -> bundles.addAll(bundlesOf(name, there)));
        return bundles;
    }

    /** Locations of the feature's own bundles, given the features that are there. */
    Set<String> bundlesOf(String name, Set<String> there) {
        Set<String> bundles = new LinkedHashSet<>();
        find(name).ifPresent(feature -> bundles.addAll(feature.bundles()));
        conditionals(name, there).forEach(met -> bundles.addAll(met.bundles()));
        return bundles;
    }

    /** Names of the features of this selection that need the feature themselves. */
    Set<String> needing(String name, Set<String> among) {
        Set<String> needing = new TreeSet<>();
        for (String other : among) {
            if (find(other).filter(feature -> feature.features().contains(name)).isPresent()) {
                needing.add(other);
            }
        }
        return needing;
    }

    private void add(Collection<String> names, Set<String> there) {
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            String name = open.pop();
            if (byName.containsKey(name) && there.add(name)) {
                open.addAll(byName.get(name).features());
            }
        }
    }

    private List<FeaturePart.Conditional> conditionals(String name, Set<String> there) {
        return find(name)
                .map(feature -> feature.conditionals().stream()
                        .filter(conditional -> there.containsAll(conditional.conditions()))
                        .toList())
                .orElse(List.of());
    }
}
