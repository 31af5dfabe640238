package org.sencrm.core.computed;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Records whose computed fields a transaction still has to look at, in the order in which they are locked. */
final class Touched {

    private static final int AT_ONCE = 200;

    private final TreeMap<String, TreeMap<Long, Set<String>>> byType = new TreeMap<>();

    /** @param rollUp name of the field to be read anew; null where only formulas follow */
    void add(String type, Collection<Long> ids, String rollUp) {
        TreeMap<Long, Set<String>> records = byType.computeIfAbsent(type, any -> new TreeMap<>());
        for (Long id : ids) {
            Set<String> fields = records.computeIfAbsent(id, any -> new TreeSet<>());
            if (rollUp != null) {
                fields.add(rollUp);
            }
        }
        if (records.isEmpty()) {
            byType.remove(type);
        }
    }

    boolean isEmpty() {
        return byType.isEmpty();
    }

    /** Some records of one type, which are looked at from now on. */
    Batch take() {
        Map.Entry<String, TreeMap<Long, Set<String>>> first = byType.firstEntry();
        Batch batch = new Batch(first.getKey(), new TreeSet<>(), new TreeSet<>());
        while (!first.getValue().isEmpty() && batch.ids.size() < AT_ONCE) {
            Map.Entry<Long, Set<String>> record = first.getValue().pollFirstEntry();
            batch.ids.add(record.getKey());
            batch.rollUps.addAll(record.getValue());
        }
        if (first.getValue().isEmpty()) {
            byType.remove(first.getKey());
        }
        return batch;
    }

    /** @param rollUps names of the fields to be read anew */
    record Batch(String type, Set<Long> ids, Set<String> rollUps) {}
}
