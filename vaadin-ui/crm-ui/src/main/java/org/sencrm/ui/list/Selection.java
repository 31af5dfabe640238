package org.sencrm.ui.list;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;

/**
 * The records that a bulk change is about: those picked one by one, or all that a list shows.
 *
 * @param picked null for all that the query finds
 */
record Selection(Query query, List<RecordData> picked) {

    static Selection of(Query query, Collection<RecordData> picked) {
        return new Selection(query, List.copyOf(picked));
    }

    static Selection all(Query query) {
        return new Selection(query, null);
    }

    /** The records as REST names them: {@code ids}, or {@code filter} and {@code q}. */
    Map<String, Object> named() {
        return picked == null
                ? Map.of("filter", query.filter(), "q", query.text())
                : Map.of("ids", picked.stream().map(RecordData::id).toList());
    }

    /** Reads ids and versions of all, before anything is changed, page by page. */
    List<RecordData> read(Records records, Caller caller, BooleanSupplier cancelled) {
        if (picked != null) {
            return picked;
        }
        return records.all(caller, query.reading("id").after(null))
                .takeWhile(record -> !cancelled.getAsBoolean())
                .toList();
    }
}
