package org.sencrm.core.duplicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.duplicate.Kept;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.core.record.TakeBack;

/** Tells what an unmerge left as it is, with labels, to somebody who may see it. */
final class KeptWords {

    private final Records records;
    private final RecordTypes types;
    private final Access access;
    private final Caller caller;

    KeptWords(Records records, RecordTypes types, Access access, Caller caller) {
        this.records = records;
        this.types = types;
        this.access = access;
        this.caller = caller;
    }

    List<Kept> of(List<TakeBack.Outcome> outcomes) {
        Map<String, Map<Long, Set<String>>> byType = new LinkedHashMap<>();
        for (TakeBack.Outcome outcome : outcomes) {
            byType.computeIfAbsent(outcome.entry().type(), type -> new LinkedHashMap<>())
                    .computeIfAbsent(outcome.entry().recordId(), id -> new TreeSet<>())
                    .addAll(outcome.kept());
        }
        List<Kept> kept = new ArrayList<>();
        byType.forEach((type, fields) -> {
            if (access.may(caller, Right.READ, type)) {
                Set<String> hidden = access.hiddenFields(caller, type);
                labels(type, hidden, List.copyOf(fields.keySet()))
                        .forEach((id, label) -> fields.get(id).stream()
                                .filter(field -> !hidden.contains(field))
                                .forEach(field -> kept.add(new Kept(new Reference(type, id, label), field))));
            }
        });
        return kept;
    }

    /** Of those records that the caller may see. */
    private Map<Long, String> labels(String type, Set<String> hidden, List<Long> ids) {
        String label = types.get(type).labelField();
        Map<Long, String> labels = new HashMap<>();
        for (int from = 0; from < ids.size(); from += Query.MAX_LIMIT) {
            Query query = Query.of(type)
                    .where(Rsql.in("id", ids.subList(from, Math.min(ids.size(), from + Query.MAX_LIMIT))))
                    .reading(hidden.contains(label) ? "id" : label)
                    .limitedTo(Query.MAX_LIMIT);
            for (RecordData record : records.list(caller, query).items()) {
                labels.put(record.id(), hidden.contains(label) ? null : record.text(label));
            }
        }
        return labels;
    }
}
