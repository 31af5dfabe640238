package org.sencrm.vietnam.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.sencrm.vietnam.calendar.SolsticeYear.LunarMonth;

/**
 * A day of the Vietnamese lunar calendar (âm lịch), which counts months from the day of the new moon in Hanoi and so differs now and
 * then from the Chinese one. Rules and computation follow Hồ Ngọc Đức's description. Three new moons of the years to 2100 fall
 * within a minute or two of midnight, in 2054, 2072 and 2077: on which day is a matter of how the earth will turn until then.
 * Immutable.
 *
 * <pre>{@code
 * LunarDate.of(LocalDate.of(2026, 2, 17));          // day 1 of month 1 of 2026: Tết
 * new LunarDate(2027, 3, false, 10).toDate();       // 2027-04-16, the day of the Hùng kings
 * }</pre>
 *
 * @param year number of the solar year in which the first month begins
 * @param month 1 to 12
 * @param leap whether the month is the second one of its number
 * @param day 1 to 30
 */
public record LunarDate(int year, int month, boolean leap, int day) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    /** The lunar date of a day; {@link DateTimeException} outside of the years that are known. */
    public static LunarDate of(LocalDate date) {
        long day = date.toEpochDay();
        return around(date.getYear())
                .filter(month -> month.first() <= day && day < month.first() + month.days())
                .findFirst()
                .map(month ->
                        new LunarDate(month.year(), month.number(), month.leap(), (int) (day - month.first()) + 1))
                .orElseThrow(() -> new DateTimeException("no lunar date for " + date));
    }

    /** The day; {@link DateTimeException} where the year has no such month or the month no such day. */
    public LocalDate toDate() {
        return around(year)
                .filter(found -> found.year() == year && found.number() == month && found.leap() == leap)
                .filter(found -> day >= 1 && day <= found.days())
                .findFirst()
                .map(found -> LocalDate.ofEpochDay(found.first() + day - 1))
                .orElseThrow(() -> new DateTimeException("no such lunar date: " + this));
    }

    /** Days of the month in which this date lies: 29 or 30. */
    public int monthLength() {
        return around(year)
                .filter(found -> found.year() == year && found.number() == month && found.leap() == leap)
                .findFirst()
                .map(LunarMonth::days)
                .orElseThrow(() -> new DateTimeException("no such lunar month: " + this));
    }

    /** Tết Nguyên đán, the first day of a lunar year. */
    public static LocalDate newYear(int year) {
        return new LunarDate(year, 1, false, 1).toDate();
    }

    /**
     * The same day of the month in another year, as families keep anniversaries: of a leap month in the plain one, of a 30th in
     * a month of 29 days on its last day.
     */
    public LocalDate keptIn(int otherYear) {
        LunarDate first = new LunarDate(otherYear, month, false, 1);
        return first.toDate().plusDays(Math.min(day, first.monthLength()) - 1L);
    }

    /** Heavenly stem of the year, 0 Giáp to 9 Quý. */
    public int stem() {
        return Math.floorMod(year + 6, 10);
    }

    /** Earthly branch of the year, 0 Tý (rat) to 11 Hợi (pig). */
    public int branch() {
        return Math.floorMod(year + 8, 12);
    }

    private static Stream<LunarMonth> around(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("the calendar is known from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return Stream.of(year, year + 1).flatMap(end -> SolsticeYear.ending(end).stream());
    }
}
