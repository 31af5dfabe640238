package org.sencrm.vietnam.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sencrm.vietnam.calendar.Holiday.Name;

class HolidaysTest {

    private static final Holidays USUAL = new Holidays(1, true);

    /** As the ministry announced for 2026: Tết from the 29th of the twelfth month to the 4th of the first. */
    @Test
    void theHolidaysOf2026() {
        assertEquals(
                List.of(
                        "NEW_YEAR 2026-01-01 2026-01-01",
                        "TET 2026-02-16 2026-02-20",
                        "HUNG_KINGS 2026-04-26 2026-04-26",
                        "REUNIFICATION 2026-04-30 2026-04-30",
                        "LABOUR 2026-05-01 2026-05-01",
                        "NATIONAL 2026-09-01 2026-09-02",
                        "CULTURE 2026-11-24 2026-11-24"),
                USUAL.of(2026).stream()
                        .map(day -> day.name() + " " + day.first() + " " + day.last())
                        .toList());
    }

    /** As announced for 2025: two days of the old year, three of the new one. */
    @Test
    void theFirmDecidesWhichDaysOfTetAndOfTheNationalDay() {
        Holidays other = new Holidays(2, false);

        Holiday tet = other.of(2025).get(1);
        assertEquals(LocalDate.of(2025, 1, 27), tet.first());
        assertEquals(LocalDate.of(2025, 1, 31), tet.last());
        assertEquals(LocalDate.of(2025, 1, 29), tet.day());
        assertTrue(other.on(LocalDate.of(2025, 9, 3)).isPresent());
        assertFalse(other.on(LocalDate.of(2025, 9, 1)).isPresent());
        assertThrows(IllegalArgumentException.class, () -> new Holidays(4, true));
    }

    @Test
    void theDayOfCultureIsOneSince2026() {
        assertTrue(USUAL.on(LocalDate.of(2026, 11, 24)).isPresent());
        assertFalse(USUAL.on(LocalDate.of(2025, 11, 24)).isPresent());
    }

    @Test
    void theNextOnesGoOverTheEndOfTheYearAndBeginWithTheOneThatIsOn() {
        assertEquals(
                List.of(Name.CULTURE, Name.NEW_YEAR, Name.TET, Name.HUNG_KINGS),
                USUAL.next(LocalDate.of(2026, 11, 22), 4).stream()
                        .map(Holiday::name)
                        .toList());
        assertEquals(Name.TET, USUAL.next(LocalDate.of(2026, 2, 20), 1).get(0).name());
    }

    /** The day of the Hùng kings may come close to 30 April. */
    @Test
    void theyAreInTheOrderOfTheYear() {
        for (int year = 1950; year <= 2100; year++) {
            List<LocalDate> days = USUAL.of(year).stream().map(Holiday::first).toList();
            assertEquals(days.stream().sorted().toList(), days);
        }
    }
}
