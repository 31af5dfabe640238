package org.sencrm.vietnam.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;

/**
 * The twelve or thirteen months from the eleventh month of one lunar year, in which the winter solstice falls, to the one before
 * the next eleventh. Where there are thirteen, the first month in which the sun does not pass into another twelfth of its path is
 * the leap month and has the number of the month before it.
 */
final class SolsticeYear {

    /** The sun enters this part of its path at the winter solstice. */
    private static final int WINTER = 9;

    /** @param first day since 1970 on which it begins */
    record LunarMonth(int year, int number, boolean leap, long first, int days) {}

    private SolsticeYear() {}

    /** @param year the year in which it ends */
    static List<LunarMonth> ending(int year) {
        int from = eleventh(year - 1);
        int count = eleventh(year) - from;
        int leap = count == 13 ? leap(from) : count;
        List<LunarMonth> months = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int place = i < leap ? i : i - 1;
            long first = NewMoon.day(from + i);
            int days = (int) (NewMoon.day(from + i + 1) - first);
            months.add(new LunarMonth(place < 2 ? year - 1 : year, (place + 10) % 12 + 1, i == leap, first, days));
        }
        return months;
    }

    /** The new moon with which the eleventh month begins in December, or late in November. */
    private static int eleventh(int year) {
        int number = NewMoon.before(LocalDate.of(year, Month.DECEMBER, 31).toEpochDay()) + 1;
        long lastDay = LocalDate.of(year, Month.DECEMBER, 31).toEpochDay();
        while (NewMoon.day(number) > lastDay || NewMoon.sunSector(NewMoon.day(number)) >= WINTER) {
            number--;
        }
        return number;
    }

    private static int leap(int from) {
        int place = 1;
        while (NewMoon.sunSector(NewMoon.day(from + place)) != NewMoon.sunSector(NewMoon.day(from + place + 1))) {
            place++;
        }
        return place;
    }
}
