package org.sencrm.rest.openapi;

import java.util.Map;
import java.util.function.BiFunction;

/** Addresses of the caller's own second factors. */
final class FactorPaths {

    private static final String TAG = "signIn";

    private final BiFunction<String, String, Operation> operations;

    /** @param operations by word and tag */
    FactorPaths(BiFunction<String, String, Operation> operations) {
        this.operations = operations;
    }

    void addTo(Map<String, Object> paths) {
        Operation list = operations.apply("factors", TAG).answers(200, Tree.array(Tree.properties(factor())));
        Operation enrol = operations
                .apply("factorEnrol", TAG)
                .body(Tree.properties("kind", Tree.string(), "label", Tree.string()))
                .answers(201, Tree.object("type", "object"));
        paths.put("/me/factors", Tree.object("get", list.tree(), "post", enrol.tree()));
        Operation confirm = operations
                .apply("factorConfirm", TAG)
                .path("id")
                .body(Tree.properties("code", Tree.string(), "response", Tree.object("type", "object")))
                .answers(200, Tree.properties("recoveryCodes", Tree.array(Tree.string())));
        paths.put("/me/factors/{id}/confirm", Tree.object("post", confirm.tree()));
        Operation remove = operations
                .apply("factorRemove", TAG)
                .path("id")
                .body(Tree.properties("password", Tree.string("password"), "code", Tree.string()))
                .answersNothing();
        paths.put("/me/factors/{id}", Tree.object("delete", remove.tree()));
    }

    private static Object[] factor() {
        return new Object[] {
            "id", Tree.string(),
            "kind", Tree.string(),
            "label", Tree.string(),
            "active", Tree.bool(),
            "createdAt", Tree.string("date-time"),
            "lastUsedAt", Tree.nullable(Tree.string("date-time")),
            "validUntil", Tree.nullable(Tree.string("date-time")),
            "facts", Tree.object("type", "object")
        };
    }
}
