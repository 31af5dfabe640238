package org.sencrm.ui.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Reference;

class FormatsTest {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Formats formats = new Formats(VIETNAMESE, SAIGON, new KeysAsTexts());
    private final Formats english = new Formats(Locale.ENGLISH, SAIGON, new KeysAsTexts());

    @Test
    void moneyInDongHasDotsAndNoDecimals() {
        assertEquals("1.234.567 ₫", formats.any(new Money(new BigDecimal("1234567.00"), "VND")));
    }

    @Test
    void moneyWithCentsShowsBothOfThem() {
        assertEquals("$1,054.50", english.money(new Money(new BigDecimal("1054.5"), "USD")));
        assertEquals("$1,054", english.money(new Money(new BigDecimal("1054.00"), "USD")));
        assertEquals("-$3", english.money(new Money(new BigDecimal("-3"), "USD")));
        assertEquals("CHF 3", english.money(new Money(new BigDecimal("3"), "CHF")));
    }

    @Test
    void daysAndTimesAreThoseOfThePersonsZone() {
        Instant evening = Instant.parse("2026-11-22T17:05:00Z");

        assertEquals("23/11/2026 00:05", formats.any(evening));
        assertEquals("22/11/2026", formats.any(LocalDate.of(2026, 11, 22)));
    }

    @Test
    void longDayNamesTheWeekday() {
        assertEquals("Chủ Nhật, 22/11/2026", formats.longDay(LocalDate.of(2026, 11, 22)));
    }

    @Test
    void listsAreJoinedAndARecordThatIsGoneSaysSo() {
        Object value = List.of(new Reference("users", 1, "An"), Reference.to("users", 2));

        assertEquals("An, value.gone", formats.any(value));
    }

    @Test
    void durationIsGivenInHoursAndMinutes() {
        assertEquals("value.duration[1, 30]", formats.any(Duration.ofMinutes(90)));
    }

    @Test
    void nothingIsShownForNoValue() {
        assertEquals("", formats.any(null));
        assertEquals("", formats.percent(null));
    }
}
