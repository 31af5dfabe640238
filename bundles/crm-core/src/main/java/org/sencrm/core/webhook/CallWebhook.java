package org.sencrm.core.webhook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.automation.AutomationAction;
import org.sencrm.api.automation.Occasion;
import org.sencrm.api.outbox.Outbox;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.webhook.Webhooks;

/** Tells a webhook of the record, as if all of it had just changed; the webhook sees what its own owner may see. */
@Component(property = AutomationAction.CODE + "=callWebhook")
public final class CallWebhook implements AutomationAction {

    private final Records records;
    private final Outbox outbox;

    @Activate
    public CallWebhook(@Reference Records records, @Reference Outbox outbox) {
        this.records = records;
        this.outbox = outbox;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("webhook", FieldKind.TEXT, true, Source.records("webhooks")));
    }

    @Override
    public String run(Occasion occasion) {
        RecordData record = occasion.record();
        long webhook = id((String) occasion.parameters().get("webhook"));
        records.get(occasion.caller(), Webhooks.TYPE, webhook);
        RecordChange told = new RecordChange(
                0,
                record.type(),
                record.id(),
                record.version(),
                Change.Kind.UPDATED,
                occasion.caller(),
                record.values().keySet());
        WebhookEvents.put(outbox, Event.of(webhook, told, Instant.now().truncatedTo(ChronoUnit.MICROS)));
        return null;
    }

    /** What is no number is the id of no record. */
    private static long id(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }
}
