package org.sencrm.ui.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.Formats;

class FieldTextTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final FieldText vietnamese = words(FileTexts.VI);
    private final FieldText english = words(Locale.ENGLISH);

    private static FieldText words(Locale locale) {
        FileTexts texts = new FileTexts();
        TypeSamples types = new TypeSamples().with(TypeSamples.deals());
        return new FieldText(new Formats(locale, ZONE, texts), texts, types, locale, type -> true);
    }

    private static String shown(FieldText words, FieldKind kind, Object value) {
        return words.value("deals", TypeSamples.field("any", kind), value)
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    @Test
    void moneyStandsInGroupsOfThreeWithTheSignOfItsCurrency() {
        assertEquals("1.234.567 ₫", shown(vietnamese, FieldKind.MONEY, new Money(new BigDecimal("1234567"), "VND")));
        assertEquals("4.821 $", shown(vietnamese, FieldKind.MONEY, new Money(new BigDecimal("4821.0000"), "USD")));
        assertEquals("$1,054.50", shown(english, FieldKind.MONEY, new Money(new BigDecimal("1054.5"), "USD")));
    }

    @Test
    void numbersAndSharesFollowTheLanguage() {
        assertEquals("1.234,5", shown(vietnamese, FieldKind.NUMBER, new BigDecimal("1234.50")));
        assertEquals("1,234.5", shown(english, FieldKind.NUMBER, new BigDecimal("1234.50")));
        assertEquals("1.234.567", shown(vietnamese, FieldKind.NUMBER, new BigDecimal("1234567")));
        assertEquals("1998", shown(english, FieldKind.NUMBER, new BigDecimal("1998")));
        assertEquals("12,5 %", shown(vietnamese, FieldKind.PERCENT, new BigDecimal("12.5")));
    }

    @Test
    void daysBeginWithTheDayAndTimesAreThoseOfThePerson() {
        assertEquals("22/11/2026", shown(english, FieldKind.DATE, LocalDate.of(2026, 11, 22)));
        assertEquals("22/11/2026 14:05", shown(vietnamese, FieldKind.DATE_TIME, Instant.parse("2026-11-22T07:05:00Z")));
    }

    @Test
    void choicesAreShownByLabelAndUnknownOnesByCode() {
        var stage = TypeSamples.deals().field("stage").orElseThrow();
        assertEquals("Thắng", vietnamese.value("deals", stage, "Won"));
        assertEquals("Parked", vietnamese.value("deals", stage, "Parked"));
    }

    @Test
    void whatIsNotSetIsEmptyAndWhatIsGoneSaysSo() {
        assertEquals("", shown(english, FieldKind.MONEY, null));
        assertEquals(
                new FileTexts().text(Locale.ENGLISH, "value.gone"),
                shown(english, FieldKind.REFERENCE, new Reference("accounts", 1, null)));
    }

    @Test
    void richTextIsReadWithoutItsTagsAndAddressesOnOneLine() {
        assertEquals("Xin chào bạn", shown(vietnamese, FieldKind.RICH_TEXT, "<p>Xin <b>chào</b> bạn</p>"));
        assertEquals("12 Lê Lợi, Đà Nẵng", shown(vietnamese, FieldKind.ADDRESS, "12 Lê Lợi\nĐà Nẵng"));
    }

    @Test
    void severalRecordsAreListed() {
        assertEquals(
                "An, Bình",
                shown(
                        vietnamese,
                        FieldKind.REFERENCES,
                        List.of(new Reference("users", 1, "An"), new Reference("users", 2, "Bình"))));
    }
}
