package org.sencrm.rest.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the calls about modules answer with. */
final class ModuleSchemas {

    private ModuleSchemas() {}

    static void addTo(Map<String, Object> schemas) {
        Map<String, Object> module = module();
        module.put("health", Tree.schema("ModuleHealth"));
        module.put("use", Tree.schema("ModuleUse"));
        schemas.put("Module", Tree.properties(members(module)));
        schemas.put("ModuleDetails", details());
        schemas.put("ModuleHealth", health());
        schemas.put("ModulePlan", plan());
        schemas.put("ModuleUse", use());
        schemas.put("ModuleRepository", repository());
        schemas.put("ModuleSigner", signer());
        schemas.put("ModulePermissions", permissions());
    }

    private static Map<String, Object> module() {
        Map<String, Object> module = new LinkedHashMap<>();
        module.put("id", Tree.string());
        module.put("version", Tree.string());
        module.put("kind", Tree.string());
        module.put("state", Tree.string());
        module.put("label", Tree.string());
        module.put("previousVersions", Tree.array(Tree.string()));
        module.put("error", Tree.nullable(Tree.string()));
        module.put("vendor", Tree.nullable(Tree.string()));
        module.put("description", Tree.string());
        module.put("update", Tree.nullable(Tree.string()));
        module.put("icon", Tree.nullable(Tree.string()));
        module.put("notices", Tree.array(Tree.string()));
        return module;
    }

    private static Object[] members(Map<String, Object> members) {
        return members.entrySet().stream()
                .flatMap(member -> Stream.of(member.getKey(), member.getValue()))
                .toArray();
    }

    private static Map<String, Object> use() {
        return Tree.properties(
                "threads", Tree.integer(),
                "parcels", Tree.integer(),
                "outsideCalls", Tree.integer(),
                "exceeded", Tree.array(Tree.string()),
                "limits", Tree.object("type", "object"));
    }

    private static Map<String, Object> details() {
        Map<String, Object> details = module();
        details.put("origin", Tree.nullable(Tree.string()));
        details.put("signer", Tree.schema("ModuleSigner"));
        details.put("permissions", Tree.schema("ModulePermissions"));
        details.put("api", Tree.object("type", "object"));
        details.put("requires", Tree.object("type", "object"));
        details.put("neededBy", Tree.array(Tree.string()));
        details.put("screenshots", Tree.array(Tree.string()));
        details.put("changes", Tree.string());
        details.put("tables", Tree.array(Tree.properties("name", Tree.string(), "rows", Tree.integer())));
        details.put("offFor", Tree.array(Tree.schema("Reference")));
        details.put("refusal", Tree.nullable(Tree.string()));
        details.put(
                "journal",
                Tree.array(Tree.properties(
                        "action", Tree.string(),
                        "from", Tree.nullable(Tree.string()),
                        "to", Tree.nullable(Tree.string()),
                        "result", Tree.string(),
                        "by", Tree.schema("Reference"),
                        "at", Tree.string("date-time"))));
        return Tree.properties(members(details));
    }

    private static Map<String, Object> health() {
        return Tree.properties(
                "calls", Tree.integer(),
                "errors", Tree.integer(),
                "statements", Tree.integer(),
                "slowStatements", Tree.integer(),
                "millis", Tree.integer(),
                "paused", Tree.bool(),
                "lastError", Tree.nullable(Tree.string()));
    }

    private static Map<String, Object> plan() {
        return Tree.properties(
                "id", Tree.string(),
                "module", Tree.string(),
                "label", Tree.string(),
                "version", Tree.string(),
                "action", Tree.string(),
                "adds", Tree.array(Tree.string()),
                "stops", Tree.array(Tree.string()),
                "refreshes", Tree.array(Tree.string()),
                "tables", Tree.array(Tree.string()),
                "changes", Tree.array(Tree.string()),
                "neededBy", Tree.array(Tree.string()),
                "sessionsAffected", Tree.integer(),
                "warnings", Tree.array(Tree.string()),
                "wayBack", Tree.nullable(Tree.string()),
                "possible", Tree.bool(),
                "signer", Tree.schema("ModuleSigner"),
                "permissions", Tree.schema("ModulePermissions"));
    }

    private static Map<String, Object> repository() {
        return Tree.properties(
                "place",
                Tree.string(),
                "problem",
                Tree.nullable(Tree.string()),
                "packages",
                Tree.array(Tree.properties(
                        "id", Tree.string(),
                        "version", Tree.string(),
                        "vendor", Tree.nullable(Tree.string()),
                        "label", Tree.string(),
                        "size", Tree.integer())));
    }

    private static Map<String, Object> signer() {
        return Tree.properties(
                "kind", Tree.string(),
                "name", Tree.string(),
                "subject", Tree.string(),
                "fingerprint", Tree.string(),
                "validUntil", Tree.string("date-time"));
    }

    private static Map<String, Object> permissions() {
        return Tree.properties(
                "records",
                Tree.object("type", "object"),
                "hosts",
                Tree.array(Tree.string()),
                "files",
                Tree.array(Tree.string()));
    }
}
