package org.sencrm.rest.openapi;

import java.util.Map;
import java.util.function.BiFunction;

/** Addresses of what the caller has to agree to. */
final class PolicyPaths {

    private static final String TAG = "signIn";

    private final BiFunction<String, String, Operation> operations;

    /** @param operations by word and tag */
    PolicyPaths(BiFunction<String, String, Operation> operations) {
        this.operations = operations;
    }

    void addTo(Map<String, Object> paths) {
        Operation due = operations.apply("policiesDue", TAG).answers(200, Tree.array(Tree.properties(due())));
        paths.put("/me/policies", Tree.object("get", due.tree()));
        Operation accept = operations
                .apply("policyAccept", TAG)
                .path("id")
                .body(Tree.properties("digest", Tree.string()))
                .answersNothing();
        paths.put("/me/policies/{id}/acceptance", Tree.object("post", accept.tree()));
    }

    private static Object[] due() {
        return new Object[] {
            "id", Tree.string(),
            "policy", Tree.string(),
            "name", Tree.string(),
            "version", Tree.object("type", "integer"),
            "inForceFrom", Tree.string("date"),
            "language", Tree.string(),
            "text", Tree.string(),
            "digest", Tree.string()
        };
    }
}
