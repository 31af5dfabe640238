package org.sencrm.ui.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * The days that a calendar shows: the weeks of a month, or one week. Weeks begin on Monday.
 *
 * @param first the first day of the month, or the Monday of the week
 */
record Span(LocalDate first, boolean week) {

    private static final int DAYS = 7;

    /** As the address holds it: a month, or any day of a week; the month of today for anything else. */
    static Span of(String written, LocalDate today) {
        try {
            return written.length() > "2026-11".length()
                    ? weekOf(LocalDate.parse(written))
                    : monthOf(YearMonth.parse(written).atDay(1));
        } catch (DateTimeParseException none) {
            return monthOf(today);
        }
    }

    static Span monthOf(LocalDate day) {
        return new Span(day.withDayOfMonth(1), false);
    }

    static Span weekOf(LocalDate day) {
        return new Span(monday(day), true);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    String written() {
        return week ? first.toString() : YearMonth.from(first).toString();
    }

    /** @param steps how many months or weeks later; earlier where it is negative */
    Span moved(int steps) {
        return new Span(week ? first.plusWeeks(steps) : first.plusMonths(steps), week);
    }

    /** All days that are shown: whole weeks, so those of a month begin and end with days of others. */
    List<LocalDate> days() {
        LocalDate behind =
                week ? first.plusDays(DAYS) : monday(first.plusMonths(1).plusDays(DAYS - 1L));
        return monday(first).datesUntil(behind).toList();
    }

    /** Whether the day belongs to the month that is shown, not just to one of its weeks. */
    boolean holds(LocalDate day) {
        return week || YearMonth.from(day).equals(YearMonth.from(first));
    }
}
