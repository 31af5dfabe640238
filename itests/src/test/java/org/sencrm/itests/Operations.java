package org.sencrm.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.sencrm.itests.Subject.Whose;

/** All that REST can do at this moment, as it says itself. */
final class Operations {

    private static final String ACTION = "/{id}/actions/{action}";
    /** What is there for every record, though a living one does not offer it. */
    private static final String ALWAYS = "restore";

    private final JsonNode document;
    private final List<Operation> all = new ArrayList<>();

    /** @param records whose actions each become an operation of its own */
    Operations(Api admin, MarkedRecords records) throws Exception {
        document = admin.get("/openapi.json").json();
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                String verb = method.getKey().toUpperCase(Locale.ROOT);
                for (String address : addresses(admin, records, path.getKey())) {
                    all.add(new Operation(verb, address, method.getValue()));
                }
            }
        }
        all.sort(Comparator.comparing(Operations::harm));
    }

    /** First what only reads, last what destroys. */
    private static int harm(Operation operation) {
        if (operation.address().startsWith("/modules/plans/")) {
            return 9;
        }
        return switch (operation.method()) {
            case "GET" -> 0;
            case "POST" -> operation.address().endsWith("/merge") ? 4 : 1;
            case "PUT", "PATCH" -> 2;
            default -> operation.address().endsWith("/{id}") ? 6 : 5;
        };
    }

    private static List<String> addresses(Api admin, MarkedRecords records, String path) throws Exception {
        if (!path.endsWith(ACTION)) {
            return List.of(path);
        }
        String type = path.substring(1, path.indexOf('/', 1));
        String start = "/" + type + "/{id}/actions/";
        List<String> found = new ArrayList<>(List.of(start + ALWAYS));
        String record = records.id(type, Whose.STRANGERS);
        if (record != null) {
            for (JsonNode action :
                    admin.get("/" + type + "/" + record + "/actions").json()) {
                found.add(start
                        + (action.isTextual()
                                ? action.asText()
                                : action.path("name").asText()));
            }
        }
        return found.stream().distinct().toList();
    }

    List<Operation> all() {
        return all;
    }

    /** The schema, where it only points to one. */
    JsonNode schema(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
    }
}
