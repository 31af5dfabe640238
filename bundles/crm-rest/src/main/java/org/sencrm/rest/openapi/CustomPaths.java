package org.sencrm.rest.openapi;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Addresses of what administrators make: record types, and fields. */
final class CustomPaths {

    static final String FIELD = "CustomField";
    static final String TYPE = "CustomType";

    private static final String[] PATCHES = {"application/merge-patch+json", "application/json"};

    private final BiFunction<String, String, Operation> operations;

    /** @param operations by word and tag */
    CustomPaths(BiFunction<String, String, Operation> operations) {
        this.operations = operations;
    }

    void addTo(Map<String, Object> paths) {
        types(paths);
        fields(paths);
    }

    private void types(Map<String, Object> paths) {
        Map<String, Object> type = Tree.schema(TYPE);
        Operation list = operations.apply("customTypes", "types").answers(200, Tree.array(type));
        Operation create =
                operations.apply("customTypeCreate", "types").body(type).answers(201, type);
        paths.put("/types/custom", Tree.object("get", list.tree(), "post", create.tree()));
        Operation patch = oneType("customTypeChange")
                .header("If-Match", false)
                .body(type, PATCHES)
                .answers(200, type);
        paths.put(
                "/types/custom/{name}",
                Tree.object("get", oneType("customType").answers(200, type).tree(), "patch", patch.tree()));
    }

    private Operation oneType(String word) {
        return operations.apply(word, "types").path("name");
    }

    private void fields(Map<String, Object> paths) {
        Map<String, Object> field = Tree.schema(FIELD);
        Operation list = operations.apply("fields", "fields").path("type").answers(200, Tree.array(field));
        Operation create = operations
                .apply("fieldCreate", "fields")
                .path("type")
                .body(field)
                .answers(201, field);
        paths.put("/fields/{type}", Tree.object("get", list.tree(), "post", create.tree()));
        Operation patch = oneField("fieldChange")
                .header("If-Match", false)
                .body(field, PATCHES)
                .answers(200, field);
        Operation remove = oneField("fieldRemove").header("If-Match", false).answersNothing();
        paths.put(
                "/fields/{type}/{name}",
                Tree.object(
                        "get",
                        oneField("field").answers(200, field).tree(),
                        "patch",
                        patch.tree(),
                        "delete",
                        remove.tree()));
    }

    private Operation oneField(String word) {
        return operations.apply(word, "fields").path("type").path("name");
    }

    static Map<String, Object> field() {
        return Tree.properties(
                "name", Tree.string(),
                "label", label(),
                "kind", Tree.string(),
                "required", Tree.bool(),
                "unique", Tree.bool(),
                "default", Tree.object("nullable", true),
                "options", Tree.array(Tree.properties("code", Tree.string(), "label", label())),
                "target", Tree.nullable(Tree.string()));
    }

    static Map<String, Object> type() {
        return Tree.properties(
                "name", Tree.string(),
                "label", label(),
                "plural", label(),
                "nameLabel", Tree.nullable(label()),
                "icon", Tree.string(),
                "group", Tree.string(),
                "administrative", Tree.bool(),
                "retired", Tree.bool(),
                "board", Tree.nullable(Tree.string()));
    }

    private static Map<String, Object> label() {
        return Tree.object("oneOf", List.of(Tree.string(), Tree.properties("vi", Tree.string(), "en", Tree.string())));
    }
}
