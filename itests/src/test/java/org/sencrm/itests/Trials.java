package org.sencrm.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.itests.Subject.Whose;

/** Requests for an operation: its address filled in, its body plausible, and all that could make it tell more than it should. */
final class Trials {

    private static final String IF_MATCH = "If-Match";

    private final Api admin;
    private final Marks marks;
    private final MarkedRecords records;
    private final Addresses addresses;
    private final Sample sample;
    private final String stranger;

    /** @param stranger id of the user with whom records are shared */
    Trials(Api admin, Marks marks, MarkedRecords records, Addresses addresses, Operations operations, String stranger) {
        this.admin = admin;
        this.marks = marks;
        this.records = records;
        this.addresses = addresses;
        this.stranger = stranger;
        this.sample = new Sample(operations);
    }

    /** @param whose records are meant */
    List<Trial> of(Operation operation, Whose whose) throws Exception {
        List<Subject> about = new ArrayList<>();
        String address = filled(operation, whose, about);
        String body = body(operation, whose);
        String mediaType = body == null ? null : operation.isForm() ? Form.MEDIA_TYPE : operation.mediaType();
        List<Trial> trials = new ArrayList<>();
        for (List<String> headers : headers(operation, address)) {
            for (String query : queries(operation, whose)) {
                trials.add(new Trial(operation, address + query, body, mediaType, headers, about, marks.found(query)));
            }
        }
        return trials;
    }

    private String filled(Operation operation, Whose whose, List<Subject> about) {
        StringBuilder told = new StringBuilder();
        StringBuilder filled = new StringBuilder();
        for (String word : operation.address().substring(1).split("/")) {
            told.append('/').append(word);
            if (word.startsWith("{")) {
                Addresses.Part part = addresses.part(told.toString(), whose);
                about.add(part.about());
                filled.append('/').append(encoded(part.value()));
            } else {
                filled.append('/').append(word);
            }
        }
        return filled.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A version that was never there, and the one that is there now. */
    private List<List<String>> headers(Operation operation, String address) throws Exception {
        if (operation.has("header", IF_MATCH)) {
            String version = admin.get(address).header("ETag");
            List<String> now = List.of(IF_MATCH, version == null ? "\"1\"" : version);
            return operation.method().equals("PATCH") ? List.of(List.of(IF_MATCH, "\"0\""), now) : List.of(now);
        }
        return List.of(
                operation.has("header", "Idempotency-Key")
                        ? List.of("Idempotency-Key", "the same for all")
                        : List.of());
    }

    /** Without a question, and with those that could tell of what is hidden by what they find. */
    private List<String> queries(Operation operation, Whose whose) throws Exception {
        List<String> known = operation.parameters("query");
        List<String> queries = new ArrayList<>();
        String type = operation.address().split("/")[1];
        String record = records.id("accounts", whose);
        if (known.contains("record")) {
            queries.add("?type=accounts&record=" + record);
            return queries;
        }
        if (operation.address().endsWith("/access")) {
            queries.add("?user=" + stranger);
            return queries;
        }
        queries.add(operation.address().equals("/configuration") && known.contains("dryRun") ? "?dryRun=true" : "");
        if (known.contains("user")) {
            queries.add("?user=" + stranger);
            queries.add("?user=all");
        }
        if (known.contains("part")) {
            queries.add("?part=fields&key=opportunities.none");
        }
        if (known.contains("place")) {
            queries.add("?place=nowhere");
        }
        if (known.contains("q")) {
            String word = named(known.contains("filter") ? type : "accounts", whose);
            queries.add("?q=" + word);
            if (known.contains("filter")) {
                finding(operation, whose, word, queries);
            }
        }
        if (operation.address().endsWith("/duplicates")) {
            known.forEach(field -> queries.add("?" + field + "=" + encoded(named(type, whose))));
        }
        return queries;
    }

    private void finding(Operation operation, Whose whose, String word, List<String> queries) throws Exception {
        String type = operation.address().split("/")[1];
        String filter = encoded(records.labelField(type) + "==" + word);
        if (operation.has("query", "count")) {
            queries.add("?count=true&filter=" + filter);
            records.words(type, whose)
                    .forEach((field, value) ->
                            queries.add("?count=true&filter=" + encoded(field + "==*" + value + "*")));
            queries.add("?trash=true");
            String next = admin.get("/" + type + "?limit=1").json().path("next").asText("");
            if (!next.isEmpty() && !"null".equals(next)) {
                queries.add("?limit=1&cursor=" + encoded(next));
            }
        }
        if (operation.has("query", "measure")) {
            queries.add("?measure=count&filter=" + filter);
            queries.add("?measure=count&group=owner");
            queries.add("?measure=count&group=" + records.labelField(type));
            queries.add("?measure=count&group=team&totals=all");
            queries.add("?measure=count&totals=all&group=" + records.labelField(type));
        }
        if (operation.has("query", "format")) {
            List.of("csv", "xlsx", "jsonl").forEach(format -> queries.add("?format=" + format));
        }
    }

    private String named(String type, Whose whose) {
        String word = records.name(type, whose);
        return word == null ? "nothing" : word;
    }

    private String body(Operation operation, Whose whose) throws Exception {
        if (operation.body().isMissingNode()) {
            return null;
        }
        if (operation.isForm()) {
            return form(operation, whose);
        }
        Object body = special(operation, whose);
        if (body == null) {
            JsonNode schema = operation.body().path(operation.mediaType()).path("schema");
            body = sample.of(schema);
        }
        return Api.JSON.writeValueAsString(body);
    }

    private String form(Operation operation, Whose whose) {
        boolean imports = operation.address().equals("/imports");
        Map<String, String> texts = imports
                ? Map.of("type", "accounts", "options", "{}")
                : Map.of("type", "accounts", "record", records.id("accounts", whose));
        return Form.of(texts, "some.csv", "text/csv").around("name\nSome account\n");
    }

    /** Where the schema alone gives nothing that could succeed; null where it does. */
    private Object special(Operation operation, Whose whose) {
        String address = operation.address();
        String type = address.split("/")[1];
        boolean ofRecords = records.id(type, whose) != null;
        String known = ofRecords || MarkedByCore.TYPES.contains(type) ? address.replaceFirst(type, "*") : address;
        String method = operation.method();
        Map<String, Object> change = ofRecords ? changed(type) : Map.of();
        return switch (method + " " + known) {
            case "POST /*" -> ofRecords ? records.anotherOf(type) : null;
            case "PATCH /*/{id}" -> change;
            case "POST /*/bulk" -> ofRecords ? Map.of("ids", List.of(records.id(type, whose)), "patch", change) : null;
            case "POST /*/{id}/merge" ->
                ofRecords ? Map.of("with", records.id(type, other(whose)), "fields", Map.of()) : null;
            case "POST /*/{id}/shares" -> Map.of("with", Map.of("type", "users", "id", stranger), "mayChange", true);
            case "POST /*/{id}/comments", "PUT /comments/{id}" -> Map.of("text", "Something", "mentions", List.of());
            case "POST /*/{id}/actions/setPassword" -> Map.of("password", "mười hai con giáp");
            case "POST /fields/{type}" ->
                Map.of("name", "more" + whose.ordinal() + unique(), "label", "More", "kind", "text");
            case "PATCH /fields/{type}/{name}" -> Map.of("label", "More");
            case "POST /fields/{type}/rules" -> rule();
            case "PATCH /fields/{type}/rules/{id}" -> Map.of("condition", "name = \"nothing\"");
            case "PUT /fields/{type}/layouts/{role}" -> Map.of("sections", List.of(), "hidden", List.of("note"));
            case "POST /types/custom" -> Map.of("name", "more" + unique(), "label", "More", "plural", "More");
            case "PATCH /types/custom/{name}" -> Map.of("icon", "star");
            case "POST /modules/plans" -> Map.of("id", "crm-vietnam", "action", "install");
            case "PATCH /modules/{id}" -> Map.of("offFor", List.of(records.id("roles", Whose.STRANGERS)));
            case "POST /modules/repositories" -> Map.of("place", "https://nowhere.example.com/");
            case "POST /me/factors" -> Map.of("kind", "totp", "label", "Phone");
            case "PUT /settings/outbound" -> Map.of("allowedHosts", List.of("inside.example.com"));
            case "POST /configuration" -> Map.of("format", 1);
            default -> null;
        };
    }

    private static Map<String, Object> rule() {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("kind", "refuse");
        rule.put("field", "name");
        rule.put("condition", "name = \"nothing\"");
        rule.put("message", Map.of("vi", "Không", "en", "No"));
        return rule;
    }

    private Map<String, Object> changed(String type) {
        String label = records.labelField(type);
        return Map.of(label, marks.in(Subject.NO_SECRET));
    }

    private static Whose other(Whose whose) {
        return whose == Whose.STRANGERS ? Whose.MATES : Whose.STRANGERS;
    }

    private String unique() {
        return marks.in(Subject.NO_SECRET).substring(2, 8);
    }
}
