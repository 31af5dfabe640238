package org.sencrm.transfer.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date written in digits, taken apart: {@code 3/1/2017}, {@code 2017-03-01}, {@code 01.03.2017 2:30 PM}.
 *
 * @param first the first part; the year where {@code yearFirst}
 * @param mark between the parts
 * @param time null where there is none
 */
record DigitDate(int first, int second, int third, char mark, boolean yearFirst, boolean shortYear, LocalTime time) {

    static final String ISO_PATTERN = "yyyy-MM-dd";

    private static final Pattern DATE = Pattern.compile(
            "([0-9]{1,4})([-/.])([0-9]{1,2})\\2([0-9]{1,4})(?:[T ,]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?\\s*([AaPp]\\.?[Mm]\\.?)?)?");

    /** Null where the text is nothing of the kind. */
    static DigitDate of(String text) {
        Matcher found = DATE.matcher(text.strip());
        if (!found.matches()) {
            return null;
        }
        int firstLength = found.group(1).length();
        int thirdLength = found.group(4).length();
        boolean yearFirst = firstLength == 4 && thirdLength <= 2;
        boolean yearLast = firstLength <= 2 && (thirdLength == 4 || thirdLength == 2);
        if (!yearFirst && !yearLast) {
            return null;
        }
        try {
            return new DigitDate(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(3)),
                    Integer.parseInt(found.group(4)),
                    found.group(2).charAt(0),
                    yearFirst,
                    !yearFirst && thirdLength == 2,
                    time(found));
        } catch (DateTimeException e) {
            // an hour or minute that no clock shows
            return null;
        }
    }

    /** The day, or null where the calendar has none such. */
    LocalDate day(DateOrder order) {
        try {
            if (yearFirst) {
                return LocalDate.of(first, second, third);
            }
            int year = shortYear ? 2000 + third : third;
            return order == DateOrder.DAY_FIRST ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime time(Matcher found) {
        if (found.group(5) == null) {
            return null;
        }
        int hour = Integer.parseInt(found.group(5));
        String half = found.group(8);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("no such hour");
            }
            hour = hour % 12 + (half.charAt(0) == 'p' || half.charAt(0) == 'P' ? 12 : 0);
        }
        int second = found.group(7) == null ? 0 : Integer.parseInt(found.group(7));
        return LocalTime.of(hour, Integer.parseInt(found.group(6)), second);
    }
}
