package org.sencrm.tokenkey;

import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;

/** Ends a key: from then on it lets nobody in. Input and answer as in {@link KeyEnd#end}. */
abstract class EndKey implements RecordAction {

    private final KeyEnd keyEnd;
    private final String state;

    /** @param state in which it leaves the key */
    EndKey(KeyEnd keyEnd, String state) {
        this.keyEnd = keyEnd;
        this.state = state;
    }

    @Override
    public Object run(Caller caller, RecordData key, Map<String, Object> input) {
        return keyEnd.end(caller, key, state, input);
    }

    @Override
    public boolean offered(Caller caller, RecordData key) {
        return !KeyState.isEnded(key.get("state"));
    }
}
