package org.sencrm.core.webhook;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.outbox.Outbox;
import org.sencrm.api.record.Records;
import org.sencrm.api.text.Messages;
import org.sencrm.api.webhook.Delivery;
import org.sencrm.api.webhook.Webhooks;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.store.Database;

/** What was sent, from the table {@code CORE_DELIVERY}; what is to be sent goes through the outbox. */
@Component(service = Webhooks.class)
public final class StoredWebhooks implements Webhooks {

    private static final int MOST = 200;

    private final Database database;
    private final Records records;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;
    private final DeliveryTable table;
    private final Faults faults;

    @Activate
    public StoredWebhooks(
            @Reference Database database,
            @Reference Records records,
            @Reference Access access,
            @Reference Outbox outbox,
            @Reference Messages messages) {
        this(database, records, access, outbox, messages, Clock.systemUTC());
    }

    StoredWebhooks(Database database, Records records, Access access, Outbox outbox, Messages messages, Clock clock) {
        this.database = database;
        this.records = records;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
        this.table = new DeliveryTable(database);
        this.faults = new Faults(messages);
    }

    @Override
    public List<Delivery> deliveries(Caller caller, long webhook, int limit, long before) {
        if (limit < 1 || limit > MOST) {
            throw faults.badRequest(caller, "fault.limit", MOST);
        }
        records.get(caller, TYPE, webhook);
        return table.of(webhook, before > 0 ? before : Long.MAX_VALUE, limit);
    }

    @Override
    public Delivery test(Caller caller, long webhook) {
        requireChangeable(caller, webhook);
        return send(Event.test(webhook, now()));
    }

    @Override
    public Delivery repeat(Caller caller, long webhook, long delivery) {
        requireChangeable(caller, webhook);
        Event event = table.event(webhook, delivery);
        if (event == null) {
            throw faults.noRecord(caller);
        }
        return send(event);
    }

    private void requireChangeable(Caller caller, long webhook) {
        records.get(caller, TYPE, webhook);
        if (!access.mayUpdate(caller, TYPE, webhook)) {
            throw faults.forbidden(caller);
        }
    }

    /** In the log at once, so that whoever asked finds it there. */
    private Delivery send(Event event) {
        return database.write(connection -> {
            long id = WebhookEvents.put(outbox, event);
            Delivery delivery = new Delivery(
                    id,
                    event.webhook(),
                    event.name(),
                    event.id(),
                    event.reference(),
                    Delivery.State.WAITING,
                    null,
                    null,
                    0,
                    null,
                    now(),
                    null);
            table.store(delivery, event);
            return delivery;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
