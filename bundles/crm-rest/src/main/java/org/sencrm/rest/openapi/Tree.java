package org.sencrm.rest.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pieces of the document: objects with members in their order. */
final class Tree {

    private Tree() {}

    /** @param namesAndValues in turns */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }

    /** A pointer to a schema of the document. */
    static Map<String, Object> schema(String name) {
        return object("$ref", "#/components/schemas/" + name);
    }

    static Map<String, Object> string() {
        return object("type", "string");
    }

    static Map<String, Object> string(String format) {
        return object("type", "string", "format", format);
    }

    static Map<String, Object> integer() {
        return object("type", "integer", "format", "int64");
    }

    static Map<String, Object> bool() {
        return object("type", "boolean");
    }

    static Map<String, Object> array(Object items) {
        return object("type", "array", "items", items);
    }

    /** An object with these properties, given in turns with their schemas. */
    static Map<String, Object> properties(Object... namesAndSchemas) {
        return object("type", "object", "properties", object(namesAndSchemas));
    }

    /** The schema, of a value that may be missing. */
    static Map<String, Object> nullable(Map<String, Object> schema) {
        if (schema.containsKey("$ref")) {
            return object("nullable", true, "allOf", List.of(schema));
        }
        Map<String, Object> with = new LinkedHashMap<>(schema);
        with.put("nullable", true);
        return with;
    }
}
