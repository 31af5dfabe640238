package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules for records as they travel. */
class RulesRestTest {

    private static final String RULES = "/api/v1/fields/accounts/rules";

    private RestOverHttp rest;

    @BeforeEach
    void start() throws Exception {
        rest = new RestOverHttp();
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    @Test
    void aRuleIsMadeReadChangedAndRemoved() throws Exception {
        var made = rest.post(RULES, "{\"kind\":\"refuse\",\"condition\":\"amount > 5\",\"message\":\"Too big\"}");
        assertEquals(201, made.status());
        assertEquals(RULES + "/1", made.header("Location"));
        JsonNode rule = rest.get(RULES).json().get(0);
        assertEquals("1", rule.get("id").asText());
        assertEquals("refuse", rule.get("kind").asText());
        assertEquals("amount > 5", rule.get("condition").asText());
        assertEquals("Quá lớn", rule.at("/message/vi").asText());
        assertEquals(
                412,
                rest.patch(RULES + "/1", "\"7\"", "{\"condition\":\"amount > 6\"}")
                        .status());
        var changed = rest.patch(RULES + "/1", "\"1\"", "{\"condition\":\"amount > 6\"}");
        assertEquals("\"2\"", changed.header("ETag"));
        assertEquals(
                "amount > 6", rest.get(RULES + "/1").json().get("condition").asText());
        assertEquals(204, rest.send(rest.anna(RULES + "/1").DELETE()).status());
        assertEquals(404, rest.get(RULES + "/1").status());
        assertEquals(404, rest.get(RULES + "/one").status());
    }
}
