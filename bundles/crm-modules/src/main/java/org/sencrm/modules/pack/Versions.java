package org.sencrm.modules.pack;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of versions as Maven writes them: by number, and a qualifier with a dash comes before the bare number. */
public final class Versions {

    /** The lower one first; for texts that {@link #isValid} allows. */
    public static final Comparator<String> ORDER = Comparator.<String>comparingLong(text -> number(text, 1))
            .thenComparingLong(text -> number(text, 2))
            .thenComparingLong(text -> number(text, 3))
            .thenComparing(text -> qualifier(text) == null)
            .thenComparing(text -> qualifier(text) == null ? "" : qualifier(text));

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(?:[-.]([0-9A-Za-z][0-9A-Za-z._-]{0,60}))?");

    private Versions() {}

    public static boolean isValid(String version) {
        return FORM.matcher(version).matches();
    }

    /** As OSGi writes it. */
    public static String osgi(String version) {
        String qualifier = qualifier(version);
        String numbers = number(version, 1) + "." + number(version, 2) + "." + number(version, 3);
        return qualifier == null ? numbers : numbers + "." + qualifier.replace('.', '_');
    }

    private static long number(String version, int part) {
        String number = match(version).group(part);
        return number == null ? 0 : Long.parseLong(number);
    }

    private static String qualifier(String version) {
        return match(version).group(4);
    }

    private static Matcher match(String version) {
        Matcher parts = FORM.matcher(version);
        if (!parts.matches()) {
            throw new Flaw("pack.version", version);
        }
        return parts;
    }
}
