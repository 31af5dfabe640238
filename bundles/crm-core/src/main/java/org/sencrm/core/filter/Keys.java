package org.sencrm.core.filter;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.sencrm.api.search.Folding;
import org.sencrm.core.type.SystemFields;

/** The folded forms that the engine keeps beside a record for sorting and searching. */
public final class Keys {

    private Keys() {}

    /** What {@code LABEL_KEY} holds for a label; empty, never null. */
    public static String label(String label) {
        String folded = Folding.fold(label);
        return folded.length() <= SystemFields.LABEL_KEY_LENGTH
                ? folded
                : folded.substring(0, SystemFields.LABEL_KEY_LENGTH).stripTrailing();
    }

    /** What {@code SEARCH_TEXT} holds for these texts: each folded word once, a space before it. */
    public static String search(Collection<String> texts) {
        StringBuilder words = new StringBuilder();
        Set<String> seen = new HashSet<>();
        for (String text : texts) {
            for (String word : Folding.fold(text).split(" ")) {
                boolean fits = words.length() + 1 + word.length() <= SystemFields.SEARCH_TEXT_LENGTH;
                if (!word.isEmpty() && fits && seen.add(word)) {
                    words.append(' ').append(word);
                }
            }
        }
        return words.toString();
    }
}
