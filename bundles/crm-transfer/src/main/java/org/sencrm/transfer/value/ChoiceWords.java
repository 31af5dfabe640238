package org.sencrm.transfer.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sencrm.api.record.Choice;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.search.Folding;
import org.sencrm.api.text.Messages;

/** The options of one choice field by everything that people may call them: code and label in each language. */
final class ChoiceWords {

    private final Map<String, String> byCode = new LinkedHashMap<>();
    private final Map<String, Set<String>> byFolded = new LinkedHashMap<>();
    private final List<String> labels = new ArrayList<>();
    private final boolean open;

    private ChoiceWords(boolean open) {
        this.open = open;
    }

    static ChoiceWords of(RecordTypes types, String type, Field field, Locale speaker) {
        ChoiceWords words = new ChoiceWords(field.isOpen());
        for (Locale locale : Messages.LOCALES) {
            for (Choice choice : types.choices(type, field.name(), locale)) {
                words.add(choice, locale.getLanguage().equals(speaker.getLanguage()));
            }
        }
        return words;
    }

    /**
     * Of an open list any text may be chosen, and saving adds it.
     *
     * @throws BadValue {@code unknownChoice}, also where two options go by that name
     */
    String code(String text) throws BadValue {
        String exact = byCode.get(text.strip());
        if (exact != null) {
            return exact;
        }
        Set<String> codes = byFolded.getOrDefault(Folding.fold(text), Set.of());
        if (open && codes.isEmpty()) {
            return text.strip();
        }
        if (codes.size() != 1) {
            throw new BadValue("unknownChoice");
        }
        return codes.iterator().next();
    }

    /** What may be suggested, in the language of the one who imports. */
    List<String> labels() {
        return labels;
    }

    private void add(Choice choice, boolean ownLanguage) {
        byCode.put(choice.code(), choice.code());
        byFolded.computeIfAbsent(Folding.fold(choice.code()), k -> new TreeSet<>())
                .add(choice.code());
        byFolded.computeIfAbsent(Folding.fold(choice.label()), k -> new TreeSet<>())
                .add(choice.code());
        if (ownLanguage) {
            labels.add(choice.label());
        }
    }
}
