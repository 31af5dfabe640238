package org.sencrm.vietnam.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sencrm.api.setting.Settings;
import org.sencrm.vietnam.calendar.Holiday.Name;

/**
 * The public holidays of Vietnam by article 112 of the Labour Code of 2019 and, from 2026 on, resolution 28/2026/QH16: New Year,
 * five days of Tết, the day of the Hùng kings (10th of the 3rd lunar month), 30 April, 1 May, two days of the National Day and
 * 24 November. Which days of Tết and which second day of the National Day it is the firm decides within the law. A day off
 * instead of one that falls on a weekend is not counted: it hangs on the working week of the firm. Immutable.
 *
 * @param tetDaysBefore how many of the five days of Tết lie in the old year, 1 to 3
 * @param dayBeforeNational whether the second day of the National Day is 1 September, not the 3rd
 */
public record Holidays(int tetDaysBefore, boolean dayBeforeNational) {

    /** Setting: days of Tết in the old year, {@code 1} to {@code 3}. */
    public static final String TET = "vietnam.tetDaysBefore";

    /** Setting: {@code before} or {@code after}, where the second day of the National Day lies. */
    public static final String NATIONAL = "vietnam.nationalDay";

    private static final int TET_DAYS = 5;
    private static final int CULTURE_SINCE = 2026;

    public Holidays {
        if (tetDaysBefore < 1 || tetDaysBefore > 3) {
            throw new IllegalArgumentException("one to three days before Tết");
        }
    }

    /** As this firm keeps them. What the settings hold and does not make sense is read as the usual. */
    public static Holidays of(Settings settings) {
        String before = settings.get(TET, "1");
        return new Holidays(
                before.matches("[1-3]") ? Integer.parseInt(before) : 1,
                !"after".equals(settings.get(NATIONAL, "before")));
    }

    /** All of a solar year, in their order. */
    public List<Holiday> of(int year) {
        LocalDate tet = LunarDate.newYear(year);
        LocalDate national = LocalDate.of(year, 9, 2);
        Stream<Holiday> always = Stream.of(
                single(Name.NEW_YEAR, LocalDate.of(year, 1, 1)),
                new Holiday(Name.TET, tet.minusDays(tetDaysBefore), tet.plusDays(TET_DAYS - tetDaysBefore - 1L), tet),
                single(Name.HUNG_KINGS, new LunarDate(year, 3, false, 10).toDate()),
                single(Name.REUNIFICATION, LocalDate.of(year, 4, 30)),
                single(Name.LABOUR, LocalDate.of(year, 5, 1)),
                dayBeforeNational
                        ? new Holiday(Name.NATIONAL, national.minusDays(1), national, national)
                        : new Holiday(Name.NATIONAL, national, national.plusDays(1), national));
        Stream<Holiday> culture = year < CULTURE_SINCE
                ? Stream.empty()
                : Stream.of(single(Name.CULTURE, MonthDay.of(11, 24).atYear(year)));
        return Stream.concat(always, culture)
                .sorted(Comparator.comparing(Holiday::first))
                .toList();
    }

    private static Holiday single(Name name, LocalDate day) {
        return new Holiday(name, day, day, day);
    }

    /** The holiday of a day, if it is one. */
    public Optional<Holiday> on(LocalDate date) {
        return of(date.getYear()).stream()
                .filter(holiday -> holiday.includes(date))
                .findFirst();
    }

    /** Those that end on that day or later, the nearest first. */
    public List<Holiday> next(LocalDate from, int count) {
        return IntStream.rangeClosed(0, 1 + count / 6)
                .boxed()
                .flatMap(ahead -> of(from.getYear() + ahead).stream())
                .filter(holiday -> !holiday.last().isBefore(from))
                .limit(count)
                .toList();
    }
}
