package org.sencrm.vietnam.tax;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A tax code (mã số thuế) in its usual writing, and what it is. Immutable.
 *
 * <p>Circular 86/2024/TT-BTC: ten digits for organisations, the last of them a check digit; thirteen, written {@code
 * 0100112437-001}, for a dependent unit of one of them; since 1 July 2025 the personal identification number of twelve digits
 * for individuals and households. The first three of those twelve are the province where the birth was registered, the fourth
 * tells century and sex, the next two the year of birth (Circular 59/2021/TT-BCA, Decree 137/2015/NĐ-CP).
 *
 * @param text as it is stored: digits only, but for the hyphen of a dependent unit
 */
public record TaxCode(String text, Kind kind) {

    /** What a text turned out to be. */
    public enum Kind {
        ORGANISATION,
        DEPENDENT_UNIT,
        PERSON,
        /** Begins with the two letters of another country; nothing is known of how that is formed. */
        FOREIGN,
        /** Neither 10, 12 nor 13 digits, or other signs between them. */
        BAD_FORM,
        /** The tenth digit does not follow from the nine before it. */
        BAD_CHECK_DIGIT,
        /** Twelve digits that no person can have. */
        BAD_PERSON;

        /** Whether an authority can have given such a code. */
        public boolean isValid() {
            return compareTo(BAD_FORM) < 0;
        }
    }

    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final Pattern FOREIGN = Pattern.compile("(?!VN)[A-Z]{2}[A-Z0-9]{2,}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s.\\-–/]");
    /** Codes of the 63 provinces in which births were registered; those of 1 July 2025 are among them. */
    private static final Set<Integer> PROVINCES = Set.of(
            1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42,
            44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86,
            87, 89, 91, 92, 93, 94, 95, 96);

    /**
     * Reads what somebody wrote, with blanks, dots, hyphens, {@code MST} or {@code VN} before it.
     *
     * @param written not null
     * @param today the latest day on which a person can have been born
     */
    public static TaxCode read(String written, LocalDate today) {
        String plain = BETWEEN.matcher(written.strip().toUpperCase(Locale.ROOT)).replaceAll("");
        String digits = plain.replaceFirst("^(MST:?|VN)", "");
        if (FOREIGN.matcher(plain).matches() && !plain.startsWith("MST")) {
            return new TaxCode(plain, Kind.FOREIGN);
        }
        if (!digits.matches("[0-9]{10}|[0-9]{12,13}")) {
            return new TaxCode(written.strip(), Kind.BAD_FORM);
        }
        return switch (digits.length()) {
            case 10 -> new TaxCode(digits, isChecked(digits) ? Kind.ORGANISATION : Kind.BAD_CHECK_DIGIT);
            case 12 -> new TaxCode(digits, isOfPerson(digits, today) ? Kind.PERSON : Kind.BAD_PERSON);
            default -> dependent(digits);
        };
    }

    private static TaxCode dependent(String digits) {
        String text = digits.substring(0, 10) + "-" + digits.substring(10);
        if (digits.endsWith("000")) {
            return new TaxCode(text, Kind.BAD_FORM);
        }
        return new TaxCode(text, isChecked(digits) ? Kind.DEPENDENT_UNIT : Kind.BAD_CHECK_DIGIT);
    }

    /** The tenth digit is 10 less the weighted sum of the nine before it modulo 11. */
    private static boolean isChecked(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * digit(digits, i);
        }
        return digit(digits, 9) == 10 - sum % 11;
    }

    private static boolean isOfPerson(String digits, LocalDate today) {
        int century = 1900 + digit(digits, 3) / 2 * 100;
        int born = century + Integer.parseInt(digits.substring(4, 6));
        return PROVINCES.contains(Integer.parseInt(digits.substring(0, 3))) && born <= today.getYear();
    }

    private static int digit(String digits, int place) {
        return digits.charAt(place) - '0';
    }

    /** The code of the organisation that a dependent unit belongs to; else the code itself. */
    public String organisation() {
        return kind == Kind.DEPENDENT_UNIT ? text.substring(0, 10) : text;
    }
}
