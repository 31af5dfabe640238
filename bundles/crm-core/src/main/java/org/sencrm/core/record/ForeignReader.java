package org.sencrm.core.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.core.store.Sql;

/** Reads, group by group, of how many records that the caller does not know the figures of company totals are made. */
final class ForeignReader {

    private final Connection connection;
    private final Sql where;
    private final List<Measure> measures;

    /**
     * @param where of all living records
     * @param known the condition under which the caller knows a record
     * @param measures sums
     */
    ForeignReader(Connection connection, Sql where, Sql known, List<Measure> measures) {
        this.connection = connection;
        // a record without owner or team makes the condition neither true nor false
        this.where = new Sql().add(where).add(" and case when ").add(known).add(" then 1 else 0 end = 0");
        this.measures = measures;
    }

    /**
     * @param records by group
     * @param figures by measure and group, those records of which something goes into the sum
     */
    record Found(Map<Object, Foreigners> records, Map<Measure, Map<Object, Foreigners>> figures) {}

    Found read(Grouping grouping) throws SQLException {
        List<String> keys = grouping.columns();
        List<String> columns = new ArrayList<>(keys);
        columns.add("count(*), min(OWNER_ID), max(OWNER_ID)");
        measures.forEach(measure -> columns.add(adding(measure)));
        Found found = new Found(new HashMap<>(), new HashMap<>());
        measures.forEach(measure -> found.figures().put(measure, new HashMap<>()));
        Sql.of("select " + String.join(", ", columns))
                .add(grouping.from(where))
                .add(keys.isEmpty() ? "" : " group by " + String.join(", ", keys))
                .query(connection, row -> {
                    Object key = grouping.key(row);
                    int index = keys.size() + 1;
                    found.records().put(key, foreigners(row, index));
                    for (Measure measure : measures) {
                        index += 3;
                        found.figures().get(measure).put(key, foreigners(row, index));
                    }
                    return key;
                });
        return found;
    }

    private static String adding(Measure measure) {
        String adds = "case when " + measure.field().column().name() + "<>0 then ";
        return "sum(" + adds + "1 else 0 end), min(" + adds + "OWNER_ID end), max(" + adds + "OWNER_ID end)";
    }

    private static Foreigners foreigners(ResultSet row, int index) throws SQLException {
        long count = row.getLong(index);
        long first = row.getLong(index + 1);
        boolean nobody = row.wasNull();
        return new Foreigners(count, nobody ? null : first, nobody ? null : row.getLong(index + 2));
    }
}
