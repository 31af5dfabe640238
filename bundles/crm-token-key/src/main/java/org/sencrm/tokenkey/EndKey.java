package org.sencrm.tokenkey;

import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;

/** Ends a key: from then on it lets nobody in. */
abstract class EndKey implements RecordAction {

    private final Records records;
    private final String end;

    /** @param end the state in which it leaves the key */
    EndKey(Records records, String end) {
        this.records = records;
        this.end = end;
    }

    @Override
    public Object run(Caller caller, RecordData key, Map<String, Object> input) {
        return records.update(caller, key.type(), key.id(), key.version(), Map.of("state", end));
    }

    @Override
    public boolean offered(Caller caller, RecordData key) {
        return !KeyState.isEnded(key.get("state"));
    }
}
