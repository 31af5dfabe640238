package org.sencrm.transfer.file;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running text as a formula: an apostrophe goes before it, and away again when our own file
 * comes back. Every text survives the way there and back unchanged.
 */
public final class FormulaGuard {

    private static final String STARTS = "=+-@\t\r\n＝＋－＠";
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)*%?");

    private FormulaGuard() {}

    /** The text as it may stand in a cell. */
    public static String neutralise(String text) {
        if (text.isEmpty() || !startsFormula(text)) {
            return text;
        }
        boolean number = text.charAt(0) != '\'' && PLAIN_NUMBER.matcher(text).matches();
        return number ? text : "'" + text;
    }

    /** The text that {@link #neutralise} was given. */
    public static String restore(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == '\'' && startsFormula(cell) ? cell.substring(1) : cell;
    }

    /** Apostrophes in front do not count: a text that already has one must not be mistaken for a neutralised one. */
    private static boolean startsFormula(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        return first < text.length() && STARTS.indexOf(text.charAt(first)) >= 0;
    }
}
