package org.sencrm.rest.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;

class ValuesTest {

    @Test
    void moneyTravelsAsTextWithTheDecimalsOfItsCurrency() throws IOException {
        assertEquals("{\"amount\":\"1054.00\",\"currency\":\"USD\"}", json(new Money(new BigDecimal("1054"), "USD")));
        assertEquals("{\"amount\":\"25000000\",\"currency\":\"VND\"}", json(new Money(new BigDecimal("2.5E7"), "VND")));
    }

    @Test
    void referencesCarryTypeIdAsTextAndLabel() throws IOException {
        assertEquals(
                "{\"type\":\"users\",\"id\":\"9007199254740993\",\"label\":\"Đỗ An\"}",
                json(new Reference("users", 9007199254740993L, "Đỗ An")));
        assertEquals("{\"type\":\"users\",\"id\":\"1\",\"label\":null}", json(Reference.to("users", 1)));
    }

    @Test
    void timesAreIsoAndUtc() throws IOException {
        assertEquals("\"2026-05-04T03:02:01Z\"", json(Instant.parse("2026-05-04T03:02:01Z")));
        assertEquals("\"2026-05-04\"", json(LocalDate.of(2026, 5, 4)));
        assertEquals("\"PT1H30M\"", json(Duration.ofMinutes(90)));
    }

    @Test
    void numbersKeepTheirDigitsAndKnowNoExponent() throws IOException {
        assertEquals("12.50", json(new BigDecimal("12.50")));
        assertEquals("10000000000000000000000", json(new BigDecimal("1E22")));
        assertEquals("7", json(7L));
        assertEquals("true", json(true));
    }

    @Test
    void listsAndStructuresKeepTheirShape() throws IOException {
        Map<String, Object> structure = new LinkedHashMap<>();
        structure.put("actions", List.of("read"));
        structure.put("none", null);
        assertEquals("{\"actions\":[\"read\"],\"none\":null}", json(structure));
        assertEquals("[1,null]", json(Arrays.asList(1, null)));
    }

    @Test
    void aRecordBeginsWithIdTypeAndVersionAndKeepsTheOrderOfItsFields() throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "Sen");
        values.put("phone", null);
        values.put("id", 5L);
        values.put("owner", new Reference("users", 7, "Anna"));
        assertEquals(
                "{\"id\":\"5\",\"type\":\"accounts\",\"version\":3,\"name\":\"Sen\",\"phone\":null,"
                        + "\"owner\":{\"type\":\"users\",\"id\":\"7\",\"label\":\"Anna\"}}",
                json(new RecordData("accounts", 5, 3, values)));
    }

    @Test
    void whatHasNoJsonFormIsNoSecretLeak() {
        assertThrows(IllegalArgumentException.class, () -> json(new Object()));
    }

    private static String json(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Json.generator(bytes)) {
            Values.any(out, value);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
