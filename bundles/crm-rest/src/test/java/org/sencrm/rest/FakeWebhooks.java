package org.sencrm.rest;

import java.time.Instant;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.Reference;
import org.sencrm.api.webhook.Delivery;
import org.sencrm.api.webhook.Webhooks;

/** One webhook, number 40, with two deliveries. */
final class FakeWebhooks implements Webhooks {

    private static final Instant MADE = Instant.parse("2026-01-02T03:04:05Z");

    @Override
    public List<Delivery> deliveries(Caller caller, long webhook, int limit, long before) {
        require(webhook, 40);
        return List.of(
                        delivery(52, "test", null, Delivery.State.WAITING, null),
                        delivery(51, "accounts.updated", Reference.to("accounts", 1), Delivery.State.FAILED, 503))
                .stream()
                .filter(delivery -> before == 0 || delivery.id() < before)
                .limit(limit)
                .toList();
    }

    @Override
    public Delivery test(Caller caller, long webhook) {
        require(webhook, 40);
        return delivery(53, "test", null, Delivery.State.WAITING, null);
    }

    @Override
    public Delivery repeat(Caller caller, long webhook, long delivery) {
        require(webhook, 40);
        require(delivery, 51);
        return delivery(54, "accounts.updated", Reference.to("accounts", 1), Delivery.State.WAITING, null);
    }

    private static Delivery delivery(long id, String event, Reference record, Delivery.State state, Integer status) {
        return new Delivery(
                id,
                40,
                event,
                record == null ? 0 : 7,
                record,
                state,
                status,
                status == null ? null : 12,
                status == null ? 0 : 8,
                status == null ? null : "refused",
                MADE,
                status == null ? null : MADE);
    }

    private static void require(long given, long there) {
        if (given != there) {
            throw new NotFound("There is no such thing");
        }
    }
}
