package org.sencrm.rest.openapi;

import java.util.Map;
import java.util.function.BiFunction;

/** Deliveries of webhooks, and which inner hosts may be asked. Webhooks themselves are described as records. */
final class OutboundPaths {

    private static final String TAG = "webhooks";

    private final BiFunction<String, String, Operation> operations;

    /** @param operations a new operation by its word and the word of its tag */
    OutboundPaths(BiFunction<String, String, Operation> operations) {
        this.operations = operations;
    }

    void addTo(Map<String, Object> paths) {
        Map<String, Object> delivery = delivery();
        Operation list = operation("webhookDeliveries")
                .path("id")
                .query("limit", Tree.integer())
                .query("cursor")
                .answers(200, Tree.properties("items", Tree.array(delivery), "next", Tree.nullable(Tree.string())));
        paths.put("/webhooks/{id}/deliveries", Tree.object("get", list.tree()));
        Operation repeat =
                operation("webhookRepeat").path("id").path("delivery").answers(202, delivery);
        paths.put("/webhooks/{id}/deliveries/{delivery}/repeat", Tree.object("post", repeat.tree()));
        paths.put(
                "/webhooks/{id}/test",
                Tree.object(
                        "post",
                        operation("webhookTest")
                                .path("id")
                                .answers(202, delivery)
                                .tree()));
        Map<String, Object> hosts = Tree.properties("allowedHosts", Tree.array(Tree.string()));
        paths.put(
                "/settings/outbound",
                Tree.object(
                        "get",
                        operation("allowedHosts").answers(200, hosts).tree(),
                        "put",
                        operation("allowedHostsSet")
                                .body(hosts)
                                .answers(200, hosts)
                                .tree()));
    }

    private Operation operation(String id) {
        return operations.apply(id, TAG);
    }

    private static Map<String, Object> delivery() {
        return Tree.properties(
                "id", Tree.string(),
                "event", Tree.string(),
                "eventId", Tree.nullable(Tree.string()),
                "record", Tree.nullable(Tree.properties("type", Tree.string(), "id", Tree.string())),
                "state", Tree.string(),
                "status", Tree.nullable(Tree.integer()),
                "ms", Tree.nullable(Tree.integer()),
                "tries", Tree.integer(),
                "problem", Tree.nullable(Tree.string()),
                "createdAt", Tree.string("date-time"),
                "triedAt", Tree.nullable(Tree.string("date-time")));
    }
}
