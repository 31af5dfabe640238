package org.sencrm.core.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.outbox.Outbox;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.webhook.Webhooks;
import org.sencrm.core.change.Witness;
import org.sencrm.core.store.Database;

/**
 * Puts every change that a webhook wants into the outbox, in the change's own transaction: not one is lost, and none is sent
 * that was rolled back. Which webhooks there are is remembered for two seconds, as another node may change them.
 */
@Component(service = Witness.class, property = Witness.NAME + "=webhooks")
public final class WebhookEvents implements Witness {

    static final String KIND = "webhook";

    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final Database database;
    private final Outbox outbox;
    private final Clock clock;
    private final WebhookTable table;
    private volatile Known known = new Known(List.of(), Instant.MIN);

    @Activate
    public WebhookEvents(@Reference Database database, @Reference Outbox outbox) {
        this(database, outbox, Clock.systemUTC());
    }

    WebhookEvents(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.table = new WebhookTable(database);
    }

    @Override
    public void changing(RecordChange change) {
        if (Webhooks.TYPE.equals(change.type())) {
            database.afterCommit(() -> known = new Known(List.of(), Instant.MIN));
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String event = Event.word(change.kind());
        for (WebhookTable.Choice webhook : active(now)) {
            if (webhook.wants(change.type(), event)) {
                put(outbox, Event.of(webhook.id(), change, now));
            }
        }
    }

    /** @return id of the delivery */
    static long put(Outbox outbox, Event event) {
        return outbox.put(KIND, KIND + event.webhook(), event.payload());
    }

    private List<WebhookTable.Choice> active(Instant now) {
        Known remembered = known;
        if (now.isAfter(remembered.until)) {
            remembered = new Known(table.active(), now.plus(REMEMBERED));
            known = remembered;
        }
        return remembered.webhooks;
    }

    private record Known(List<WebhookTable.Choice> webhooks, Instant until) {}
}
