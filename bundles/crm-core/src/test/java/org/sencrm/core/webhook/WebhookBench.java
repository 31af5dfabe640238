package org.sencrm.core.webhook;

import static org.sencrm.core.record.TestEngine.as;
import static org.sencrm.core.record.TestEngine.values;

import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.sencrm.api.access.Caller;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.outbox.Sender;
import org.sencrm.api.record.ChoiceSource;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.webhook.Delivery;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.outbound.Dialer;
import org.sencrm.core.outbound.HttpOutbound;
import org.sencrm.core.outbox.StoredOutbox;
import org.sencrm.core.record.TestEngine;
import org.sencrm.core.secret.Secrets;
import org.sencrm.core.store.Sql;

/** The engine with webhooks, an administrator, and a web server that takes them in. */
final class WebhookBench implements AutoCloseable {

    static final String SECRET = "a secret of many signs";

    final TestEngine engine = new TestEngine();
    final Receiver receiver = new Receiver();
    final StoredOutbox outbox = new StoredOutbox(engine.database, engine.clock);
    final HttpOutbound outbound = new HttpOutbound(engine.settings, new Dialer(engine.settings));
    final StoredWebhooks webhooks =
            new StoredWebhooks(engine.database, engine.records, engine.gate, outbox, engine.messages, engine.clock);
    final RecordData administrator;
    private final AtomicInteger markers = new AtomicInteger();

    WebhookBench(Path home) throws IOException, NoSuchAlgorithmException {
        engine.settings.set(Caller.system(), Outbound.ALLOWED_HOSTS, "127.0.0.1");
        engine.types.install("webhook-unit", "crm-core", List.of(Webhook.class));
        engine.extensions
                .choices()
                .add(Contribution.of(
                        new WebhookTypes(engine.types, engine.messages), Map.of(ChoiceSource.FIELD, "webhooks.types")));
        Secrets secrets = new Secrets(home);
        engine.hook(
                "webhooks",
                new WebhookRules(
                        engine.database,
                        engine.gate,
                        engine.records,
                        outbound,
                        secrets,
                        engine.settings,
                        engine.messages));
        engine.feed.bind(new WebhookEvents(engine.database, outbox, engine.clock));
        WebhookSender sender = new WebhookSender(
                engine.database, engine.records, engine.types, engine.gate, outbound, secrets, engine.clock);
        outbox.add(Contribution.of(sender, Map.of(Sender.KIND, "webhook")));
        RecordData role = engine.create("roles", "name", "Administrators", "administrator", true);
        administrator = engine.user("Boss", null, role);
    }

    /** A webhook for all that happens to deals, made by the administrator: further names and values in turn. */
    RecordData webhook(Object... namesAndValues) {
        return webhook(as(administrator), namesAndValues);
    }

    RecordData webhook(Caller caller, Object... namesAndValues) {
        Map<String, Object> all = new LinkedHashMap<>(values(
                "name", "Test", "url", receiver.address(), "secret", SECRET, "types", List.of(TestEngine.DEALS)));
        all.putAll(values(namesAndValues));
        return engine.records.create(caller, "webhooks", all);
    }

    RecordData get(RecordData webhook) {
        return engine.records.get(as(administrator), "webhooks", webhook.id());
    }

    /** Makes a deal that the webhook is told of after all that was before it: name of the deal that came first. */
    String marked() throws InterruptedException {
        String name = "marker " + markers.incrementAndGet();
        engine.deal("name", name, "stage", "won");
        return name;
    }

    List<Delivery> deliveries(RecordData webhook) {
        return webhooks.deliveries(as(administrator), webhook.id(), 50, 0);
    }

    /** Until the newest delivery is in this state. */
    Delivery await(RecordData webhook, Delivery.State state, int tries) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            List<Delivery> all = deliveries(webhook);
            boolean reached =
                    !all.isEmpty() && all.get(0).state() == state && all.get(0).tries() == tries;
            if (reached && (state != Delivery.State.WAITING || isPostponed())) {
                return all.get(0);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not " + state + " after " + tries + " tries: " + deliveries(webhook));
    }

    /** Whether the outbox has noted for all parcels when they are tried again. */
    private boolean isPostponed() {
        Sql taken = Sql.of("select ID from CORE_OUTBOX where PROBLEM is null");
        return engine.database
                .read(connection -> taken.query(connection, row -> row.getLong(1)))
                .isEmpty();
    }

    void later(Duration time) {
        engine.clock.advance(time);
        outbox.wake();
    }

    @Override
    public void close() throws InterruptedException {
        outbox.close();
        engine.close();
        outbound.close();
        receiver.close();
    }
}
