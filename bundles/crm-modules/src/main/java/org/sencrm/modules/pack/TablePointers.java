package org.sencrm.modules.pack;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which tables of a changelog refer to which. A copy of a module's tables is brought back table by table, what others refer to
 * first; where tables refer to each other in a circle there is no such order.
 */
final class TablePointers {

    /** The reason for steps whose traces cannot be taken back with the tables. */
    static final String NOT_ONLY_TABLES = "pack.table.only";

    private final Map<String, Set<String>> targets = new HashMap<>();

    /** @param table null where it is not known; then the database refuses the step */
    void add(String table, String target) {
        if (table != null) {
            targets.computeIfAbsent(key(table), name -> new TreeSet<>()).add(key(target));
        }
    }

    private static String key(String table) {
        return table.toUpperCase(Locale.ROOT);
    }

    /** A table from which references lead back to itself; empty where there is none. */
    Optional<String> circle() {
        return targets.keySet().stream().sorted().filter(this::leadsBack).findFirst();
    }

    private boolean leadsBack(String table) {
        Set<String> reached = new TreeSet<>(targets.get(table));
        int before;
        do {
            before = reached.size();
            for (String target : Set.copyOf(reached)) {
                reached.addAll(targets.getOrDefault(target, Set.of()));
            }
        } while (reached.size() > before);
        return reached.contains(table);
    }
}
