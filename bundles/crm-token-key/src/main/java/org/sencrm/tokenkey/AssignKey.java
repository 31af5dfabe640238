package org.sencrm.tokenkey;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.text.Messages;

/** Action {@code assign} of keys: gives one out of the drawer to somebody, {@code {"holder":"id"}}. */
@Component(property = {RecordAction.TYPE + "=tokenkeys", RecordAction.NAME + "=assign"})
public final class AssignKey implements RecordAction {

    private final Records records;
    private final Messages messages;

    @Activate
    public AssignKey(@Reference Records records, @Reference Messages messages) {
        this.records = records;
        this.messages = messages;
    }

    @Override
    public Object run(Caller caller, RecordData key, Map<String, Object> input) {
        Object holder = input.get("holder");
        if (holder == null) {
            String message = messages.text(caller.locale(), "tokenkeys.holder.missing");
            throw new InvalidRecord(message, List.of(new FieldError("holder", "required", message)));
        }
        return records.update(caller, key.type(), key.id(), key.version(), Map.of("holder", holder));
    }

    @Override
    public boolean offered(Caller caller, RecordData key) {
        return KeyState.ISSUED.equals(key.text("state"));
    }

    @Override
    public boolean needsInput() {
        return true;
    }
}
