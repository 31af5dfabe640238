package org.sencrm.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One method of one address, as the OpenAPI document tells of it.
 *
 * @param address with its parts in braces
 * @param told what the document says
 */
record Operation(String method, String address, JsonNode told) {

    private static final Set<String> READING = Set.of("GET");

    boolean reads() {
        return READING.contains(method);
    }

    boolean isOpen() {
        return told.path("security").isArray() && told.path("security").isEmpty();
    }

    boolean isStream() {
        return told.at("/responses/200/content").has("text/event-stream");
    }

    boolean isForm() {
        return body().has("multipart/form-data");
    }

    /** By media type; missing where nothing is sent. */
    JsonNode body() {
        return told.path("requestBody").path("content");
    }

    String mediaType() {
        return body().fieldNames().next();
    }

    boolean has(String where, String parameter) {
        return parameters(where).contains(parameter);
    }

    List<String> parameters(String where) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : told.path("parameters")) {
            if (where.equals(parameter.path("in").asText())) {
                names.add(parameter.path("name").asText());
            }
        }
        return names;
    }

    @Override
    public String toString() {
        return method + " " + address;
    }
}
