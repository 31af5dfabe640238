package org.sencrm.itests;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Unmistakable words, and what each stands in: whoever meets one has seen that. */
final class Marks {

    private static final int LETTERS = 14;
    private static final Pattern WORD = Pattern.compile("zq[a-z]{" + LETTERS + "}");

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Subject> subjects = new ConcurrentHashMap<>();

    /** A new word that stands in this. */
    String in(Subject subject) {
        StringBuilder word = new StringBuilder("zq");
        for (int i = 0; i < LETTERS; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        subjects.put(word.toString(), subject);
        return word.toString();
    }

    /** All words that stand in the text, however they are written. */
    Set<String> found(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(match -> match.group())
                .filter(subjects::containsKey)
                .collect(Collectors.toSet());
    }

    /** Where the word stands in the text, for whoever has to find out why. */
    static String around(String text, String word) {
        int at = text.toLowerCase(Locale.ROOT).indexOf(word);
        return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 40));
    }

    Subject subject(String word) {
        return subjects.get(word);
    }

    /** Nothing is found of a word that nobody took in. */
    void forget(Collection<String> words) {
        subjects.keySet().removeAll(words);
    }

    Map<String, Subject> all() {
        return Map.copyOf(subjects);
    }
}
