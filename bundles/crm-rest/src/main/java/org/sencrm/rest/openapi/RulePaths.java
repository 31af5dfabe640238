package org.sencrm.rest.openapi;

import java.util.Map;
import java.util.function.BiFunction;

/** Addresses of the rules for the records of a type. */
final class RulePaths {

    private final BiFunction<String, String, Operation> operations;

    /** @param operations by word and tag */
    RulePaths(BiFunction<String, String, Operation> operations) {
        this.operations = operations;
    }

    void addTo(Map<String, Object> paths) {
        Map<String, Object> rule = rule();
        paths.put(
                "/fields/{type}/rules",
                Tree.object(
                        "get",
                        operation("rules").answers(200, Tree.array(rule)).tree(),
                        "post",
                        operation("ruleCreate").body(rule).answers(201, rule).tree()));
        paths.put(
                "/fields/{type}/rules/{id}",
                Tree.object(
                        "get",
                        one("rule").answers(200, rule).tree(),
                        "patch",
                        one("ruleChange")
                                .header("If-Match", false)
                                .body(rule, "application/merge-patch+json", "application/json")
                                .answers(200, rule)
                                .tree(),
                        "delete",
                        one("ruleRemove")
                                .header("If-Match", false)
                                .answersNothing()
                                .tree()));
    }

    private Operation one(String word) {
        return operation(word).path("id");
    }

    private Operation operation(String word) {
        return operations.apply(word, "fields").path("type");
    }

    private static Map<String, Object> rule() {
        Map<String, Object> message = Tree.properties("vi", Tree.string(), "en", Tree.string());
        return Tree.properties(
                "kind", Tree.string(),
                "field", Tree.string(),
                "condition", Tree.string(),
                "message", message,
                "required", Tree.bool(),
                "by", Tree.string(),
                "choices", Tree.object("type", "object"));
    }
}
