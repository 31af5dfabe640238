package org.sencrm.transfer.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.api.transfer.ImportProfile;

/** A way to read files of another product into records of one type. */
record Profile(String name, String type, ImportProfile.Layout layout) {

    boolean recognises(List<String> header) {
        return !layout.recognisedBy().isEmpty() && header.containsAll(layout.recognisedBy());
    }

    /**
     * The options with all that they do not say themselves. The map is complete: what neither names is not imported.
     *
     * @param hidden fields that do not exist for the one who imports
     */
    ImportOptions complete(RecordType described, Set<String> hidden, List<String> header, ImportOptions options) {
        Map<String, String> given = options.map() == null ? Map.of() : options.map();
        Map<String, String> map = map(described, hidden, header, given);
        boolean creates = options.mode() == ImportOptions.Mode.CREATE;
        String key = isBlank(options.key()) && !creates ? key(map).orElse(options.key()) : options.key();
        return new ImportOptions(
                map,
                key,
                options.mode(),
                values(map, options.value()),
                isBlank(options.dateFormat()) ? layout.dateFormat() : options.dateFormat(),
                options.currency(),
                options.encoding(),
                options.delimiter(),
                options.sheet(),
                options.dryRun());
    }

    /** Its key, where the map has a column for it. */
    Optional<String> key(Map<String, String> map) {
        return Optional.ofNullable(layout.key()).filter(map::containsKey);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** Column by field: as given, the rest as the profile knows it. */
    private Map<String, String> map(
            RecordType described, Set<String> hidden, List<String> header, Map<String, String> given) {
        Map<String, String> map = new LinkedHashMap<>(given);
        Set<String> used = new HashSet<>(given.values());
        layout.columns().forEach((path, names) -> {
            if (!map.containsKey(path) && isThere(described, hidden, path)) {
                names.stream()
                        .filter(column -> header.contains(column) && !used.contains(column))
                        .findFirst()
                        .ifPresent(column -> map.put(path, column));
            }
        });
        // a part, such as a currency, does not stand alone
        map.keySet().removeIf(path -> path.contains(".") && !given.containsKey(path) && !map.containsKey(field(path)));
        return map;
    }

    private static boolean isThere(RecordType described, Set<String> hidden, String path) {
        String name = field(path);
        return !hidden.contains(name)
                && described.field(name).filter(field -> isWritten(field)).isPresent();
    }

    private static boolean isWritten(Field field) {
        return !field.readOnly() || field.name().equals("id");
    }

    private static String field(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    /** By column. */
    private Map<String, Map<String, String>> values(Map<String, String> map, Map<String, Map<String, String>> given) {
        Map<String, Map<String, String>> values = new HashMap<>();
        layout.values().forEach((field, meanings) -> {
            String column = map.get(field);
            if (column != null) {
                values.put(column, new LinkedHashMap<>(meanings));
            }
        });
        given.forEach((column, meanings) ->
                values.computeIfAbsent(column, any -> new LinkedHashMap<>()).putAll(meanings));
        return values;
    }
}
