package org.sencrm.tokenkey;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;

/** Action {@code takeBack} of keys: one that ended and is still there lies in the drawer again, for whoever gets it next. */
@Component(property = {RecordAction.TYPE + "=tokenkeys", RecordAction.NAME + "=takeBack"})
public final class TakeBackKey implements RecordAction {

    private final Records records;

    @Activate
    public TakeBackKey(@Reference Records records) {
        this.records = records;
    }

    @Override
    public Object run(Caller caller, RecordData key, Map<String, Object> input) {
        return records.update(caller, key.type(), key.id(), key.version(), Map.of("state", KeyState.ISSUED));
    }

    /** Only what the company bought: without a cost it is a key of somebody's own. */
    @Override
    public boolean offered(Caller caller, RecordData key) {
        return KeyState.comesBack(key.get("state")) && key.get("cost") != null;
    }
}
