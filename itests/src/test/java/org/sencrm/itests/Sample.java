package org.sencrm.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plausible values for what a schema asks for. */
final class Sample {

    private static final int DEEPEST = 5;

    private final Operations operations;

    Sample(Operations operations) {
        this.operations = operations;
    }

    Object of(JsonNode schema) {
        return of(schema, 0);
    }

    private Object of(JsonNode pointer, int depth) {
        JsonNode schema = operations.schema(pointer);
        for (String word : List.of("allOf", "oneOf", "anyOf")) {
            if (schema.has(word)) {
                return of(schema.path(word).path(0), depth);
            }
        }
        return switch (schema.path("type").asText()) {
            case "string" -> text(schema);
            case "integer", "number" -> 1;
            case "boolean" -> false;
            case "array" -> depth > DEEPEST ? List.of() : List.of(of(schema.path("items"), depth + 1));
            case "object" -> depth > DEEPEST ? Map.of() : members(schema, depth + 1);
            default -> null;
        };
    }

    private Map<String, Object> members(JsonNode schema, int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (var property : schema.path("properties").properties()) {
            members.put(property.getKey(), of(property.getValue(), depth));
        }
        return members;
    }

    private static String text(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").path(0).asText();
        }
        return switch (schema.path("format").asText()) {
            case "date" -> "2026-03-01";
            case "date-time" -> "2026-03-01T08:00:00Z";
            case "email" -> "hoa@example.com";
            case "uri" -> "https://example.com/";
            default -> "sample";
        };
    }
}
