package org.sencrm.rest.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void numbersLoseNoDigit() throws Exception {
        assertEquals(
                Map.of("a", new BigDecimal("0.10000000000000000001"), "b", 3),
                Json.readObject("{\"a\":0.10000000000000000001,\"b\":3}"));
    }

    @Test
    void nothingAtAllHasNoMembers() throws Exception {
        assertEquals(Map.of(), Json.readObject("  "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "7",
                "null",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":1e999999999}",
                "{\"a\":{\"b\":[1e-999999]}}",
                "{\"a\":01}"
            })
    void whatIsNotOneCleanObjectIsRefused(String text) {
        assertThrows(JsonProcessingException.class, () -> Json.readObject(text));
    }

    @Test
    void depthIsBounded() {
        String deep = "{\"a\":".repeat(1000) + "1" + "}".repeat(1000);
        assertThrows(JsonProcessingException.class, () -> Json.readObject(deep));
    }

    @Test
    void aTextIsBounded() {
        String longText = "{\"a\":\"" + "x".repeat(1_000_001) + "\"}";
        assertThrows(JsonProcessingException.class, () -> Json.readObject(longText));
    }

    @Test
    void digitsAreBounded() {
        assertThrows(JsonProcessingException.class, () -> Json.readObject("{\"a\":" + "9".repeat(101) + "}"));
    }
}
