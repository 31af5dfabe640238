package org.sencrm.core.record;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which groups stand for themselves, and which are told together as others, so that no group tells of a single record. The
 * same records give the same groups whatever is asked of them: two questions that fold differently would tell the
 * difference.
 *
 * @param folded keys of the groups that are told as others; null is the one of records without a value
 */
record FoldedGroups(Set<Object> folded) {

    private static final Comparator<Map.Entry<Object, Foreigners>> SMALLEST_FIRST = Comparator.comparing(
                    (Map.Entry<Object, Foreigners> group) -> group.getValue().count())
            .thenComparing(group -> Objects.toString(group.getKey(), ""));

    /**
     * Folds what is too small, and as much beside it as the others need to be safe themselves.
     *
     * @param groups all that have records which are not the caller's
     * @return empty where no way to fold them is safe
     */
    static Optional<FoldedGroups> of(Map<Object, Foreigners> groups, int fewest) {
        Set<Object> folded = new HashSet<>();
        Foreigners others = Foreigners.NONE;
        Map<Object, Foreigners> open = new LinkedHashMap<>();
        groups.entrySet().stream().sorted(SMALLEST_FIRST).forEach(group -> open.put(group.getKey(), group.getValue()));
        for (Map.Entry<Object, Foreigners> group : open.entrySet()) {
            if (!group.getValue().isSafe(fewest)) {
                folded.add(group.getKey());
                others = others.and(group.getValue());
            }
        }
        for (Map.Entry<Object, Foreigners> group : open.entrySet()) {
            if (!others.isSafe(fewest) && folded.add(group.getKey())) {
                others = others.and(group.getValue());
            }
        }
        return others.isSafe(fewest) ? Optional.of(new FoldedGroups(folded)) : Optional.empty();
    }

    boolean isFolded(Object key) {
        return folded.contains(key);
    }

    /** Whether a figure may be told of each group: where one cannot be, it would be the total less the rest. */
    boolean allow(Map<Object, Foreigners> figures, int fewest) {
        Foreigners others = Foreigners.NONE;
        for (Map.Entry<Object, Foreigners> figure : figures.entrySet()) {
            if (isFolded(figure.getKey())) {
                others = others.and(figure.getValue());
            } else if (!figure.getValue().isSafe(fewest)) {
                return false;
            }
        }
        return others.isSafe(fewest);
    }

    /** All groups together. */
    static Foreigners all(Collection<Foreigners> groups) {
        return groups.stream().reduce(Foreigners.NONE, Foreigners::and);
    }
}
