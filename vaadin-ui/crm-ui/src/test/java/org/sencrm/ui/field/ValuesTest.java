package org.sencrm.ui.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Reference;

class ValuesTest {

    @Test
    void whatMeansTheSameIsNoChange() {
        assertTrue(Values.same(new BigDecimal("1.0"), new BigDecimal("1")));
        assertTrue(Values.same(new Money(new BigDecimal("5.00"), "USD"), new Money(new BigDecimal("5"), "USD")));
        assertTrue(Values.same(new Reference("users", 1, "An"), Reference.to("users", 1)));
        assertTrue(Values.same(null, false));
        assertTrue(Values.same(null, List.of()));
        assertTrue(Values.same(List.of("a", "b"), List.of("b", "a")));
    }

    @Test
    void anotherMeaningIsAChange() {
        assertFalse(Values.same(new Money(BigDecimal.ONE, "USD"), new Money(BigDecimal.ONE, "VND")));
        assertFalse(Values.same(new Reference("users", 1, "An"), new Reference("users", 2, "An")));
        assertFalse(Values.same(null, true));
        assertFalse(Values.same("a", null));
    }

    @Test
    void lengthsOfTimeAreReadAsHoursAndMinutesOrAsMinutes() {
        assertEquals(Duration.ofMinutes(90), DurationText.read("1:30"));
        assertEquals(Duration.ofMinutes(45), DurationText.read(" 45 "));
        assertNull(DurationText.read("1:75"));
        assertEquals("1:05", DurationText.write(Duration.ofMinutes(65)));
    }

    @Test
    void initialsAreThoseOfTheLastTwoWords() {
        assertEquals("GV", Initials.of("Nội thất Gỗ Việt"));
        assertEquals("NA", Initials.of("Nguyễn An"));
        assertEquals("Đ", Initials.of(" đạt "));
        assertEquals("?", Initials.of(null));
    }

    @Test
    void onlyWebAddressesBecomeLinks() {
        assertTrue(ValueView.isWeb("https://hadang.vn"));
        assertFalse(ValueView.isWeb("javascript:alert(1)"));
    }
}
