package org.sencrm.vietnam.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sencrm.vietnam.calendar.SolsticeYear.LunarMonth;

class LunarDateTest {

    /** Years in which Vietnam kept Tết on another day than China are among them: 1968, 1969, 1985, 2007, 2030. */
    @ParameterizedTest
    @CsvSource({
        "1968, 1968-01-29", "1969, 1969-02-16", "1985, 1985-01-21", "2000, 2000-02-05", "2007, 2007-02-17",
        "2020, 2020-01-25", "2021, 2021-02-12", "2022, 2022-02-01", "2023, 2023-01-22", "2024, 2024-02-10",
        "2025, 2025-01-29", "2026, 2026-02-17", "2027, 2027-02-06", "2028, 2028-01-26", "2030, 2030-02-02"
    })
    void tetIsOnTheDayOnWhichItWasOrWillBeKept(int year, LocalDate tet) {
        assertEquals(tet, LunarDate.newYear(year));
    }

    /** One new moon in each of these is so near to midnight that programs differ about its day; no holiday hangs on it. */
    private static final Set<Integer> OPEN = Set.of(2054, 2072, 2077);

    @ParameterizedTest
    @MethodSource("years")
    void everyMonthOfEveryYearFrom1950To2100IsThatOfAnotherProgram(String line) {
        String[] cells = line.split("\t");
        int year = Integer.parseInt(cells[0]);
        List<LunarMonth> months = Stream.of(year, year + 1)
                .flatMap(end -> SolsticeYear.ending(end).stream())
                .filter(month -> month.year() == year)
                .toList();
        StringBuilder lengths = new StringBuilder();
        months.forEach(month -> lengths.append(month.days() - 29));
        int leap = months.stream()
                .filter(LunarMonth::leap)
                .mapToInt(LunarMonth::number)
                .findFirst()
                .orElse(0);

        assertEquals(cells[1], LunarDate.newYear(year).toString());
        assertEquals(cells[2], String.valueOf(leap));
        if (OPEN.contains(year)) {
            assertOneMonthBeginsADayLaterOrEarlier(cells[3], lengths.toString());
        } else {
            assertEquals(cells[3], lengths.toString());
        }
    }

    private static void assertOneMonthBeginsADayLaterOrEarlier(String theirs, String ours) {
        List<Integer> different = IntStream.range(0, ours.length())
                .filter(month -> ours.charAt(month) != theirs.charAt(month))
                .boxed()
                .toList();
        assertEquals(2, different.size(), ours);
        assertEquals(different.get(0) + 1, different.get(1), ours);
    }

    static Stream<String> years() throws IOException {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                LunarDateTest.class.getResourceAsStream("/lunar-years.tsv"), StandardCharsets.UTF_8))) {
            return table.lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @Test
    void eachDayOfTwoCenturiesComesBackFromItsLunarDate() {
        LocalDate last = LocalDate.of(2100, 12, 31);
        for (LocalDate day = LocalDate.of(1901, 3, 1); !day.isAfter(last); day = day.plusDays(13)) {
            assertEquals(day, LunarDate.of(day).toDate());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2026, 10, false, 14",
        "2025-07-25, 2025, 6, true, 1",
        "2025-06-25, 2025, 6, false, 1",
        "2026-04-26, 2026, 3, false, 10",
        "2023-03-22, 2023, 2, true, 1",
        "2033-12-22, 2033, 11, true, 1"
    })
    void aDayHasItsLunarDate(LocalDate day, int year, int month, boolean leap, int dayOfMonth) {
        assertEquals(new LunarDate(year, month, leap, dayOfMonth), LunarDate.of(day));
    }

    @ParameterizedTest
    @CsvSource({"1984, 0, 0", "2024, 0, 4", "2025, 1, 5", "2026, 2, 6", "1983, 9, 11"})
    void theYearHasItsStemAndBranch(int year, int stem, int branch) {
        LunarDate day = new LunarDate(year, 1, false, 1);
        assertEquals(stem, day.stem());
        assertEquals(branch, day.branch());
    }

    @Test
    void anAnniversaryOfALeapMonthOrALongOneIsKeptAllTheSame() {
        assertEquals(new LunarDate(2026, 6, false, 3).toDate(), new LunarDate(2025, 6, true, 3).keptIn(2026));
        LunarDate thirtieth = new LunarDate(2025, 12, false, 30);
        LunarDate short12 = new LunarDate(2026, 12, false, 1);
        assertEquals(
                short12.toDate().plusDays(short12.monthLength() - 1L),
                new LunarDate(thirtieth.year(), 12, false, 30).keptIn(2026));
    }

    @Test
    void whatIsNoDateIsRefused() {
        assertThrows(DateTimeException.class, () -> new LunarDate(2026, 6, true, 1).toDate());
        assertThrows(DateTimeException.class, () -> new LunarDate(2026, 13, false, 1).toDate());
        assertThrows(DateTimeException.class, () -> new LunarDate(2026, 1, false, 31).toDate());
        assertThrows(DateTimeException.class, () -> LunarDate.of(LocalDate.of(2300, 1, 1)));
    }
}
