package org.sencrm.ui.field;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers as Vietnamese people group them. */
public final class PhoneNumber {

    private static final Pattern VIETNAMESE = Pattern.compile("(?:\\+?84|0)([1-9]\\d{8,9})");
    private static final Pattern MOBILE = Pattern.compile("([35789]\\d{2})(\\d{3})(\\d{3})");
    /** Hà Nội and Thành phố Hồ Chí Minh: a short area code and eight digits. */
    private static final Pattern CITY = Pattern.compile("(2[48])(\\d{4})(\\d{4})");

    private static final Pattern PROVINCE = Pattern.compile("(2\\d{2})(\\d{3})(\\d{4})");

    private PhoneNumber() {}

    /**
     * {@code 0901 234 567}, {@code 024 3822 9910}, {@code 0236 385 1122}; a number of any other shape stays as it was
     * written.
     */
    public static String grouped(String written) {
        String digits = written.replaceAll("[\\s.()\\-]", "");
        Matcher vietnamese = VIETNAMESE.matcher(digits);
        if (!vietnamese.matches()) {
            return written.strip();
        }
        String number = vietnamese.group(1);
        for (Pattern shape : new Pattern[] {MOBILE, CITY, PROVINCE}) {
            Matcher parts = shape.matcher(number);
            if (parts.matches()) {
                return "0" + parts.group(1) + " " + parts.group(2) + " " + parts.group(3);
            }
        }
        return written.strip();
    }
}
