package org.sencrm.rest.openapi;

import java.util.Map;
import java.util.function.BiFunction;

/** What the company set up of its own. */
final class ConfigurationPaths {

    private static final String TAG = "configuration";

    private final BiFunction<String, String, Operation> operations;

    /** @param operations a new operation by its word and the word of its tag */
    ConfigurationPaths(BiFunction<String, String, Operation> operations) {
        this.operations = operations;
    }

    void addTo(Map<String, Object> paths) {
        Map<String, Object> file = file();
        paths.put(
                "/configuration",
                Tree.object(
                        "get",
                        operation("configurationFile").answers(200, file).tree(),
                        "post",
                        operation("configurationPromote")
                                .query("dryRun", Tree.bool())
                                .body(file)
                                .answers(200, promotion())
                                .tree()));
        paths.put(
                "/configuration/changes",
                Tree.object(
                        "get",
                        operation("configurationChanges")
                                .answers(200, Tree.array(area()))
                                .tree(),
                        "delete",
                        operation("configurationTakeBack")
                                .query("part", "key")
                                .answersNothing()
                                .tree()));
    }

    private Operation operation(String id) {
        return operations.apply(id, TAG);
    }

    private static Map<String, Object> file() {
        return Tree.properties(
                "format", Tree.integer(),
                "product", Tree.string(),
                "modules", Tree.object("type", "object"),
                "types", Tree.object("type", "object"),
                "parts", Tree.object("type", "object"),
                "missing", Tree.array(Tree.string()));
    }

    private static Map<String, Object> area() {
        Map<String, Object> change = Tree.properties(
                "key", Tree.string(),
                "type", Tree.nullable(Tree.string()),
                "label", Tree.string(),
                "value", Tree.object("type", "object"),
                "declared", Tree.nullable(Tree.object("type", "object")),
                "version", Tree.string(),
                "changedAt", Tree.nullable(Tree.string("date-time")),
                "changedBy", Tree.nullable(Tree.schema("Reference")),
                "canTakeBack", Tree.bool());
        return Tree.properties(
                "part", Tree.string(),
                "label", Tree.string(),
                "problem", Tree.nullable(Tree.string()),
                "changes", Tree.array(change));
    }

    private static Map<String, Object> promotion() {
        Map<String, Object> item = Tree.properties(
                "part", Tree.string(),
                "key", Tree.string(),
                "type", Tree.nullable(Tree.string()),
                "label", Tree.string(),
                "state", Tree.string(),
                "before", Tree.object("type", "object"),
                "after", Tree.object("type", "object"),
                "reason", Tree.nullable(Tree.string()));
        return Tree.properties(
                "dryRun", Tree.bool(),
                "added", Tree.integer(),
                "changed", Tree.integer(),
                "same", Tree.integer(),
                "refused", Tree.integer(),
                "items", Tree.array(item));
    }
}
