package org.sencrm.core.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.outbox.Outcome;
import org.sencrm.api.outbox.Parcel;
import org.sencrm.api.outbox.Sender;
import org.sencrm.api.record.Records;
import org.sencrm.api.webhook.Delivery;
import org.sencrm.api.webhook.Webhooks;
import org.sencrm.core.gate.Gate;
import org.sencrm.core.secret.Secrets;
import org.sencrm.core.store.Database;
import org.sencrm.core.type.TypeRegistry;
import org.sencrm.core.value.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one event to one webhook and notes what came of it. A webhook that is switched off or gone gets nothing more; one
 * at which nothing has arrived for a day is switched off.
 */
@Component(property = Sender.KIND + "=webhook")
public final class WebhookSender implements Sender {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    /** Both together: a busy webhook is not given up for a short break, a quiet one not for a few failures. */
    private static final int MOST_FAILURES = 20;

    private static final Duration LONGEST_FAILING = Duration.ofDays(1);
    private static final int GONE = 410;

    private final Records records;
    private final Outbound outbound;
    private final Secrets secrets;
    private final Clock clock;
    private final WebhookTable webhooks;
    private final DeliveryTable deliveries;
    private final EventReader events;

    @Activate
    public WebhookSender(
            @Reference Database database,
            @Reference Records records,
            @Reference TypeRegistry types,
            @Reference Gate gate,
            @Reference Outbound outbound,
            @Reference Secrets secrets) {
        this(database, records, types, gate, outbound, secrets, Clock.systemUTC());
    }

    WebhookSender(
            Database database,
            Records records,
            TypeRegistry types,
            Gate gate,
            Outbound outbound,
            Secrets secrets,
            Clock clock) {
        this.records = records;
        this.outbound = outbound;
        this.secrets = secrets;
        this.clock = clock;
        this.webhooks = new WebhookTable(database);
        this.deliveries = new DeliveryTable(database);
        this.events = new EventReader(records, types, gate);
    }

    @Override
    public Outcome send(Parcel parcel) {
        deliveries.prune(clock.instant());
        Event event = Event.read(parcel.payload());
        WebhookTable.Stored webhook = webhooks.find(event.webhook());
        if (webhook == null || !webhook.active() && !event.isTest()) {
            return Outcome.done();
        }
        Try made;
        try {
            Map<String, Object> body = events.body(webhook, event, parcel.id());
            if (body == null) {
                return Outcome.done();
            }
            made = post(webhook, event, parcel.id(), Json.write(body));
        } catch (InvalidRequest e) {
            made = new Try(null, 0, "badFilter");
        }
        return settle(webhook, event, parcel, made);
    }

    private Try post(WebhookTable.Stored webhook, Event event, long delivery, String json) {
        WebhookTable.State state = webhooks.state(webhook.id());
        String secret = state == null ? null : secrets.decrypt(state.secret(), WebhookRules.purpose(webhook.id()));
        if (secret == null) {
            return new Try(null, 0, "noSecret");
        }
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of(
                "Content-Type", "application/json; charset=utf-8",
                "Sen-Signature", Signature.of(secret, clock.instant(), body),
                "Sen-Delivery", Long.toString(delivery),
                "Sen-Event", event.name());
        long start = System.nanoTime();
        try {
            Outbound.Answer answer = outbound.send(new Outbound.Request("POST", webhook.url(), headers, body));
            boolean taken = answer.status() >= 200 && answer.status() < 300;
            return new Try(answer.status(), millisSince(start), taken ? null : "refused");
        } catch (OutboundFailure e) {
            return new Try(null, millisSince(start), e.reason().code());
        }
    }

    private Outcome settle(WebhookTable.Stored webhook, Event event, Parcel parcel, Try made) {
        boolean over = event.isTest() || parcel.tries() >= MOST_TRIES || made.isGone() || made.isHopeless();
        Delivery.State state =
                made.isSent() ? Delivery.State.SENT : over ? Delivery.State.FAILED : Delivery.State.WAITING;
        deliveries.store(
                new Delivery(
                        parcel.id(),
                        webhook.id(),
                        event.name(),
                        event.id(),
                        event.reference(),
                        state,
                        made.status,
                        made.millis,
                        parcel.tries(),
                        made.problem,
                        parcel.since(),
                        now()),
                event);
        if (!event.isTest()) {
            count(webhook, made);
        }
        return switch (state) {
            case SENT -> Outcome.done();
            case WAITING -> Outcome.again(made.problem);
            case FAILED -> Outcome.failed(made.problem);
        };
    }

    private void count(WebhookTable.Stored webhook, Try made) {
        WebhookTable.State before = webhooks.state(webhook.id());
        if (made.isSent()) {
            if (before.failures() > 0) {
                webhooks.forgetFailures(webhook.id());
            }
            return;
        }
        webhooks.failed(webhook.id(), now(), made.told());
        boolean dead = before != null
                && before.failures() + 1 >= MOST_FAILURES
                && before.failingSince().isBefore(now().minus(LONGEST_FAILING));
        if (dead || made.isGone()) {
            switchOff(webhook);
        }
    }

    private void switchOff(WebhookTable.Stored webhook) {
        Caller product = Caller.system().through(WebhookEvents.KIND);
        try {
            records.update(product, Webhooks.TYPE, webhook.id(), webhook.version(), Map.of("active", false));
            LOG.warn("Webhook {} was switched off after too many failures", webhook.id());
        } catch (Conflict | NotFound e) {
            LOG.info("Webhook {} was changed by somebody in the meantime and is not switched off", webhook.id());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static int millisSince(long start) {
        return (int) Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    /**
     * @param status null where no answer came
     * @param problem null where it was taken
     */
    private record Try(Integer status, int millis, String problem) {

        boolean isSent() {
            return problem == null;
        }

        String told() {
            return status == null ? problem : problem + " " + status;
        }

        /** The receiver wants nothing more, ever. */
        boolean isGone() {
            return status != null && status == GONE;
        }

        /** Another try could not come out otherwise. */
        boolean isHopeless() {
            return "badFilter".equals(problem);
        }
    }
}
