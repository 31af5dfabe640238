package org.sencrm.ui.transfer;

import elemental.json.Json;
import elemental.json.JsonException;
import elemental.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sencrm.api.transfer.ImportOptions;

/** What was decided about an import, as the text in which it is kept among a person's own settings. */
final class Decisions {

    private static final String MAP = "map";
    private static final String VALUE = "value";
    private static final String PROFILE = "profile";

    private Decisions() {}

    static JsonObject write(ImportOptions options) {
        JsonObject text = Json.createObject();
        text.put("mode", options.mode().name());
        put(text, "key", options.key());
        put(text, "dateFormat", options.dateFormat());
        put(text, "currency", options.currency());
        put(text, "encoding", options.encoding());
        put(text, "delimiter", options.delimiter());
        put(text, "sheet", options.sheet());
        put(text, PROFILE, options.profile());
        text.put(MAP, object(options.map() == null ? Map.of() : options.map()));
        JsonObject replacements = Json.createObject();
        options.value().forEach((column, words) -> replacements.put(column, object(words)));
        text.put(VALUE, replacements);
        return text;
    }

    static ImportOptions read(JsonObject text) {
        Map<String, Map<String, String>> replacements = new LinkedHashMap<>();
        JsonObject byColumn = text.getObject(VALUE);
        for (String column : byColumn.keys()) {
            replacements.put(column, map(byColumn.getObject(column)));
        }
        return new ImportOptions(
                map(text.getObject(MAP)),
                get(text, "key"),
                ImportOptions.Mode.valueOf(text.getString("mode")),
                replacements,
                get(text, "dateFormat"),
                get(text, "currency"),
                get(text, "encoding"),
                get(text, "delimiter"),
                get(text, "sheet"),
                false,
                false,
                get(text, PROFILE));
    }

    /** The same without the replacements of values, of which there may be more than a setting can hold. */
    static ImportOptions withoutReplacements(ImportOptions options) {
        return new ImportOptions(
                options.map(),
                options.key(),
                options.mode(),
                Map.of(),
                options.dateFormat(),
                options.currency(),
                options.encoding(),
                options.delimiter(),
                options.sheet(),
                options.dryRun(),
                options.guess(),
                options.profile());
    }

    /** Empty for null and for what another version of the product wrote in its own way. */
    static Optional<JsonObject> parse(String setting) {
        try {
            return Optional.ofNullable(setting).map(Json::parse);
        } catch (JsonException other) {
            return Optional.empty();
        }
    }

    /** Null where the text has no such value. */
    static String get(JsonObject text, String key) {
        return text.hasKey(key) ? text.getString(key) : null;
    }

    private static void put(JsonObject text, String key, String value) {
        if (value != null) {
            text.put(key, value);
        }
    }

    private static JsonObject object(Map<String, String> words) {
        JsonObject object = Json.createObject();
        words.forEach(object::put);
        return object;
    }

    private static Map<String, String> map(JsonObject object) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String key : object.keys()) {
            words.put(key, object.getString(key));
        }
        return words;
    }
}
