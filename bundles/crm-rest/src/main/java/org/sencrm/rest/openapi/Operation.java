package org.sencrm.rest.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One method of one address, as the document describes it. */
final class Operation {

    private static final String JSON = "application/json";

    private final String id;
    private final String tag;
    private final String summary;
    private final List<Object> parameters = new ArrayList<>();
    private final Map<String, Object> responses = new LinkedHashMap<>();
    private Object body;
    private boolean open;

    Operation(String id, String tag, String summary) {
        this.id = id;
        this.tag = tag;
        this.summary = summary;
    }

    /** A part of the address. */
    Operation path(String name) {
        return parameter("path", name, true, Tree.string());
    }

    Operation query(String... names) {
        for (String name : names) {
            parameter("query", name, false, Tree.string());
        }
        return this;
    }

    Operation query(String name, Map<String, Object> schema) {
        return parameter("query", name, false, schema);
    }

    Operation header(String name, boolean required) {
        return parameter("header", name, required, Tree.string());
    }

    private Operation parameter(String where, String name, boolean required, Map<String, Object> schema) {
        parameters.add(Tree.object("name", name, "in", where, "required", required, "schema", schema));
        return this;
    }

    Operation body(Map<String, Object> schema) {
        return body(schema, JSON);
    }

    Operation body(Map<String, Object> schema, String... mediaTypes) {
        body = Tree.object("required", true, "content", content(schema, mediaTypes));
        return this;
    }

    Operation answers(int status, Map<String, Object> schema) {
        return answers(status, schema, JSON);
    }

    Operation answers(int status, Map<String, Object> schema, String... mediaTypes) {
        responses.put(
                Integer.toString(status), Tree.object("description", summary, "content", content(schema, mediaTypes)));
        return this;
    }

    /** Success without a body. */
    Operation answersNothing() {
        responses.put("204", Tree.object("description", summary));
        return this;
    }

    /** Taken in without a body, to be done later. */
    Operation answersLater() {
        responses.put("202", Tree.object("description", summary));
        return this;
    }

    /** It needs no token. */
    Operation open() {
        open = true;
        return this;
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = Tree.object("operationId", id, "tags", List.of(tag), "summary", summary);
        if (!parameters.isEmpty()) {
            tree.put("parameters", parameters);
        }
        if (body != null) {
            tree.put("requestBody", body);
        }
        Map<String, Object> all = new LinkedHashMap<>(responses);
        all.put("default", Tree.object("$ref", "#/components/responses/Problem"));
        tree.put("responses", all);
        if (open) {
            tree.put("security", List.of());
        }
        return tree;
    }

    private static Map<String, Object> content(Map<String, Object> schema, String... mediaTypes) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (String mediaType : mediaTypes) {
            content.put(mediaType, Tree.object("schema", schema));
        }
        return content;
    }
}
