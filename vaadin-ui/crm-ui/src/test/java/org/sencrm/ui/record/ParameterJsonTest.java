package org.sencrm.ui.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import elemental.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Reference;

class ParameterJsonTest {

    @Test
    void whatAnInputHoldsComesBackFromWhatIsStored() {
        Map<FieldKind, Object> values = Map.of(
                FieldKind.TEXT, "Gọi lại “sớm”",
                FieldKind.NUMBER, new BigDecimal("12.5"),
                FieldKind.BOOLEAN, true,
                FieldKind.DATE, LocalDate.of(2026, 11, 22),
                FieldKind.DATE_TIME, Instant.parse("2026-11-22T08:00:00Z"),
                FieldKind.DURATION, Duration.ofMinutes(90),
                FieldKind.MONEY, new Money(new BigDecimal("1200000000000000.25"), "VND"),
                FieldKind.CHOICES, List.of("a", "b"),
                FieldKind.REFERENCE, Reference.to("accounts", 7),
                FieldKind.REFERENCES, List.of(Reference.to("accounts", 7)));
        values.forEach((kind, value) -> {
            JsonObject stored = ParameterJson.object(
                            "{\"it\":" + ParameterJson.write(value).toJson() + "}")
                    .orElseThrow();
            assertEquals(value, ParameterJson.read(field(kind), stored.get("it")), kind.name());
        });
    }

    @Test
    void aNumberThatJsonWouldRoundIsStoredAsText() {
        BigDecimal long17 = new BigDecimal("12345678901234567");

        assertEquals("\"12345678901234567\"", ParameterJson.write(long17).toJson());
        assertEquals(long17, ParameterJson.read(field(FieldKind.NUMBER), ParameterJson.write(long17)));
        assertEquals("5", ParameterJson.write(new BigDecimal("5")).toJson());
    }

    @Test
    void aValueOfAnotherKindIsNotShown() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ParameterJson.read(field(FieldKind.DATE), ParameterJson.typed("soon")));
        assertThrows(
                IllegalArgumentException.class,
                () -> ParameterJson.read(field(FieldKind.TEXT), ParameterJson.typed("12")));
        assertThrows(
                IllegalArgumentException.class,
                () -> ParameterJson.read(field(FieldKind.MONEY), ParameterJson.typed("{}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "12 months", "12", "true", "[1,2]", "{\"a\":\"b\"}", "\"12\""})
    void whatIsTypedIsShownAsItWasTyped(String typed) {
        assertEquals(typed, ParameterJson.typing(ParameterJson.typed(typed)));
    }

    @Test
    void nothingTypedIsNothing() {
        assertTrue(ParameterJson.isNothing(ParameterJson.typed(" ")));
        assertNull(ParameterJson.typing(ParameterJson.typed("null")));
    }

    @Test
    void objectsAreTheSameWhateverTheirOrder() {
        JsonObject one =
                ParameterJson.object("{ \"a\": 1, \"b\": {\"c\": null} }").orElseThrow();

        assertTrue(ParameterJson.same(
                one, ParameterJson.object("{\"b\":{\"c\":null},\"a\":1}").orElseThrow()));
        assertFalse(ParameterJson.same(one, ParameterJson.object("{\"a\":1}").orElseThrow()));
        assertEquals(Optional.empty(), ParameterJson.object("[1]"));
        assertEquals(Optional.empty(), ParameterJson.object("{\"a\""));
        assertEquals(0, ParameterJson.object(null).orElseThrow().keys().length);
    }

    private static Field field(FieldKind kind) {
        List<String> targets =
                kind == FieldKind.REFERENCE || kind == FieldKind.REFERENCES ? List.of("accounts") : List.of();
        return new Field("it", kind, false, false, false, false, 0, targets, List.of(), false, false, false);
    }
}
