package org.sencrm.tokenkey;

import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.text.Messages;

/**
 * Action {@code replace} of keys: ends one and assigns a new one to the same person, who sets it up as the first. Input, all
 * optional: {@code name} and {@code serial} of the new key; {@code reason} as in {@link KeyEnd#end}. Answer: what became of the
 * holder, in a sentence; the key that ended tells which one is new.
 */
@Component(property = {RecordAction.TYPE + "=tokenkeys", RecordAction.NAME + "=replace"})
public final class ReplaceKey implements RecordAction {

    private final Records records;
    private final KeyEnd keyEnd;
    private final Messages messages;

    @Activate
    public ReplaceKey(
            @org.osgi.service.component.annotations.Reference Records records,
            @org.osgi.service.component.annotations.Reference KeyEnd keyEnd,
            @org.osgi.service.component.annotations.Reference Messages messages) {
        this.records = records;
        this.keyEnd = keyEnd;
        this.messages = messages;
    }

    @Override
    public Object run(Caller caller, RecordData key, Map<String, Object> input) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", input.getOrDefault("name", key.get("name")));
        values.put("serial", input.get("serial"));
        values.put("kind", key.get("kind"));
        values.put("holder", key.get("holder"));
        RecordData next = records.create(caller, key.type(), values);
        RecordData pointing = records.update(
                caller, key.type(), key.id(), key.version(), Map.of("replacedBy", Reference.to(key.type(), next.id())));
        return messages.text(
                caller.locale(),
                "tokenkeys.replaced",
                keyEnd.end(caller, pointing, KeyState.REPLACED, input),
                next.text("name"));
    }

    @Override
    public boolean offered(Caller caller, RecordData key) {
        return !KeyState.isEnded(key.get("state")) && key.get("holder") != null;
    }
}
