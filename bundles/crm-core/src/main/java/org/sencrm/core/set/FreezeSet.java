package org.sencrm.core.set;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;

/** Makes a live set static: who is in it now stays, who fits later does not come in. */
@Component(property = {RecordAction.TYPE + "=sets", RecordAction.NAME + "=freeze"})
public final class FreezeSet implements RecordAction {

    private final Records records;

    @Activate
    public FreezeSet(@org.osgi.service.component.annotations.Reference Records records) {
        this.records = records;
    }

    @Override
    public boolean offered(Caller caller, RecordData record) {
        return SetFields.LIVE.equals(record.text("kind"));
    }

    @Override
    public Object run(Caller caller, RecordData record, Map<String, Object> input) {
        RecordData frozen =
                records.update(caller, SetFields.TYPE, record.id(), record.version(), Map.of("kind", SetFields.STATIC));
        return Map.of("size", frozen.get("size"));
    }
}
