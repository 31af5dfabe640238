package org.sencrm.rest.openapi;

import java.util.Map;
import java.util.function.Function;

/** Addresses of what is shared of the records of one type, and of why somebody may see one. */
final class AccessPaths {

    private final String type;
    private final Function<String, Operation> operations;

    /** @param operations on one record, by word */
    AccessPaths(String type, Function<String, Operation> operations) {
        this.type = type;
        this.operations = operations;
    }

    void addTo(Map<String, Object> paths) {
        Map<String, Object> all = Tree.properties("items", Tree.array(share()));
        Map<String, Object> asked = Tree.properties("with", Tree.schema("Reference"), "mayChange", Tree.bool());
        paths.put(
                "/" + type + "/{id}/shares",
                Tree.object(
                        "get", operations.apply("shares").answers(200, all).tree(),
                        "post",
                                operations
                                        .apply("share")
                                        .body(asked)
                                        .answers(201, share())
                                        .tree()));
        paths.put(
                "/" + type + "/{id}/shares/{share}",
                Tree.object(
                        "delete",
                        operations
                                .apply("unshare")
                                .path("share")
                                .answersNothing()
                                .tree()));
        paths.put(
                "/" + type + "/{id}/access",
                Tree.object(
                        "get",
                        operations
                                .apply("access")
                                .query("user")
                                .answers(200, explanation())
                                .tree()));
    }

    private static Map<String, Object> share() {
        return Tree.properties(
                "id", Tree.string(),
                "with", Tree.schema("Reference"),
                "mayChange", Tree.bool(),
                "by", Tree.schema("Reference"),
                "at", Tree.string("date-time"));
    }

    private static Map<String, Object> explanation() {
        Map<String, Object> reason = Tree.properties(
                "right", Tree.string(),
                "role", Tree.nullable(Tree.schema("Reference")),
                "scope", Tree.nullable(Tree.string()),
                "because", Tree.string(),
                "through", Tree.nullable(Tree.schema("Reference")));
        Map<String, Object> refusal = Tree.properties("right", Tree.string(), "because", Tree.string());
        return Tree.properties(
                "rights", Tree.array(Tree.string()),
                "reasons", Tree.array(reason),
                "refusals", Tree.array(refusal),
                "hiddenFields", Tree.array(Tree.string()),
                "totals", Tree.array(Tree.schema("Reference")));
    }
}
