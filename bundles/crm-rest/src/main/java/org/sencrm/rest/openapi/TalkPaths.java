package org.sencrm.rest.openapi;

import java.util.Map;
import java.util.function.BiFunction;

/** Addresses of single comments and of what the caller was told. */
final class TalkPaths {

    static final String COMMENT = "Comment";

    private final BiFunction<String, String, Operation> operations;

    /** @param operations by word and tag */
    TalkPaths(BiFunction<String, String, Operation> operations) {
        this.operations = operations;
    }

    void addTo(Map<String, Object> paths) {
        Map<String, Object> comment = Tree.schema(COMMENT);
        paths.put(
                "/comments/{id}",
                Tree.object(
                        "get", one("commentGet").answers(200, comment).tree(),
                        "put",
                                one("commentEdit")
                                        .body(said())
                                        .answers(200, comment)
                                        .tree(),
                        "delete", one("commentDelete").answersNothing().tree()));
        paths.put(
                "/comments/{id}/restore",
                Tree.object("post", one("commentRestore").answers(200, comment).tree()));
        Map<String, Object> told = Tree.properties("items", Tree.array(notification()), "unread", Tree.integer());
        paths.put(
                "/me/notifications",
                Tree.object(
                        "get",
                        operations
                                .apply("notifications", "talk")
                                .query("limit", Tree.integer())
                                .answers(200, told)
                                .tree()));
        paths.put(
                "/me/notifications/read",
                Tree.object(
                        "post",
                        operations
                                .apply("notificationsRead", "talk")
                                .body(Tree.properties("ids", Tree.array(Tree.string())))
                                .answersNothing()
                                .tree()));
    }

    private Operation one(String word) {
        return operations.apply(word, "talk").path("id");
    }

    /** What a request says of a comment. */
    static Map<String, Object> said() {
        return Tree.properties("text", Tree.string(), "mentions", Tree.array(Tree.string()));
    }

    static Map<String, Object> comment() {
        return Tree.properties(
                "id", Tree.string(),
                "record", Tree.schema("Reference"),
                "by", Tree.schema("Reference"),
                "text", Tree.string(),
                "mentions", Tree.array(Tree.schema("Reference")),
                "at", Tree.string("date-time"),
                "editedAt", Tree.nullable(Tree.string("date-time")));
    }

    private static Map<String, Object> notification() {
        return Tree.properties(
                "id", Tree.string(),
                "kind", Tree.string(),
                "record", Tree.schema("Reference"),
                "by", Tree.schema("Reference"),
                "text", Tree.nullable(Tree.string()),
                "at", Tree.string("date-time"),
                "readAt", Tree.nullable(Tree.string("date-time")));
    }
}
