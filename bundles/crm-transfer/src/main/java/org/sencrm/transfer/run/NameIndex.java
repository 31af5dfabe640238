package org.sencrm.transfer.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.search.Folding;

/** Records of one type by all that a file may call them. */
final class NameIndex {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,19}");
    private static final String LARGEST_ID = String.valueOf(Long.MAX_VALUE);

    private final String labelField;
    private final List<String> otherNames;
    private final Map<Long, String> labels = new LinkedHashMap<>();
    private final Map<String, Set<Long>> exact = new HashMap<>();
    private final Map<String, Set<Long>> folded = new HashMap<>();
    private final Map<String, Set<Long>> others = new HashMap<>();

    /** @param names fields by which a record is known */
    NameIndex(String labelField, List<String> names) {
        this.labelField = labelField;
        this.otherNames =
                names.stream().filter(name -> !name.equals(labelField)).toList();
    }

    void add(RecordData record) {
        if (labels.containsKey(record.id())) {
            return;
        }
        String label = record.text(labelField);
        labels.put(record.id(), label == null ? "" : label);
        if (label != null) {
            put(exact, label.strip(), record.id());
            put(folded, Folding.fold(label), record.id());
        }
        for (String field : otherNames) {
            String name = record.text(field);
            if (name != null) {
                put(others, Folding.fold(name), record.id());
            }
        }
    }

    /** Ids of the records that go by the text: one where it is clear, several where it is not, none. */
    Set<Long> find(String text) {
        Set<Long> hits = exact.getOrDefault(text.strip(), Set.of());
        if (hits.isEmpty()) {
            hits = folded.getOrDefault(Folding.fold(text), Set.of());
        }
        if (hits.isEmpty()) {
            hits = others.getOrDefault(Folding.fold(text), Set.of());
        }
        if (hits.isEmpty() && isId(text) && labels.containsKey(Long.parseLong(text.strip()))) {
            hits = Set.of(Long.parseLong(text.strip()));
        }
        return hits;
    }

    Collection<String> labels() {
        return labels.values();
    }

    int size() {
        return labels.size();
    }

    void clear() {
        labels.clear();
        exact.clear();
        folded.clear();
        others.clear();
    }

    /** Whether the text can be the id of a record. */
    static boolean isId(String text) {
        String trimmed = text.strip();
        return DIGITS.matcher(trimmed).matches()
                && (trimmed.length() < LARGEST_ID.length() || trimmed.compareTo(LARGEST_ID) <= 0);
    }

    private static void put(Map<String, Set<Long>> index, String name, long id) {
        index.computeIfAbsent(name, k -> new TreeSet<>()).add(id);
    }
}
