package org.sencrm.rest.resource;

import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;

/**
 * What a bulk change does to each record.
 *
 * @param patch null to put it into the trash
 */
record BulkChange(Map<String, Object> patch) {

    static BulkChange delete() {
        return new BulkChange(null);
    }

    static BulkChange patch(Map<String, Object> patch) {
        return new BulkChange(patch);
    }

    /** The name of the number of records that were changed, in the result of the job. */
    String counted() {
        return patch == null ? "deleted" : "updated";
    }

    void apply(Caller caller, Records records, RecordData seen) {
        if (patch == null) {
            records.delete(caller, seen.type(), seen.id(), seen.version());
        } else {
            records.update(caller, seen.type(), seen.id(), seen.version(), new MergePatch(patch).over(seen));
        }
    }
}
