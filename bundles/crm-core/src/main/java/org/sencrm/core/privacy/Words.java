package org.sencrm.core.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.search.Folding;
import org.sencrm.core.type.StoredField;

/**
 * The words that name a person: names, addresses of every kind, telephone numbers. A name of one short word is left out, as it
 * is a word of the language more often than a name. Not thread safe while words are added.
 */
final class Words {

    /** As long as the shortest word, so that a text with it fits wherever the text without it did. */
    static final String NOTHING = "***";

    private static final int SHORTEST_NAME = 5;
    private static final int SHORTEST = 8;
    private static final int FEWEST_DIGITS = 7;
    private static final int NATIONAL_DIGITS = 9;
    /** Blanks of all widths, dots, brackets, slashes and dashes, such as a dash between blanks. */
    private static final String BETWEEN_DIGITS =
            "[ \\t\\u00a0\\u2000-\\u200a\\u202f.\\u00b7()\\[\\]/\\u2010-\\u2015\\u2212-]{0,4}";

    private static final String NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String NO_WORD_BEHIND = "(?![\\p{L}\\p{N}])";
    /** The end of a longer address is the address of somebody else. */
    private static final String NO_MAILBOX_BEFORE = NO_WORD_BEFORE + "(?<![\\p{L}\\p{N}][._%+-])";

    private static final String NO_HOST_BEHIND = "(?!\\.[\\p{L}\\p{N}])";
    private static final String NO_PATH_BEHIND = "(?![._%+-][\\p{L}\\p{N}])";

    private final Set<String> expressions = new LinkedHashSet<>();
    private final Set<String> mailAddresses = new LinkedHashSet<>();
    private Pattern pattern;

    /** Takes a value of a field of this kind, where it is one that names somebody. */
    void add(FieldKind kind, Object value) {
        if (value instanceof String text && !text.isBlank()) {
            pattern = null;
            String line = text.strip();
            switch (kind) {
                case PERSON_NAME -> addName(line);
                case EMAIL -> {
                    mailAddresses.add(line.toLowerCase(Locale.ROOT));
                    expressions.add(NO_MAILBOX_BEFORE + Pattern.quote(line) + NO_WORD_BEHIND + NO_HOST_BEHIND);
                }
                case PHONE -> addDigits(line.replaceAll("\\D", ""));
                case ADDRESS ->
                    line.lines()
                            .map(String::strip)
                            .filter(part -> part.length() >= SHORTEST)
                            .forEach(this::addWords);
                case URL -> {
                    String address = Pattern.quote(line.replaceAll("/+$", ""));
                    expressions.add(NO_WORD_BEFORE + address + NO_WORD_BEHIND + NO_PATH_BEHIND);
                }
                default -> {
                    // says what the person is or does, not who
                }
            }
        }
    }

    /** E-mail addresses of the person, in lower case. */
    Set<String> mailAddresses() {
        return mailAddresses;
    }

    private void addName(String name) {
        if (name.indexOf(' ') > 0 || name.length() >= SHORTEST_NAME) {
            addWords(name);
            addWords(Folding.fold(name));
        }
    }

    private void addWords(String words) {
        List<String> parts = new ArrayList<>();
        for (String word : words.split("\\s+")) {
            parts.add(Pattern.quote(word));
        }
        expressions.add(NO_WORD_BEFORE + String.join("\\s+", parts) + NO_WORD_BEHIND);
    }

    /** However people group the digits, and with whatever prefix of a country. */
    private void addDigits(String digits) {
        if (digits.length() >= FEWEST_DIGITS) {
            int first = Math.max(0, digits.length() - NATIONAL_DIGITS);
            String prefix = first == 0 ? "" : "\\+?\\d{0,4}" + BETWEEN_DIGITS;
            String grouped = digits.substring(first)
                    .chars()
                    .mapToObj(digit -> String.valueOf((char) digit))
                    .collect(Collectors.joining(BETWEEN_DIGITS));
            expressions.add("(?<!\\d)" + prefix + grouped + "(?!\\d)");
        }
    }

    /** The value of a field without the words, where it is one that somebody wrote. */
    Object without(StoredField field, Object value) {
        boolean says = field.kind().isText() || field.kind() == FieldKind.STRUCTURE;
        return says && !field.isId() && !field.isComputed() ? without(value) : value;
    }

    /** The value without the words, in whatever texts, lists and maps they stand. */
    Object without(Object value) {
        if (value instanceof String text) {
            return without(text);
        } else if (value instanceof List<?> list) {
            List<Object> members = new ArrayList<>();
            list.forEach(member -> members.add(without(member)));
            return members;
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put(name, without(member)));
            return members;
        }
        return value;
    }

    String without(String text) {
        if (expressions.isEmpty()) {
            return text;
        }
        if (pattern == null) {
            // the longest first, so that no part of one is left over
            String any = expressions.stream()
                    .sorted((one, other) -> other.length() - one.length())
                    .collect(Collectors.joining("|"));
            pattern = Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }
        return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(NOTHING));
    }
}
