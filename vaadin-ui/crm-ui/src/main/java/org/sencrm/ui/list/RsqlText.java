package org.sencrm.ui.list;

import java.util.ArrayList;
import java.util.List;

/** Finds the outer structure of an RSQL text, with an eye on quotes and parentheses. */
final class RsqlText {

    /** Stands between alternatives; binds less than {@link #AND}. */
    static final char OR = ',';

    static final char AND = ';';

    private final String text;
    private final char separator;
    private final List<Integer> ends = new ArrayList<>();
    private int firstClosed = -1;

    private RsqlText(String text, char separator) {
        this.text = text;
        this.separator = separator;
        scan();
    }

    /** The parts between the outer separators; the whole where there is none. */
    static List<String> split(String rsql, char separator) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        for (int end : new RsqlText(rsql, separator).ends) {
            parts.add(rsql.substring(begin, end).strip());
            begin = end + 1;
        }
        parts.add(rsql.substring(begin).strip());
        return parts;
    }

    /** Whether one pair of parentheses stands around the whole. */
    static boolean isParenthesised(String rsql) {
        return rsql.startsWith("(") && new RsqlText(rsql, AND).firstClosed == rsql.length() - 1;
    }

    private void scan() {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
                if (depth == 0 && firstClosed < 0) {
                    firstClosed = i;
                }
            } else if (depth == 0 && c == separator) {
                ends.add(i);
            }
        }
    }
}
