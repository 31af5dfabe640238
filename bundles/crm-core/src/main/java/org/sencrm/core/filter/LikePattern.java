package org.sencrm.core.filter;

import java.util.function.UnaryOperator;

/**
 * A text with {@code *} for anything, as a pattern of the database. {@code \*} stands for the star itself. In a statement
 * it needs {@link #ESCAPE} behind it.
 *
 * @param pattern for {@code like}
 * @param wild whether there is any star
 * @param plain the text without stars, with those that were escaped
 * @param prefix what the text begins with, where its only star is at its end; null otherwise
 */
record LikePattern(String pattern, boolean wild, String plain, String prefix) {

    static final String ESCAPE = " escape '!'";

    /** @param form brings the pieces between the stars into the form in which the column holds its text */
    static LikePattern of(String text, UnaryOperator<String> form) {
        StringBuilder pattern = new StringBuilder();
        StringBuilder plain = new StringBuilder();
        StringBuilder piece = new StringBuilder();
        int stars = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escaped = c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '*';
            if (c == '*') {
                stars++;
                pattern.append(escape(form.apply(piece.toString()))).append('%');
                piece.setLength(0);
                continue;
            }
            char literal = escaped ? text.charAt(++i) : c;
            piece.append(literal);
            plain.append(literal);
        }
        boolean onlyAtEnd = stars == 1 && piece.isEmpty() && !plain.isEmpty();
        pattern.append(escape(form.apply(piece.toString())));
        return new LikePattern(
                pattern.toString(), stars > 0, plain.toString(), onlyAtEnd ? form.apply(plain.toString()) : null);
    }

    /** The text with nothing in it that a pattern would take for more than itself. */
    static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** The first text behind all that begin with the prefix; null where there is no simple one. */
    static String end(String prefix) {
        if (prefix == null || prefix.isEmpty()) {
            return null;
        }
        char last = prefix.charAt(prefix.length() - 1);
        return last >= Character.MIN_SURROGATE - 1
                ? null
                : prefix.substring(0, prefix.length() - 1) + (char) (last + 1);
    }
}
