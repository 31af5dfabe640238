package org.sencrm.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sencrm.api.search.Folding;

/** Cuts text into the folded words that the index holds and that people look for. */
final class Words {

    private static final int LONGEST = 64;
    private static final int MOST_ASKED = 16;

    private Words() {}

    /**
     * All that a search may begin with: every word, and its rest from each part on, so that {@code vn} finds {@code
     * an.nguyen@example.vn} as {@code nguyen} does.
     */
    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String token : Folding.fold(text).split(" ")) {
            String word = trimmed(token);
            for (int i = 0; i < word.length(); i++) {
                if (isInside(word, i) && (i == 0 || !isInside(word, i - 1))) {
                    words.add(shortened(word.substring(i)));
                }
            }
        }
        return words;
    }

    /** The words that somebody typed to search for; more than a few do not narrow a search any more. */
    static List<String> asked(String text) {
        List<String> words = new ArrayList<>();
        for (String token : Folding.fold(text).split(" ")) {
            String word = shortened(trimmed(token));
            if (!word.isEmpty() && words.size() < MOST_ASKED) {
                words.add(word);
            }
        }
        return words;
    }

    /** Without the punctuation around it. */
    private static String trimmed(String token) {
        int start = 0;
        int end = token.length();
        while (start < end && !isInside(token, start)) {
            start++;
        }
        while (end > start && !isInside(token, end - 1)) {
            end--;
        }
        return token.substring(start, end);
    }

    private static boolean isInside(String word, int index) {
        char c = word.charAt(index);
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static String shortened(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST);
    }
}
