package org.sencrm.ui.list;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column that somebody chose, as an address and a saved view hold it: {@code amount} or {@code amount:180}.
 *
 * @param width in pixels; 0 for the usual one
 */
record ColumnChoice(String field, int width) {

    static final int NARROWEST = 48;
    static final int WIDEST = 1200;

    private static final Pattern WRITTEN = Pattern.compile("([^:]*)(?::(\\d{1,5}))?.*", Pattern.DOTALL);

    static ColumnChoice of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        parts.matches();
        int width = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        return new ColumnChoice(parts.group(1), width == 0 ? 0 : Math.max(NARROWEST, Math.min(WIDEST, width)));
    }

    String written() {
        return width == 0 ? field : field + ":" + width;
    }
}
