package org.sencrm.rest.openapi;

import java.util.List;
import java.util.Map;

/** Schemas that several addresses share. */
final class CommonSchemas {

    private CommonSchemas() {}

    static void addTo(Map<String, Object> schemas) {
        schemas.put("Money", Tree.properties("amount", Tree.string(), "currency", Tree.string()));
        schemas.put("Reference", reference());
        schemas.put(
                "ReferenceSent",
                Tree.object(
                        "oneOf",
                        List.of(
                                Tree.string(),
                                Tree.properties(
                                        "type", Tree.string(), "id", Tree.string(), "externalId", Tree.string()))));
        schemas.put("Type", type());
        schemas.put(CustomPaths.FIELD, CustomPaths.field());
        schemas.put(CustomPaths.TYPE, CustomPaths.type());
        schemas.put("RecordLayout", layout());
        schemas.put("Page", page());
        schemas.put("Summary", summary());
        schemas.put("Job", job());
        schemas.put("Import", importStatus());
        schemas.put("ImportOptions", importOptions());
        schemas.put("File", file());
        schemas.put(TalkPaths.COMMENT, TalkPaths.comment());
        ModuleSchemas.addTo(schemas);
        schemas.put("Problem", problem());
    }

    private static Map<String, Object> reference() {
        return Tree.properties("type", Tree.string(), "id", Tree.string(), "label", Tree.nullable(Tree.string()));
    }

    private static Map<String, Object> type() {
        Map<String, Object> option = Tree.properties("code", Tree.string(), "label", Tree.string());
        Map<String, Object> field = Tree.properties(
                "name", Tree.string(),
                "label", Tree.string(),
                "kind", Tree.string(),
                "required", Tree.bool(),
                "readOnly", Tree.bool(),
                "unique", Tree.bool(),
                "options", Tree.array(option),
                "target", Tree.nullable(Tree.string()),
                "targets", Tree.array(Tree.string()),
                "maxLength", Tree.integer());
        return Tree.properties(
                "name", Tree.string(),
                "label", Tree.string(),
                "pluralLabel", Tree.string(),
                "module", Tree.string(),
                "labelField", Tree.string(),
                "boardField", Tree.nullable(Tree.string()),
                "fields", Tree.array(field));
    }

    private static Map<String, Object> layout() {
        Map<String, Object> section = Tree.properties(
                "word", Tree.string(),
                "label", Tree.properties("vi", Tree.string(), "en", Tree.string()),
                "fields", Tree.array(Tree.string()));
        return Tree.properties(
                "role", Tree.string(),
                "sections", Tree.array(section),
                "hidden", Tree.array(Tree.string()));
    }

    private static Map<String, Object> page() {
        return Tree.properties(
                "items", Tree.array(Tree.object("type", "object")), "next", Tree.nullable(Tree.string()));
    }

    private static Map<String, Object> summary() {
        Map<String, Object> key = Tree.properties(
                "code", Tree.nullable(Tree.string()),
                "id", Tree.nullable(Tree.string()),
                "label", Tree.string());
        Map<String, Object> group = totals(Tree.object(
                "key", key, "count", Tree.integer(), "foreign", otherCurrencies(), "converted", converted()));
        Map<String, Object> total =
                totals(Tree.object("count", Tree.integer(), "foreign", otherCurrencies(), "converted", converted()));
        Map<String, Object> more = Tree.object(
                "type",
                "boolean",
                "description",
                "Whether there are groups beyond these; the total is of all records.");
        Map<String, Object> company =
                Tree.properties("groups", Tree.array(group), "total", total, "rateDays", rateDays());
        company.put(
                "description",
                "Asked for by totals=all: what all records come to, also those that the caller may not open. Groups too"
                        + " small to be told of are one, with the key *. Absent where no role of the caller lets totals go"
                        + " beyond what the caller reads, and where there is too little to hide in.");
        return Tree.properties(
                "groups", Tree.array(group),
                "total", total,
                "more", more,
                "rateDays", rateDays(),
                "company", company);
    }

    /** Measures are members by their own names, such as {@code sum:amount}. */
    private static Map<String, Object> totals(Map<String, Object> properties) {
        Map<String, Object> measure = Tree.object(
                "nullable",
                true,
                "oneOf",
                List.of(Tree.schema("Money"), Tree.object("type", "number")),
                "description",
                "A measure by its name, such as sum:amount. Money is in the only currency that the whole answer has,"
                        + " otherwise in the company's; null where all of it is in other currencies.");
        return Tree.object("type", "object", "properties", properties, "additionalProperties", measure);
    }

    private static Map<String, Object> otherCurrencies() {
        return Tree.object(
                "type",
                "object",
                "additionalProperties",
                Tree.array(Tree.schema("Money")),
                "description",
                "Amounts in other currencies by measure; missing where there are none.");
    }

    private static Map<String, Object> converted() {
        return Tree.object(
                "type",
                "object",
                "additionalProperties",
                Tree.schema("Money"),
                "description",
                "By measure, the sum of all currencies in the company's, each amount at the rate of its record's day; missing"
                        + " where nothing is to be converted, or a currency has no rate.");
    }

    private static Map<String, Object> rateDays() {
        return Tree.object(
                "type",
                "object",
                "additionalProperties",
                Tree.array(Tree.string()),
                "description",
                "By measure that is converted, the fields that say which day of a record counts: the first with a value.");
    }

    private static Map<String, Object> job() {
        return Tree.properties(
                "id", Tree.string(),
                "kind", Tree.string(),
                "state", Tree.string(),
                "total", Tree.integer(),
                "done", Tree.integer(),
                "progress", Tree.nullable(Tree.integer()),
                "result", Tree.object("type", "object"),
                "message", Tree.nullable(Tree.string()),
                "startedAt", Tree.string("date-time"),
                "endedAt", Tree.nullable(Tree.string("date-time")));
    }

    private static Map<String, Object> importStatus() {
        Map<String, Object> problem = Tree.properties(
                "code", Tree.string(),
                "column", Tree.nullable(Tree.string()),
                "value", Tree.nullable(Tree.string()),
                "count", Tree.integer(),
                "suggestion", Tree.nullable(Tree.string()),
                "message", Tree.string(),
                "blocking", Tree.bool(),
                "row", Tree.integer());
        return Tree.properties(
                "id", Tree.string(),
                "state", Tree.string(),
                "type", Tree.string(),
                "fileName", Tree.string(),
                "dryRun", Tree.bool(),
                "total", Tree.integer(),
                "done", Tree.integer(),
                "created", Tree.integer(),
                "updated", Tree.integer(),
                "skipped", Tree.integer(),
                "failed", Tree.integer(),
                "problems", Tree.array(problem),
                "message", Tree.nullable(Tree.string()));
    }

    private static Map<String, Object> importOptions() {
        Map<String, Object> texts = Tree.object("type", "object", "additionalProperties", Tree.string());
        return Tree.properties(
                "map", texts,
                "guess", Tree.object("type", "boolean", "default", true),
                "key", Tree.string(),
                "mode", Tree.object("type", "string", "enum", List.of("create", "update", "upsert")),
                "value", Tree.object("type", "object", "additionalProperties", texts),
                "dateFormat", Tree.string(),
                "currency", Tree.string(),
                "encoding", Tree.string(),
                "delimiter", Tree.string(),
                "sheet", Tree.string(),
                "dryRun", Tree.object("type", "boolean", "default", false),
                "profile", Tree.string());
    }

    private static Map<String, Object> file() {
        return Tree.properties(
                "id", Tree.string(),
                "record", Tree.schema("Reference"),
                "name", Tree.string(),
                "mediaType", Tree.string(),
                "size", Tree.integer(),
                "hash", Tree.string(),
                "version", Tree.integer(),
                "by", Tree.schema("Reference"),
                "at", Tree.string("date-time"));
    }

    private static Map<String, Object> problem() {
        Map<String, Object> error =
                Tree.properties("field", Tree.nullable(Tree.string()), "code", Tree.string(), "message", Tree.string());
        Map<String, Object> changed = Tree.properties(
                "field", Tree.string(),
                "yours", Tree.object("nullable", true),
                "theirs", Tree.object("nullable", true),
                "by", Tree.nullable(Tree.schema("Reference")),
                "at", Tree.string("date-time"));
        return Tree.properties(
                "type", Tree.string(),
                "title", Tree.string(),
                "status", Tree.integer(),
                "detail", Tree.string(),
                "errors", Tree.array(error),
                "changed", Tree.array(changed),
                "reference", Tree.string());
    }
}
