package org.sencrm.transfer.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.transfer.mapping.Mapping;

/** The stored records that the rows of one chunk have in mind, by key. */
final class StoredRecords {

    private final ImportPlan plan;
    private final Records records;
    private final Caller caller;
    private final Map<String, List<RecordData>> byKey = new HashMap<>();

    StoredRecords(ImportPlan plan, Records records, Caller caller) {
        this.plan = plan;
        this.records = records;
        this.caller = caller;
    }

    /** Reads the records of all these keys, 500 at a time. */
    void read(Collection<String> keys) {
        for (List<String> some : Batches.of(new LinkedHashSet<>(keys))) {
            Query query = Query.of(plan.type().name())
                    .where(Rsql.in(plan.key(), some))
                    .reading(fields());
            records.all(caller, query).forEach(this::put);
        }
    }

    List<RecordData> find(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    /** The record as it is after a row was written. */
    void put(RecordData record) {
        String key = plan.key().equals("id") ? String.valueOf(record.id()) : RowReader.keyText(record.get(plan.key()));
        if (key != null) {
            List<RecordData> same = byKey.computeIfAbsent(key, k -> new ArrayList<>());
            same.removeIf(known -> known.id() == record.id());
            same.add(record);
        }
    }

    private List<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        fields.add(plan.key());
        for (Mapping.Column column : plan.mapping().columns()) {
            if (column.path().field().kind() != FieldKind.STRUCTURE) {
                fields.add(column.path().field().name());
            }
        }
        return List.copyOf(fields);
    }
}
