package org.sencrm.rest.resource;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts by language, as they travel. */
final class Labels {

    private Labels() {}

    /** One text where all languages have the same, as it was given; null for none. */
    static Object plain(Map<String, String> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        return new HashSet<>(texts.values()).size() == 1
                ? texts.values().iterator().next()
                : texts;
    }

    /**
     * The patch in which a label for one language leaves that of the other as it is.
     *
     * @param stored labels by the names of their members
     */
    static Map<String, Object> merged(Map<String, Object> patch, Map<String, Map<String, String>> stored) {
        Map<String, Object> merged = new LinkedHashMap<>(patch);
        stored.forEach((member, texts) -> {
            if (patch.get(member) instanceof Map<?, ?> labels) {
                Map<Object, Object> all = new LinkedHashMap<>(texts);
                all.putAll(labels);
                all.values().removeIf(text -> text == null);
                merged.put(member, all);
            }
        });
        return merged;
    }
}
