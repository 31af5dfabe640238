package org.sencrm.rest.openapi;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Addresses of the records of one type. */
final class TypePaths {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final String type;
    private final String tag;
    private final String[] compared;
    private final UnaryOperator<String> texts;

    /**
     * @param tag label of the type, for many
     * @param compared fields by which duplicates are found
     * @param texts text of an operation by its word
     */
    TypePaths(String type, String tag, List<String> compared, UnaryOperator<String> texts) {
        this.type = type;
        this.tag = tag;
        this.compared = compared.toArray(String[]::new);
        this.texts = texts;
    }

    void addTo(Map<String, Object> paths) {
        paths.put(
                "/" + type,
                Tree.object(
                        "get", list().tree(), "post", create(Tree.schema(type)).tree()));
        paths.put("/" + type + "/bulk", Tree.object("post", bulk().tree()));
        paths.put("/" + type + "/duplicates", Tree.object("get", duplicates().tree()));
        paths.put("/" + type + "/summary", Tree.object("get", summary().tree()));
        paths.put("/" + type + "/export", Tree.object("get", export().tree()));
        addOneTo(paths);
    }

    private void addOneTo(Map<String, Object> paths) {
        Map<String, Object> record = Tree.schema(type);
        paths.put(
                "/" + type + "/{id}",
                Tree.object(
                        "get", one("get").answers(200, record).tree(),
                        "patch", patch(record).tree(),
                        "delete",
                                one("delete")
                                        .header("If-Match", true)
                                        .answersNothing()
                                        .tree()));
        paths.put(
                "/" + type + "/{id}/actions",
                Tree.object(
                        "get",
                        one("actions").answers(200, Tree.array(Tree.string())).tree()));
        paths.put(
                "/" + type + "/{id}/actions/{action}",
                Tree.object(
                        "post",
                        one("act")
                                .path("action")
                                .body(Tree.object("type", "object"))
                                .answers(200, Tree.object())
                                .answersNothing()
                                .tree()));
        paths.put(
                "/" + type + "/{id}/timeline",
                Tree.object("get", story("timeline").query("kind", "by").tree()));
        paths.put(
                "/" + type + "/{id}/history",
                Tree.object("get", story("history").tree()));
        addTalkTo(paths);
        new AccessPaths(type, this::one).addTo(paths);
        paths.put("/" + type + "/{id}/merge", Tree.object("post", merge(record).tree()));
    }

    private void addTalkTo(Map<String, Object> paths) {
        paths.put(
                "/" + type + "/{id}/comments",
                Tree.object(
                        "get", story("comments").tree(),
                        "post",
                                one("comment")
                                        .body(TalkPaths.said())
                                        .answers(201, Tree.schema(TalkPaths.COMMENT))
                                        .tree()));
        Map<String, Object> people = Tree.properties("items", Tree.array(Tree.schema("Reference")), "me", Tree.bool());
        paths.put(
                "/" + type + "/{id}/followers",
                Tree.object("get", one("followers").answers(200, people).tree()));
        paths.put(
                "/" + type + "/{id}/followers/me",
                Tree.object(
                        "put", one("follow").answersNothing().tree(),
                        "delete", one("unfollow").answersNothing().tree()));
    }

    private Operation operation(String word) {
        return new Operation(type + "." + word, tag, texts.apply(word));
    }

    private Operation one(String word) {
        return operation(word).path("id");
    }

    private Map<String, Object> filter() {
        return Tree.object("type", "string", "description", texts.apply("filter"));
    }

    private Operation list() {
        return operation("list")
                .query("filter", filter())
                .query("q", "sort", "fields")
                .query("limit", Tree.object("type", "integer", "minimum", 1, "maximum", 500, "default", 50))
                .query("cursor")
                .query("count", Tree.bool())
                .query("trash", Tree.bool())
                .answers(200, Tree.schema(TypeSchemas.page(type)));
    }

    private Operation create(Map<String, Object> record) {
        return operation("create")
                .header("Idempotency-Key", false)
                .body(Tree.schema(TypeSchemas.create(type)))
                .answers(201, record);
    }

    private Operation patch(Map<String, Object> record) {
        return one("patch")
                .header("If-Match", true)
                .body(Tree.schema(TypeSchemas.change(type)), MERGE_PATCH, "application/json")
                .answers(200, record);
    }

    private Operation story(String word) {
        return one(word).query("limit", Tree.integer()).query("cursor").answers(200, Tree.schema("Page"));
    }

    private Operation merge(Map<String, Object> record) {
        Map<String, Object> fields = Tree.object(
                "type",
                "object",
                "additionalProperties",
                Tree.object("type", "string", "enum", List.of("mine", "theirs")));
        return one("merge")
                .body(Tree.properties("with", Tree.string(), "fields", fields))
                .answers(200, record);
    }

    private Operation bulk() {
        return operation("bulk")
                .body(Tree.properties(
                        "filter", filter(),
                        "ids", Tree.array(Tree.string()),
                        "patch", Tree.schema(TypeSchemas.change(type)),
                        "delete", Tree.bool()))
                .answers(202, Tree.schema("Job"));
    }

    private Operation duplicates() {
        return operation("duplicates").query(compared).answers(200, Tree.schema("Page"));
    }

    private Operation summary() {
        return operation("summary")
                .query("group", "measure")
                .query("filter", filter())
                .query("q")
                .query("limit", Tree.integer())
                .query("totals", Tree.object("type", "string", "enum", List.of("all")))
                .answers(200, Tree.schema("Summary"));
    }

    private Operation export() {
        return operation("export")
                .query("format", Tree.object("type", "string", "enum", List.of("csv", "xlsx", "jsonl")))
                .query("filter", filter())
                .query("q", "sort", "fields")
                .query("trash", Tree.bool())
                .answers(
                        200,
                        Tree.string("binary"),
                        "text/csv",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "application/x-ndjson");
    }
}
