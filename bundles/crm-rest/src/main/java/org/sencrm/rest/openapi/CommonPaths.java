package org.sencrm.rest.openapi;

import java.util.Map;
import java.util.function.UnaryOperator;

/** Addresses that are there whatever types are installed. */
final class CommonPaths {

    private final UnaryOperator<String> texts;

    /** @param texts text of an operation by its word */
    CommonPaths(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    void addTo(Map<String, Object> paths) {
        signIn(paths);
        new SignInPaths(this::operation).addTo(paths);
        new AuditPaths(this::operation).addTo(paths);
        paths.put("/types", get("types", "types", Tree.array(Tree.schema("Type"))));
        paths.put(
                "/types/{type}",
                Tree.object(
                        "get",
                        operation("type", "types")
                                .path("type")
                                .answers(200, Tree.schema("Type"))
                                .tree()));
        paths.put(
                "/search",
                Tree.object(
                        "get",
                        operation("search", "search")
                                .query("q")
                                .query("limit", Tree.integer())
                                .answers(200, Tree.schema("Page"))
                                .tree()));
        imports(paths);
        files(paths);
        paths.put(
                "/jobs/{id}",
                Tree.object(
                        "get",
                        one("job", "jobs").answers(200, Tree.schema("Job")).tree()));
        paths.put(
                "/jobs/{id}/cancel",
                Tree.object(
                        "post",
                        one("jobCancel", "jobs")
                                .answers(200, Tree.schema("Job"))
                                .tree()));
        modules(paths);
        new CustomPaths(this::operation).addTo(paths);
        layouts(paths);
        new RulePaths(this::operation).addTo(paths);
        new ConfigurationPaths(this::operation).addTo(paths);
        new OutboundPaths(this::operation).addTo(paths);
        new AutomaticPaths(this::operation).addTo(paths);
        new TalkPaths(this::operation).addTo(paths);
    }

    /** {@code scopes} is null for a token without a limit. */
    private static Map<String, Object> token() {
        return Tree.properties(
                "id", Tree.string(),
                "label", Tree.string(),
                "createdAt", Tree.string("date-time"),
                "expiresAt", Tree.nullable(Tree.string("date-time")),
                "lastUsedAt", Tree.nullable(Tree.string("date-time")),
                "scopes", Tree.nullable(Tree.array(Tree.string())),
                "secondFactor", Tree.bool());
    }

    private void signIn(Map<String, Object> paths) {
        Operation issue = operation("tokenIssue", "signIn")
                .open()
                .body(Tree.properties(
                        "user", Tree.string(),
                        "password", Tree.string("password"),
                        "label", Tree.string(),
                        "expiresInDays", Tree.integer(),
                        "scopes", Tree.array(Tree.string()),
                        "challenge", Tree.string(),
                        "factor",
                                Tree.properties(
                                        "kind",
                                        Tree.string(),
                                        "code",
                                        Tree.string(),
                                        "response",
                                        Tree.object("type", "object"))))
                .answers(
                        201,
                        Tree.properties(
                                "id", Tree.string(), "token", Tree.string(), "expiresAt", Tree.string("date-time")));
        Operation list = operation("tokens", "signIn").query("user").answers(200, Tree.array(token()));
        paths.put("/auth/tokens", Tree.object("get", list.tree(), "post", issue.tree()));
        paths.put(
                "/auth/tokens/{id}",
                Tree.object(
                        "delete", one("tokenRevoke", "signIn").answersNothing().tree()));
        paths.put("/me", get("me", "signIn", Tree.object("type", "object")));
        new FactorPaths(this::operation).addTo(paths);
        new PolicyPaths(this::operation).addTo(paths);
    }

    private void imports(Map<String, Object> paths) {
        Map<String, Object> status = Tree.schema("Import");
        Operation start = operation("importStart", "imports")
                .body(
                        Tree.properties(
                                "type",
                                Tree.string(),
                                "options",
                                Tree.schema("ImportOptions"),
                                "file",
                                Tree.string("binary")),
                        "multipart/form-data")
                .answers(202, status);
        Operation list =
                operation("imports", "imports").query("limit", Tree.integer()).answers(200, Tree.schema("Page"));
        paths.put("/imports", Tree.object("get", list.tree(), "post", start.tree()));
        paths.put(
                "/imports/profiles",
                Tree.object(
                        "get",
                        operation("importProfiles", "imports")
                                .query("type")
                                .answers(200, Tree.properties("items", Tree.array(profile())))
                                .tree()));
        paths.put(
                "/imports/{id}",
                Tree.object("get", one("import", "imports").answers(200, status).tree()));
        paths.put(
                "/imports/{id}/errors",
                Tree.object(
                        "get",
                        one("importErrors", "imports")
                                .answers(200, Tree.string("binary"), "text/csv")
                                .tree()));
        for (String word : new String[] {"cancel", "resume", "undo"}) {
            String id = "import" + Character.toUpperCase(word.charAt(0)) + word.substring(1);
            paths.put(
                    "/imports/{id}/" + word,
                    Tree.object("post", one(id, "imports").answers(200, status).tree()));
        }
    }

    private static Map<String, Object> profile() {
        return Tree.properties(
                "name", Tree.string(),
                "label", Tree.string(),
                "type", Tree.string(),
                "recognisedBy", Tree.array(Tree.string()),
                "key", Tree.nullable(Tree.string()));
    }

    private void files(Map<String, Object> paths) {
        Map<String, Object> file = Tree.schema("File");
        Map<String, Object> several = Tree.properties("items", Tree.array(file));
        Operation list = operation("files", "files").query("type", "record").answers(200, several);
        Operation add = operation("fileAdd", "files")
                .body(
                        Tree.properties("file", Tree.string("binary"), "type", Tree.string(), "record", Tree.string()),
                        "multipart/form-data")
                .answers(201, file);
        paths.put("/files", Tree.object("get", list.tree(), "post", add.tree()));
        paths.put(
                "/files/{id}",
                Tree.object(
                        "get",
                        one("file", "files").answers(200, file).tree(),
                        "delete",
                        one("fileDelete", "files").answersNothing().tree()));
        paths.put(
                "/files/{id}/content",
                Tree.object(
                        "get",
                        one("fileContent", "files")
                                .answers(200, Tree.string("binary"), "*/*")
                                .tree()));
        paths.put(
                "/files/{id}/versions",
                Tree.object(
                        "get",
                        one("fileVersions", "files").answers(200, several).tree()));
        paths.put(
                "/files/{id}/trash",
                Tree.object("post", one("fileTrash", "files").answersNothing().tree()));
        paths.put(
                "/files/{id}/restore",
                Tree.object(
                        "post", one("fileRestore", "files").answers(200, file).tree()));
    }

    private void moduleRepositories(Map<String, Object> paths) {
        Map<String, Object> repository = Tree.schema("ModuleRepository");
        paths.put(
                "/modules/repositories",
                Tree.object(
                        "get",
                        operation("moduleRepositories", "modules")
                                .answers(200, Tree.array(repository))
                                .tree(),
                        "post",
                        operation("moduleRepositoryAdd", "modules")
                                .body(Tree.properties("place", Tree.string()))
                                .answers(201, repository)
                                .tree(),
                        "delete",
                        operation("moduleRepositoryRemove", "modules")
                                .query("place")
                                .answersNothing()
                                .tree()));
    }

    private void modules(Map<String, Object> paths) {
        paths.put("/modules", get("modules", "modules", Tree.array(Tree.schema("Module"))));
        paths.put(
                "/modules/plans",
                Tree.object(
                        "post",
                        operation("modulePlan", "modules")
                                .body(Tree.properties(
                                        "id", Tree.string(), "version", Tree.string(), "action", Tree.string()))
                                .answers(201, Tree.schema("ModulePlan"))
                                .tree()));
        paths.put(
                "/modules/{id}",
                Tree.object(
                        "get",
                        one("module", "modules")
                                .answers(200, Tree.schema("ModuleDetails"))
                                .tree(),
                        "patch",
                        one("moduleOffFor", "modules")
                                .body(Tree.properties("offFor", Tree.array(Tree.string())))
                                .answers(200, Tree.schema("ModuleDetails"))
                                .tree()));
        Operation picture = one("modulePicture", "modules").path("name").answers(200, Tree.string("binary"), "image/*");
        paths.put("/modules/{id}/pictures/{name}", Tree.object("get", picture.tree()));
        moduleRepositories(paths);
        paths.put(
                "/modules/plans/{id}/run",
                Tree.object(
                        "post",
                        one("modulePlanRun", "modules")
                                .answers(202, Tree.schema("Job"))
                                .tree()));
        paths.put(
                "/modules/events",
                Tree.object(
                        "get",
                        operation("moduleEvents", "modules")
                                .answers(200, Tree.string(), "text/event-stream")
                                .tree()));
    }

    private void layouts(Map<String, Object> paths) {
        Map<String, Object> layout = Tree.schema("RecordLayout");
        Operation list = operation("layouts", "fields").path("type").answers(200, Tree.array(layout));
        paths.put("/fields/{type}/layouts", Tree.object("get", list.tree()));
        Operation put = oneLayout("layoutPut")
                .header("If-Match", false)
                .body(layout)
                .answers(200, layout)
                .answers(201, layout);
        Operation remove = oneLayout("layoutRemove").header("If-Match", false).answersNothing();
        paths.put(
                "/fields/{type}/layouts/{role}",
                Tree.object(
                        "get",
                        oneLayout("layout").answers(200, layout).tree(),
                        "put",
                        put.tree(),
                        "delete",
                        remove.tree()));
    }

    private Operation oneLayout(String id) {
        return operation(id, "fields").path("type").path("role");
    }

    private Map<String, Object> get(String id, String tag, Map<String, Object> schema) {
        return Tree.object("get", operation(id, tag).answers(200, schema).tree());
    }

    private Operation one(String id, String tag) {
        return operation(id, tag).path("id");
    }

    private Operation operation(String id, String tag) {
        return new Operation(id, texts.apply("tag." + tag), texts.apply(id));
    }
}
