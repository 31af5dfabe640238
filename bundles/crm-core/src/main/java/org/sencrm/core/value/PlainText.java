package org.sencrm.core.value;

import java.text.Normalizer;

/** Cleans text that comes from outside: NFC, without control and invisible characters. */
public final class PlainText {

    private PlainText() {}

    /** Text of one line; every line feed and tab becomes a space. Empty text becomes null. */
    public static String line(String raw) {
        return clean(raw, ' ');
    }

    /** Text of several lines, separated by a line feed. Empty text becomes null. */
    public static String lines(String raw) {
        return clean(raw.replace("\r\n", "\n"), '\n');
    }

    private static String clean(String raw, char lineEnd) {
        String composed = Normalizer.normalize(raw, Normalizer.Form.NFC);
        StringBuilder text = new StringBuilder(composed.length());
        composed.codePoints().forEach(point -> {
            switch (point) {
                case '\n', '\r', '\u0085', '\u2028', '\u2029' -> text.append(lineEnd);
                case '\t' -> text.append(' ');
                default -> {
                    if (isVisible(point)) {
                        text.appendCodePoint(point);
                    }
                }
            }
        });
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return from == to ? null : text.substring(from, to);
    }

    /** Spaces that do not break a line are blank, too. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
