package org.sencrm.transfer.run;

import java.util.HashMap;
import java.util.Map;
import org.sencrm.api.record.Field;
import org.sencrm.transfer.mapping.Mapping;

/**
 * Each chunk of a dry run is undone, so a later chunk does not find what an earlier one would have created. What counts
 * across chunks is remembered here: keys, and values of which there may be only one. Not thread safe.
 */
final class DryRunMemory {

    private final LongHashes keys = new LongHashes();
    private final Map<String, LongHashes> uniqueValues = new HashMap<>();

    boolean hasKey(String key) {
        return keys.contains(key);
    }

    void refuseSecond(ImportPlan plan, ReadRow row) throws RefusedRow {
        for (Mapping.Column column : plan.mapping().columns()) {
            String value = uniqueValue(column, row);
            if (value != null && valuesOf(column).contains(value)) {
                throw new RefusedRow(RowError.of("notUnique", column.name(), value));
            }
        }
    }

    void remember(ImportPlan plan, ReadRow row) {
        if (row.key() != null) {
            keys.add(row.key());
        }
        for (Mapping.Column column : plan.mapping().columns()) {
            String value = uniqueValue(column, row);
            if (value != null) {
                valuesOf(column).add(value);
            }
        }
    }

    private LongHashes valuesOf(Mapping.Column column) {
        return uniqueValues.computeIfAbsent(column.path().text(), k -> new LongHashes());
    }

    private static String uniqueValue(Mapping.Column column, ReadRow row) {
        Field field = column.path().field();
        boolean counts = field.unique() && column.path().part() == null;
        return counts ? RowReader.keyText(row.values().get(field.name())) : null;
    }
}
