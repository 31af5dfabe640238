package org.sencrm.rest.resource;

import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;

/**
 * The records that a bulk change is for.
 *
 * @param query which ones; reads no more than their ids
 * @param ids the very records; null for all that the query finds
 */
record BulkSelection(Query query, List<Long> ids) {

    static BulkSelection of(Query query) {
        return new BulkSelection(query, null);
    }

    static BulkSelection of(Query query, List<Long> ids) {
        return new BulkSelection(query, ids);
    }

    /** All of them before the first is changed: a change may well take a record out of the filter or add one to it. */
    List<Long> collect(Caller caller, Records records) {
        if (ids != null) {
            return ids;
        }
        return records.all(caller, query).map(RecordData::id).toList();
    }

    String type() {
        return query.type();
    }
}
