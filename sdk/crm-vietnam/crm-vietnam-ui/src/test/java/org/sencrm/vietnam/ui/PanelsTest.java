package org.sencrm.vietnam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sencrm.vietnam.calendar.Holiday;
import org.sencrm.vietnam.calendar.Holidays;
import org.sencrm.vietnam.tax.TaxCode;

class PanelsTest {

    @Test
    void bothLanguagesSayTheSameThingsWithTheSameValues() throws IOException {
        assertEquals(places(texts("en")), places(texts("vi")));
    }

    private static Set<String> places(Properties texts) {
        Set<String> places = new TreeSet<>();
        texts.forEach((key, text) -> places.add(
                key + " " + new MessageFormat((String) text, Locale.ENGLISH).getFormatsByArgumentIndex().length));
        return places;
    }

    /** Keys that are made of codes are in the files. */
    @Test
    void everyKindOfTaxCodeEveryHolidayAndEveryYearHasItsName() throws IOException {
        Set<String> wanted = Stream.of(
                        Arrays.stream(TaxCode.Kind.values())
                                .map(kind ->
                                        "vietnam.taxCode.kind." + kind.name().toLowerCase(Locale.ROOT)),
                        Arrays.stream(Holiday.Name.values()).map(Holiday.Name::key),
                        IntStream.range(0, 10).mapToObj(stem -> "vietnam.lunar.stem." + stem),
                        IntStream.range(0, 12).mapToObj(branch -> "vietnam.lunar.branch." + branch))
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
        wanted.removeAll(texts("vi").stringPropertyNames());

        assertEquals(Set.of(), wanted);
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader file = new InputStreamReader(
                PanelsTest.class.getResourceAsStream("/OSGI-INF/l10n/messages_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(file);
        }
        return texts;
    }

    /** 15 August 1990 is the 25th of the sixth lunar month. */
    @ParameterizedTest
    @CsvSource({
        "1990-08-15, 2026-01-01, 2026-08-07",
        "1990-08-15, 2026-08-07, 2026-08-07",
        "1990-08-15, 2026-08-08, 2027-07-28",
        "1990-01-20, 2026-01-01, 2026-02-11"
    })
    void aBirthdayIsKeptOnItsLunarDay(LocalDate birthday, LocalDate today, LocalDate next) {
        assertEquals(next, BirthdayPanel.next(birthday, today));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-20, 2026-02-23", "2026-04-30, 2026-05-04", "2026-11-24, 2026-11-25", "2026-04-26, 2026-04-27"})
    void afterAHolidayWorkBeginsOnTheNextDayThatIsNeitherFreeNorAtTheWeekend(LocalDate last, LocalDate work) {
        assertEquals(work, DueDatePanel.nextWorkday(new Holidays(1, true), last));
    }
}
