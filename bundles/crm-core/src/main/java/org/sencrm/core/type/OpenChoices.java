package org.sencrm.core.type;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sencrm.api.record.Choice;
import org.sencrm.api.text.Messages;

/** The choices of open lists: what they begin with by the declarations of all their fields, then what people added. */
final class OpenChoices {

    private static final String NEUTRAL = "neutral";

    private final OpenLists lists;
    private final Messages messages;

    /** Tones by code, by word of the list. */
    private volatile Map<String, Map<String, String>> beginnings = Map.of();

    OpenChoices(OpenLists lists, Messages messages) {
        this.lists = lists;
        this.messages = messages;
    }

    OpenLists lists() {
        return lists;
    }

    /** @param types that are there now, in an order that stays the same */
    void begin(Collection<StoredType> types) {
        Map<String, Map<String, String>> found = new HashMap<>();
        for (StoredType type : types) {
            for (StoredField field : type.fields()) {
                if (field.field().isOpen()) {
                    Map<String, String> tones =
                            found.computeIfAbsent(field.field().list(), list -> new LinkedHashMap<>());
                    field.tones().forEach(tones::putIfAbsent);
                }
            }
        }
        beginnings = found;
    }

    List<Choice> of(String list, Locale locale) {
        Map<String, Choice> byCode = new LinkedHashMap<>();
        beginnings.getOrDefault(list, Map.of()).forEach((code, tone) -> {
            String label = messages.text(locale, "list." + list + "." + code);
            byCode.put(code, new Choice(code, label, tone.isEmpty() ? NEUTRAL : tone));
        });
        lists.entries(list).forEach(entry -> byCode.putIfAbsent(entry.code(), entry));
        return List.copyOf(byCode.values());
    }
}
