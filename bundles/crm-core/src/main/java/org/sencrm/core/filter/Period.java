package org.sencrm.core.filter;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days named by where they lie from today: {@code today}, {@code lastWeek}, {@code thisQuarter}, {@code last:30d},
 * {@code past}. Weeks begin on Monday; {@code last} and {@code next} with a number include today.
 *
 * @param first null for an open beginning
 * @param behind the first day after it; null for an open end
 */
record Period(LocalDate first, LocalDate behind) {

    private static final Pattern CALENDAR = Pattern.compile("(this|last|next)(Week|Month|Quarter|Year)");
    private static final Pattern COUNTED = Pattern.compile("(last|next):([1-9][0-9]{0,3})([dwmy])");
    private static final int LAST_YEAR = 9999;
    private static final int MONTHS_OF_QUARTER = 3;

    /** The days that the word means on this day; {@link UnsuitableOperator} where it means none. */
    static Period of(String word, LocalDate today) {
        return switch (word) {
            case "today" -> days(today, 1);
            case "yesterday" -> days(today.minusDays(1), 1);
            case "tomorrow" -> days(today.plusDays(1), 1);
            case "past" -> new Period(null, today);
            case "future" -> new Period(today.plusDays(1), null);
            default -> longer(word, today);
        };
    }

    private static Period longer(String word, LocalDate today) {
        Matcher calendar = CALENDAR.matcher(word);
        if (calendar.matches()) {
            int step = switch (calendar.group(1)) {
                case "last" -> -1;
                case "next" -> 1;
                default -> 0;
            };
            return calendar(calendar.group(2), step, today);
        }
        Matcher counted = COUNTED.matcher(word);
        if (!counted.matches()) {
            throw new UnsuitableOperator();
        }
        return counted(counted.group(1).equals("last"), Integer.parseInt(counted.group(2)), counted.group(3), today);
    }

    private static Period days(LocalDate first, int count) {
        return new Period(first, first.plusDays(count));
    }

    private static Period calendar(String unit, int step, LocalDate today) {
        return switch (unit) {
            case "Week" ->
                days(
                        today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                .plusWeeks(step),
                        7);
            case "Month" -> months(today.withDayOfMonth(1).plusMonths(step), 1);
            case "Quarter" ->
                months(
                        today.with(today.getMonth().firstMonthOfQuarter())
                                .withDayOfMonth(1)
                                .plusMonths((long) step * MONTHS_OF_QUARTER),
                        MONTHS_OF_QUARTER);
            default -> months(today.withDayOfYear(1).plusYears(step), 12);
        };
    }

    private static Period months(LocalDate first, int count) {
        return new Period(first, first.plusMonths(count));
    }

    private static Period counted(boolean back, int count, String letter, LocalDate today) {
        ChronoUnit unit = switch (letter) {
            case "d" -> ChronoUnit.DAYS;
            case "w" -> ChronoUnit.WEEKS;
            case "m" -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
        Period period = back
                ? new Period(today.plusDays(1).minus(count, unit), today.plusDays(1))
                : new Period(today, today.plus(count, unit));
        if (period.first.getYear() < 1 || period.behind.getYear() > LAST_YEAR) {
            throw new UnsuitableOperator();
        }
        return period;
    }
}
