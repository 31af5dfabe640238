package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sencrm.core.store.Column;
import org.sencrm.core.store.Sql;
import org.sencrm.core.type.StoredField;

/**
 * Reads what groups come to: one statement for the counts and numbers, which leaves no more groups than were asked for in
 * the database's hands, and one more for each amount. Where groups are left out, or share records, the total has statements
 * of its own.
 */
final class TallyReader {

    private static final Comparator<Map.Entry<Object, Tally>> LARGEST_FIRST = Comparator.comparing(
                    (Map.Entry<Object, Tally> entry) -> -entry.getValue().count())
            .thenComparing(entry -> entry.getKey().toString());

    private final Connection connection;
    private final Sql where;
    private final Conversion conversion;
    private final List<Measure> numbers;
    private final Map<StoredField, List<Measure>> amounts;
    private final List<Measure> measures;

    /** @param conversion of the sums of amounts */
    TallyReader(Connection connection, Sql where, List<Measure> measures, Conversion conversion) {
        this.conversion = conversion;
        this.connection = connection;
        this.where = where;
        this.measures = measures;
        this.numbers = measures.stream()
                .filter(measure -> measure.field() != null && !measure.isMoney())
                .toList();
        this.amounts = measures.stream()
                .filter(Measure::isMoney)
                .collect(Collectors.groupingBy(Measure::field, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * @param groups by the value that a group has in common, by falling count; null for records without a value
     * @param more whether there are others
     */
    record Found(Map<Object, Tally> groups, Tally total, boolean more) {}

    /** @param limit most groups of records with a value */
    Found read(Grouping grouping, int limit) throws SQLException {
        if (grouping.isNone()) {
            return new Found(Map.of(), single(grouping), false);
        }
        Map<Object, Tally> groups = new LinkedHashMap<>();
        for (Grouping part : grouping.parts()) {
            // one more to know that there are more, one for the records without a value
            count(part, groups, limit + 2);
        }
        Tally without = groups.remove(null);
        Map<Object, Tally> kept = largest(groups, limit);
        boolean more = kept.size() < groups.size();
        boolean whole = !more && !grouping.overlaps();
        if (whole && without != null) {
            kept.put(null, without);
        }
        addAmounts(whole ? grouping : grouping.only(kept.keySet()), kept);
        if (!whole) {
            Tally rest = single(grouping.withoutValue());
            if (rest.count() > 0) {
                kept.put(null, rest);
            }
        }
        return new Found(kept, whole ? sum(kept) : single(grouping.all()), more);
    }

    private static Map<Object, Tally> largest(Map<Object, Tally> groups, int limit) {
        Map<Object, Tally> largest = new LinkedHashMap<>();
        groups.entrySet().stream()
                .sorted(LARGEST_FIRST)
                .limit(limit)
                .forEach(entry -> largest.put(entry.getKey(), entry.getValue()));
        return largest;
    }

    private Tally sum(Map<Object, Tally> groups) {
        Tally total = new Tally();
        groups.values().forEach(tally -> total.add(tally, measures));
        return total;
    }

    private Tally single(Grouping all) throws SQLException {
        Map<Object, Tally> only = new LinkedHashMap<>();
        count(all, only, 1);
        addAmounts(all, only);
        return only.values().iterator().next();
    }

    private void count(Grouping grouping, Map<Object, Tally> groups, int most) throws SQLException {
        List<String> keys = grouping.columns();
        int counted = keys.size() + 1;
        Sql statement = select(grouping, keys, numbers);
        if (!keys.isEmpty()) {
            statement.add(" order by " + counted + " desc, " + keys.get(0) + " fetch first " + most + " rows only");
        }
        statement.query(connection, row -> {
            Tally tally = groups.computeIfAbsent(grouping.key(row), key -> new Tally());
            tally.count(row.getLong(counted));
            addMeasures(row, counted + 1, numbers, null, tally);
            return tally;
        });
    }

    /** Into groups that are known. */
    private void addAmounts(Grouping grouping, Map<Object, Tally> groups) throws SQLException {
        if (groups.isEmpty()) {
            return;
        }
        for (Map.Entry<StoredField, List<Measure>> amount : amounts.entrySet()) {
            Column currency = amount.getKey().second();
            for (Grouping part : grouping.parts()) {
                List<String> keys = new ArrayList<>(part.columns());
                keys.add(currency.name());
                int end = keys.size();
                select(part, keys, amount.getValue()).query(connection, row -> {
                    Tally tally = groups.get(part.key(row));
                    if (tally != null) {
                        addMeasures(row, end + 2, amount.getValue(), row.getString(end), tally);
                    }
                    return tally;
                });
            }
            for (Measure measure : amount.getValue()) {
                if (measure.isConverted()) {
                    conversion.addTo(groups, grouping, amount.getKey(), measure);
                }
            }
        }
    }

    private Sql select(Grouping grouping, List<String> keys, List<Measure> measured) {
        List<String> columns = new ArrayList<>(keys);
        columns.add("count(*)");
        measured.forEach(measure -> columns.add(measure.sql()));
        return Sql.of("select " + String.join(", ", columns))
                .add(grouping.from(where))
                .add(keys.isEmpty() ? "" : " group by " + String.join(", ", keys));
    }

    private static void addMeasures(ResultSet row, int from, List<Measure> measured, String unit, Tally tally)
            throws SQLException {
        int index = from;
        for (Measure measure : measured) {
            tally.add(measure, unit, row.getBigDecimal(index), row.getLong(index + 1));
            index += 2;
        }
    }
}
