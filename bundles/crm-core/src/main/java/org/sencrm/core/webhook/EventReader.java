package org.sencrm.core.webhook;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.type.StoredType;
import org.sencrm.core.type.TypeRegistry;

/**
 * Reads what a webhook may be told of an event at this moment: the record goes through the gate as its owner, so that
 * neither a record nor a field shows that the owner could not see on the screen.
 */
final class EventReader {

    private static final String THROUGH = "webhook";

    private final Records records;
    private final TypeRegistry types;
    private final Gate gate;

    EventReader(Records records, TypeRegistry types, Gate gate) {
        this.records = records;
        this.types = types;
        this.gate = gate;
    }

    /**
     * The body; null where there is nothing to tell.
     *
     * @throws org.sencrm.api.fault.InvalidRequest where the webhook's filter does not fit the type any more
     */
    Map<String, Object> body(WebhookTable.Stored webhook, Event event, long delivery) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", Long.toString(delivery));
        body.put("event", event.name());
        body.put("at", event.at().toString());
        if (event.isTest()) {
            return body;
        }
        Caller owner = new Caller(webhook.owner(), Locale.ENGLISH, ZoneId.of("UTC"), THROUGH, 0);
        StoredType type = types.stored(event.type()).orElse(null);
        if (webhook.owner() == Caller.SYSTEM_ID || type == null || !gate.may(owner, Right.READ, event.type())) {
            return null;
        }
        Set<String> hidden = gate.hiddenFields(owner, event.type());
        List<String> changed =
                event.fields().stream().filter(field -> !hidden.contains(field)).toList();
        RecordData record = event.kind() == Change.Kind.PURGED ? null : find(webhook, event, owner);
        boolean visible = record != null || event.kind() == Change.Kind.PURGED && seesAll(webhook, owner, type);
        if (!visible || changed.isEmpty() && event.kind() == Change.Kind.UPDATED) {
            return null;
        }
        body.put("eventId", Long.toString(event.id()));
        body.put("change", event.change());
        body.put("type", event.type());
        body.put("recordId", Long.toString(event.record()));
        body.put("version", event.version());
        body.put("changed", changed);
        body.put("record", record == null ? null : JsonForm.of(record));
        return body;
    }

    /** Of what is gone for good nobody can say any more whose it was: only who may read all of its type is told. */
    private boolean seesAll(WebhookTable.Stored webhook, Caller owner, StoredType type) {
        return webhook.filter().isEmpty()
                && gate.rights(owner).condition(Right.READ, type).isEmpty();
    }

    /** The record as it is now, where the owner may see it and it fits the filter; else null. */
    private RecordData find(WebhookTable.Stored webhook, Event event, Caller owner) {
        Query query = Query.of(event.type())
                .where(webhook.filter())
                .where(Rsql.equal("id", event.record()))
                .limitedTo(1);
        try {
            return records.list(owner, event.kind() == Change.Kind.TRASHED ? query.inTrash() : query).items().stream()
                    .findFirst()
                    .orElse(null);
        } catch (NotFound e) {
            return null;
        }
    }
}
