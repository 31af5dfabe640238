package org.sencrm.core.set;

import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;

/** Words of the record type of sets. */
final class SetFields {

    static final String TYPE = "sets";
    static final String LIVE = "live";
    static final String STATIC = "static";

    private SetFields() {}

    /** Saves the set without a change of its own: its rules count the members. */
    static RecordData recount(Records records, Caller caller, long id) {
        RecordData set = records.get(caller, TYPE, id);
        return records.update(caller, TYPE, id, set.version(), Map.of());
    }
}
