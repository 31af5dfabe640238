package org.sencrm.transfer.value;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which mark stands before the decimals, where a text such as {@code 1.234} does not tell by itself. */
public enum DecimalMark {
    DOT('.'),
    COMMA(',');

    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?[0-9]{1,38}([.,][0-9]{1,38})?[eE][+-]?[0-9]{1,2}");
    private static final Pattern SPACES = Pattern.compile("(?<=[0-9])[\\s\\u00A0\\u202F'’](?=[0-9]{3}(?![0-9]))");
    private static final Pattern BODY = Pattern.compile("[0-9.,]*[0-9][0-9.,]*");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}([.,][0-9]{3})+");
    private static final int MOST_DIGITS = 38;

    private final char mark;

    DecimalMark(char mark) {
        this.mark = mark;
    }

    /** What a text tells of the mark: the mark, or null where it tells nothing; also for what is no number. */
    static DecimalMark toldBy(String text) {
        String body = body(text);
        if (body == null) {
            return null;
        }
        int dot = body.lastIndexOf('.');
        int comma = body.lastIndexOf(',');
        if (dot < 0 && comma < 0 || isOpen(body)) {
            return null;
        }
        if (dot >= 0 && comma >= 0) {
            return dot > comma ? DOT : COMMA;
        }
        char only = dot >= 0 ? '.' : ',';
        boolean groups = body.indexOf(only) != body.lastIndexOf(only);
        return (only == '.') != groups ? DOT : COMMA;
    }

    /** Whether the text is a number that means two things: {@code 1.234} or {@code 12,500}. */
    static boolean isOpen(String text) {
        String body = body(text);
        if (body == null || !GROUPED.matcher(body).matches() || body.charAt(0) == '0') {
            return false;
        }
        return body.chars().filter(c -> c == '.' || c == ',').count() == 1;
    }

    /**
     * Reads a number with or without group marks, a sign, or parentheses for "less than nothing".
     *
     * @throws BadValue {@code format}
     */
    public BigDecimal parse(String text) throws BadValue {
        String trimmed = text.strip();
        if (SCIENTIFIC.matcher(trimmed).matches()) {
            return new BigDecimal(trimmed.replace(',', '.'));
        }
        String body = body(trimmed);
        if (body == null) {
            throw new BadValue("format");
        }
        BigDecimal size = size(body);
        return isNegative(trimmed) ? size.negate() : size;
    }

    private BigDecimal size(String body) throws BadValue {
        DecimalMark told = toldBy(body);
        char decimal = (told == null ? this : told).mark;
        char group = decimal == '.' ? ',' : '.';
        int split = body.lastIndexOf(decimal);
        String whole = split < 0 ? body : body.substring(0, split);
        String fraction = split < 0 ? "" : body.substring(split + 1);
        boolean grouped = whole.indexOf(group) >= 0;
        boolean sound = whole.indexOf(decimal) < 0
                && fraction.indexOf(group) < 0
                && (!grouped || GROUPED.matcher(whole).matches());
        if (!sound || body.length() > MOST_DIGITS * 2) {
            throw new BadValue("format");
        }
        String digits = whole.replace(String.valueOf(group), "");
        return new BigDecimal((digits.isEmpty() ? "0" : digits) + (fraction.isEmpty() ? "" : "." + fraction));
    }

    private static boolean isNegative(String text) {
        return text.startsWith("-") || text.startsWith("−") || text.startsWith("(") || text.endsWith("-");
    }

    /** Digits and marks alone; null where the text is no number. */
    private static String body(String text) {
        String body = text.strip();
        boolean enclosed = body.length() > 2 && body.startsWith("(") && body.endsWith(")");
        if (enclosed) {
            body = body.substring(1, body.length() - 1).strip();
        } else if (body.startsWith("-") || body.startsWith("+") || body.startsWith("−")) {
            body = body.substring(1).strip();
        } else if (body.endsWith("-")) {
            body = body.substring(0, body.length() - 1).strip();
        }
        Matcher spaces = SPACES.matcher(body);
        body = spaces.replaceAll("");
        return BODY.matcher(body).matches() && body.length() <= MOST_DIGITS * 2 ? body : null;
    }
}
