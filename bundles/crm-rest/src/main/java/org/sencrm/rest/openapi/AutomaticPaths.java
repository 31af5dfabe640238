package org.sencrm.rest.openapi;

import java.util.Map;
import java.util.function.BiFunction;

/** What happens by itself: jobs at set times, and what automations can do and did. */
final class AutomaticPaths {

    private final BiFunction<String, String, Operation> operations;

    /** @param operations a new operation by its word and the word of its tag */
    AutomaticPaths(BiFunction<String, String, Operation> operations) {
        this.operations = operations;
    }

    void addTo(Map<String, Object> paths) {
        paths.put(
                "/jobs/schedules",
                Tree.object(
                        "get",
                        operations
                                .apply("schedules", "jobs")
                                .answers(200, Tree.properties("items", Tree.array(schedule())))
                                .tree()));
        paths.put(
                "/jobs/schedules/{name}/run",
                Tree.object(
                        "post",
                        operations
                                .apply("scheduleRun", "jobs")
                                .path("name")
                                .answers(202, Tree.schema("Job"))
                                .tree()));
        Map<String, Object> offers = Tree.array(offer());
        paths.put(
                "/automations/offers",
                Tree.object(
                        "get",
                        operations
                                .apply("automationOffers", "automations")
                                .answers(200, Tree.properties("triggers", offers, "actions", offers))
                                .tree()));
        paths.put(
                "/automations/{id}/runs",
                Tree.object(
                        "get",
                        operations
                                .apply("automationRuns", "automations")
                                .path("id")
                                .query("limit", Tree.integer())
                                .query("cursor")
                                .answers(
                                        200,
                                        Tree.properties(
                                                "items", Tree.array(run()), "next", Tree.nullable(Tree.string())))
                                .tree()));
    }

    private static Map<String, Object> schedule() {
        return Tree.properties(
                "name", Tree.string(),
                "label", Tree.string(),
                "module", Tree.string(),
                "schedule", Tree.string(),
                "nextAt", Tree.nullable(Tree.string("date-time")),
                "last", Tree.nullable(Tree.schema("Job")));
    }

    private static Map<String, Object> offer() {
        Map<String, Object> parameter = Tree.properties(
                "name", Tree.string(),
                "label", Tree.string(),
                "kind", Tree.nullable(Tree.string()),
                "required", Tree.object("type", "boolean"),
                "source", Tree.properties("of", Tree.string(), "name", Tree.nullable(Tree.string())));
        return Tree.properties(
                "code", Tree.string(),
                "label", Tree.string(),
                "types", Tree.array(Tree.string()),
                "parameters", Tree.array(parameter));
    }

    private static Map<String, Object> run() {
        return Tree.properties(
                "id", Tree.string(),
                "record", Tree.properties("type", Tree.string(), "id", Tree.string()),
                "state", Tree.string(),
                "message", Tree.nullable(Tree.string()),
                "at", Tree.string("date-time"));
    }
}
