package org.sencrm.core.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.Configuration;
import org.sencrm.core.fault.Faults;
import org.sencrm.core.value.Json;
import org.sencrm.core.value.Refusal;

/**
 * A configuration as it travels.
 *
 * @param product version that it was taken from
 * @param modules versions by id
 * @param types by name, the module from which each type comes
 * @param parts values by part and key
 * @param missing names of parts that could not be read when it was written
 */
record ConfigurationFile(
        String product,
        Map<String, String> modules,
        Map<String, String> types,
        Map<String, Map<String, Map<String, Object>>> parts,
        List<String> missing) {

    private static final String FORMAT = "format";
    private static final String TYPES = "types";
    private static final String PARTS = "parts";
    private static final String MISSING = "missing";

    /** The same for the same configuration, so that two files can be compared line by line. */
    String text() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(FORMAT, Configuration.FORMAT);
        members.put("product", product);
        members.put("modules", modules);
        members.put(TYPES, types);
        members.put(PARTS, parts);
        if (!missing.isEmpty()) {
            members.put(MISSING, missing);
        }
        return Json.lines(members);
    }

    /** Of somebody's file only what is needed to promote it is read. */
    static ConfigurationFile read(Caller caller, String text, Faults faults) {
        Map<?, ?> tree = tree(caller, text, faults);
        if (!(tree.get(FORMAT) instanceof Integer format) || !(tree.get(PARTS) instanceof Map<?, ?> parts)) {
            throw faults.badRequest(caller, "configuration.noFile");
        }
        if (format > Configuration.FORMAT) {
            throw faults.badRequest(caller, "configuration.newer");
        }
        ConfigurationFile read =
                new ConfigurationFile("", Map.of(), new TreeMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        if (tree.get(TYPES) instanceof Map<?, ?> types) {
            types.forEach((type, module) -> read.types.put(String.valueOf(type), String.valueOf(module)));
        }
        if (tree.get(MISSING) instanceof List<?> missing) {
            missing.forEach(part -> read.missing.add(String.valueOf(part)));
        }
        parts.forEach((part, items) -> read.parts.put(String.valueOf(part), items(caller, items, faults)));
        long count = read.parts.values().stream().mapToLong(Map::size).sum();
        if (count > Configuration.MOST_ITEMS) {
            throw faults.badRequest(caller, "configuration.tooMany", Configuration.MOST_ITEMS);
        }
        return read;
    }

    /** Without members where it is no JSON within the limits of what is stored. */
    private static Map<?, ?> tree(Caller caller, String text, Faults faults) {
        try {
            Object plain = Json.read(Json.write(Json.read(text)));
            return plain instanceof Map<?, ?> members ? members : Map.of();
        } catch (IllegalArgumentException | Refusal e) {
            throw faults.badRequest(caller, "configuration.noFile");
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> items(Caller caller, Object given, Faults faults) {
        Map<String, Map<String, Object>> items = new LinkedHashMap<>();
        if (!(given instanceof Map<?, ?> byKey)) {
            throw faults.badRequest(caller, "configuration.noFile");
        }
        byKey.forEach((key, value) -> {
            if (!(value instanceof Map<?, ?> members)) {
                throw faults.badRequest(caller, "configuration.noFile");
            }
            items.put((String) key, (Map<String, Object>) members);
        });
        return items;
    }
}
