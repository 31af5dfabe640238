package org.sencrm.transfer.run;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Troubles of many rows, grouped by what is wrong with which value of which column. Beyond {@link #MOST} groups, values
 * of a column are no longer told apart. Not thread safe.
 */
final class Problems {

    static final int MOST = 100;

    private static final TypeReference<List<Group>> GROUPS = new TypeReference<>() {};

    private final Map<Key, Group> groups = new LinkedHashMap<>();

    private record Key(String code, String column, String value) {}

    /**
     * One group as it is kept.
     *
     * @param message of the record engine; null where code, column, value and count say it
     * @param subject name of a type that the message speaks of, or a pattern; null for none
     * @param row number of the first row concerned; 0 for none
     */
    record Group(
            String code,
            String column,
            String value,
            long count,
            String suggestion,
            String message,
            String subject,
            boolean blocking,
            long row) {

        /** Together with a row that came later, though perhaps from further up: rows that waited go both ways. */
        Group and(Group one) {
            long first = Math.min(row, one.row);
            return new Group(code, column, value, count + one.count, suggestion, message, subject, blocking, first);
        }
    }

    static Problems read(String json) {
        Problems problems = new Problems();
        if (json != null) {
            for (Group group : Json.read(json, GROUPS)) {
                problems.groups.put(new Key(group.code, group.column, group.value), group);
            }
        }
        return problems;
    }

    /** A copy that can be thrown away together with the transaction that it was made for. */
    Problems copy() {
        Problems copy = new Problems();
        copy.groups.putAll(groups);
        return copy;
    }

    /** @param suggestion gives a value that would fit, or null; asked once a group */
    void add(FailedRow row, Function<RowError, String> suggestion) {
        Set<Key> counted = new LinkedHashSet<>();
        for (RowError error : row.errors()) {
            Key key = key(error);
            if (counted.add(key)) {
                groups.merge(key, first(key, row.row().number(), error, suggestion), Group::and);
            }
        }
    }

    /** Something that people should know and that stops nothing. */
    void notice(String code, String column, String value, long count, String subject) {
        groups.put(new Key(code, column, value), new Group(code, column, value, count, null, null, subject, false, 0));
    }

    /** Something that stops the whole import. */
    void block(String code, String column, String value, long count) {
        groups.put(new Key(code, column, value), new Group(code, column, value, count, null, null, null, true, 0));
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** What fails comes first, then what concerns most rows. */
    List<Group> groups() {
        List<Group> sorted = new ArrayList<>(groups.values());
        sorted.sort(Comparator.comparing(Group::blocking)
                .reversed()
                .thenComparing(Comparator.comparingLong(Group::count).reversed()));
        return sorted.size() > MOST ? List.copyOf(sorted.subList(0, MOST)) : sorted;
    }

    String json() {
        return Json.write(List.copyOf(groups.values()));
    }

    private Key key(RowError error) {
        // a date that means two things is a trouble of the column, whatever the single value
        boolean ofColumn = error.code().equals("ambiguousDate");
        Key key = new Key(error.code(), error.column(), ofColumn ? null : error.value());
        return groups.size() < MOST || groups.containsKey(key) ? key : new Key(error.code(), error.column(), null);
    }

    private static Group first(Key key, long row, RowError error, Function<RowError, String> suggestion) {
        String fitting = key.value == null ? null : suggestion.apply(error);
        return new Group(key.code, key.column, key.value, 1, fitting, error.message(), error.target(), true, row);
    }
}
