package org.sencrm.ui.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the outer structure of an RSQL text, with an eye on quotes and parentheses. */
final class RsqlText {

    private final String text;
    private final List<Integer> ands = new ArrayList<>();
    private boolean hasOr;
    private int firstClosed = -1;

    private RsqlText(String text) {
        this.text = text;
        scan();
    }

    /** The parts between the outer {@code ;}; empty where an outer {@code ,} makes them alternatives. */
    static Optional<List<String>> conjuncts(String rsql) {
        RsqlText read = new RsqlText(rsql);
        if (read.hasOr) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        int begin = 0;
        for (int end : read.ands) {
            parts.add(rsql.substring(begin, end).strip());
            begin = end + 1;
        }
        parts.add(rsql.substring(begin).strip());
        return Optional.of(parts);
    }

    /** Whether one pair of parentheses stands around the whole. */
    static boolean isParenthesised(String rsql) {
        return rsql.startsWith("(") && new RsqlText(rsql).firstClosed == rsql.length() - 1;
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
            } else if (depth == 0) {
                outer(c, i);
            }
        }
    }

    private void outer(char c, int at) {
        if (c == ';') {
            ands.add(at);
        } else if (c == ',') {
            hasOr = true;
        }
    }
}
