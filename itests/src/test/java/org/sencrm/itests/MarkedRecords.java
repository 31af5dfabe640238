package org.sencrm.itests;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sencrm.itests.Subject.Whose;

/**
 * A record of every type for each owner, with a mark in every field that holds text. A type that comes later is covered by
 * itself; where it needs more than its required fields, {@link #NEEDED} says what.
 */
final class MarkedRecords {

    private static final int MOST_TRIES = 12;

    /** What a record of a type cannot be made without, beside what its fields tell. */
    private static final Map<String, Map<String, Object>> NEEDED = Map.of(
            "views", Map.of("type", "accounts", "kind", "list", "scope", "private", "sort", "name", "columns", "name"),
            "sets", Map.of("type", "accounts", "kind", "live", "filter", "name==nothing", "scope", "private"),
            "favourites", Map.of("type", "accounts"),
            "roles", Map.of("permissions", List.of(), "modulesOff", List.of()),
            "webhooks", Map.of("types", List.of("tokenkeys"), "events", List.of("created"), "filter", "name==nothing"),
            "currencyrates", Map.of("currency", "CHF"),
            "policyversions", Map.of("state", "draft"),
            "retentionrules", Map.of("subject", "accounts", "months", 12, "mostANight", 9, "active", false),
            "automations",
                    Map.of(
                            "subject", "tokenkeys",
                            "trigger", "created",
                            "changedField", "name",
                            "condition", "name==nothing",
                            "action", "createActivity",
                            "parameters", "{\"name\":\"nothing\"}",
                            "active", false));

    /** What references to any type point to, by type, where only people will do. */
    private static final Map<String, String> ABOUT = Map.of("consents", "contacts", "subjectrequests", "contacts");

    /** Fields that do not go with what the others say. */
    private static final Map<String, String> LEFT_OUT = Map.of("opportunities", "pipeline");

    /** Marks that nobody reads again, by type and field. */
    private static final Map<String, String> WRITE_ONLY = Map.of("webhooks", "secret");

    private final Api admin;
    private final Marks marks;
    private final Map<Whose, Map<String, String>> owners;
    private final Map<Whose, Map<String, String>> ids = new HashMap<>();
    private final Map<String, Long> versions = new LinkedHashMap<>();
    private final Map<String, JsonNode> types = new LinkedHashMap<>();
    private final Map<String, String> named = new HashMap<>();
    private final Map<Subject, String> words = new LinkedHashMap<>();
    /** What the record that is being made points to. */
    private final Set<String> pointedTo = new HashSet<>();
    /** Words of the record that is being made. */
    private final List<String> made = new ArrayList<>();

    /** @param owners by whose they are, the values of {@code owner}, {@code team} and maybe {@code account} */
    MarkedRecords(Api admin, Marks marks, Map<Whose, Map<String, String>> owners) throws Exception {
        this.admin = admin;
        this.marks = marks;
        this.owners = owners;
        for (JsonNode type : admin.get("/types").json()) {
            types.put(type.path("name").asText(), type);
        }
    }

    /** A record that is to be made. */
    private record Wanted(String type, Whose whose) {}

    /** Makes them all; those that point to others after these. */
    void make() throws Exception {
        List<Wanted> left = new ArrayList<>();
        for (Whose whose : Whose.values()) {
            types.keySet().stream()
                    .filter(type -> !MarkedByCore.TYPES.contains(type))
                    .forEach(type -> left.add(new Wanted(type, whose)));
        }
        Map<Wanted, Api.Answer> refusals = new HashMap<>();
        int before;
        do {
            before = left.size();
            for (Wanted wanted : List.copyOf(left)) {
                Api.Answer answer = make(wanted.type(), wanted.whose());
                refusals.put(wanted, answer);
                if (answer.status() == 201) {
                    left.remove(wanted);
                }
            }
        } while (!left.isEmpty() && left.size() < before);
        if (!left.isEmpty()) {
            throw new AssertionError("No record of " + left.get(0)
                    + " could be made, say in MarkedRecords.NEEDED what it takes: " + refusals.get(left.get(0)));
        }
    }

    private Api.Answer make(String type, Whose whose) throws Exception {
        Api.Answer answer = null;
        for (int turn = 0; turn < Whose.values().length && (answer == null || answer.status() != 201); turn++) {
            Map<String, Object> values = values(type, Subject.record(type, whose), turn);
            owners.get(whose).forEach((field, value) -> {
                if (has(type, field)) {
                    values.put(field, value);
                }
            });
            answer = sent(type, values);
            keep(values, answer.status() == 201);
        }
        if (answer.status() == 201) {
            JsonNode record = answer.json();
            ids.computeIfAbsent(whose, key -> new HashMap<>())
                    .put(type, record.path("id").asText());
            rename(type, whose, record);
        }
        return answer;
    }

    private boolean has(String type, String field) {
        for (JsonNode known : types.get(type).path("fields")) {
            if (field.equals(known.path("name").asText())) {
                return true;
            }
        }
        return false;
    }

    /** Sends it again without what is refused. */
    private Api.Answer sent(String type, Map<String, Object> values) throws Exception {
        Api.Answer answer = admin.post("/" + type, values);
        for (int i = 0; i < MOST_TRIES && answer.status() != 201 && dropRefused(type, values, answer); i++) {
            answer = admin.post("/" + type, values);
        }
        return answer;
    }

    /** Leaves out what the type does not take; false where there is nothing that could be left out. */
    private boolean dropRefused(String type, Map<String, Object> values, Api.Answer answer) throws Exception {
        boolean dropped = false;
        for (JsonNode error : answer.json().path("errors")) {
            String field = error.path("field").asText();
            if (!NEEDED.getOrDefault(type, Map.of()).containsKey(field) && !isRequired(type, field)) {
                dropped |= values.remove(field) != null;
            }
        }
        return dropped;
    }

    private boolean isRequired(String type, String field) {
        for (JsonNode known : types.get(type).path("fields")) {
            if (field.equals(known.path("name").asText())) {
                return known.path("required").asBoolean();
            }
        }
        return false;
    }

    /** Remembers what stands in the record, and forgets what does not. */
    private void keep(Map<String, Object> values, boolean stored) {
        String kept = stored ? values.toString() : "";
        for (String word : made) {
            if (kept.contains(word)) {
                words.computeIfAbsent(marks.subject(word), subject -> word);
            } else {
                marks.forget(List.of(word));
            }
        }
        made.clear();
    }

    /** Gives it a second name, so that the first stands in the history alone; where names are fixed, it keeps the first. */
    private void rename(String type, Whose whose, JsonNode record) throws Exception {
        String label = types.get(type).path("labelField").asText();
        String address = "/" + type + "/" + record.path("id").asText();
        if (!NEEDED.getOrDefault(type, Map.of()).containsKey(label)) {
            String word = marks.in(Subject.record(type, whose).field(label));
            Api.Answer renamed = admin.patch(address, record.path("version").asLong(), Map.of(label, word));
            if (renamed.status() == 422) {
                marks.forget(List.of(word));
            } else {
                assertEquals(renamed.toString(), 200, renamed.status());
            }
            named.put(
                    type + whose,
                    renamed.status() == 200 ? word : words(type, whose).get(label));
        }
        versions.put(address, admin.get(address).json().path("version").asLong());
    }

    /** @param turn which records it points to, as not each may point to each */
    private Map<String, Object> values(String type, Subject subject, int turn) {
        Map<String, Object> values = new LinkedHashMap<>();
        pointedTo.clear();
        for (JsonNode field : types.get(type).path("fields")) {
            String name = field.path("name").asText();
            if (!field.path("readOnly").asBoolean() && !name.equals(LEFT_OUT.get(type))) {
                Object value = value(field, secret(type, name) ? Subject.SECRET : subject.field(name), turn);
                if (value != null) {
                    values.put(name, value);
                }
            }
        }
        values.putAll(NEEDED.getOrDefault(type, Map.of()));
        return values;
    }

    private static boolean secret(String type, String field) {
        return field.equals(WRITE_ONLY.get(type));
    }

    private Object value(JsonNode field, Subject subject, int turn) {
        boolean required = field.path("required").asBoolean();
        return switch (field.path("kind").asText()) {
            case "text", "longText", "richText", "personName", "address" -> word(subject, field);
            case "email" -> word(subject, field) + "@example.com";
            case "url" -> "https://" + word(subject, field) + ".example.com/";
            case "number", "percent" -> 1;
            case "money" -> Map.of("amount", "1.00", "currency", "VND");
            case "date" -> "2026-03-01";
            case "dateTime" -> "2026-03-01T08:00:00Z";
            case "boolean" -> false;
            case "choice" -> required ? field.at("/options/0/code").asText() : null;
            case "choices" -> required ? List.of(field.at("/options/0/code").asText()) : null;
            case "reference" -> reference(field, subject, turn);
            default -> null;
        };
    }

    private String word(Subject subject, JsonNode field) {
        int most = field.path("maxLength").asInt();
        String word = marks.in(subject);
        made.add(word);
        return most > 0 && most < word.length() ? word.substring(0, most) : word;
    }

    /** Another record for each field, strangers' first: their names are no business of those who read this one. */
    private Object reference(JsonNode field, Subject subject, int turn) {
        String name = field.path("name").asText();
        String target = field.path("target").asText("*");
        boolean isAny = "null".equals(target) || "*".equals(target);
        String type = isAny ? ABOUT.getOrDefault(subject.area(), "accounts") : target;
        if ("owner".equals(name) || "team".equals(name) || type.equals(subject.area())) {
            return null;
        }
        Whose[] all = Whose.values();
        for (int i = 0; i < all.length; i++) {
            String id = id(type, all[(i + turn) % all.length]);
            if (id != null && pointedTo.add(type + id)) {
                return Map.of("type", type, "id", id);
            }
        }
        return null;
    }

    /** Null where the type has none. */
    String id(String type, Whose whose) {
        return ids.getOrDefault(whose, Map.of()).get(type);
    }

    /** The name that the record has; null where a mark does not fit into it. */
    String name(String type, Whose whose) {
        return named.get(type + whose);
    }

    /** Values of one more record of the type, without marks that count. */
    Map<String, Object> anotherOf(String type) {
        Map<String, Object> values = values(type, Subject.NO_SECRET, 0);
        values.keySet()
                .removeIf(name -> !isRequired(type, name)
                        && !NEEDED.getOrDefault(type, Map.of()).containsKey(name));
        return values;
    }

    /** The words in the fields of the record as it was made, by field. */
    Map<String, String> words(String type, Whose whose) {
        Map<String, String> found = new LinkedHashMap<>();
        words.forEach((subject, word) -> {
            if (subject.area().equals(type) && subject.whose() == whose) {
                found.put(subject.field(), word);
            }
        });
        return found;
    }

    String labelField(String type) {
        return types.get(type).path("labelField").asText();
    }

    Iterable<String> types() {
        return types.keySet();
    }

    /** Versions of all of them as they were made, by address. */
    Map<String, Long> versions() {
        return versions;
    }
}
