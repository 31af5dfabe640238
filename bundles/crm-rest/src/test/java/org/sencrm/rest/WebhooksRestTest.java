package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries of webhooks, and which inner hosts may be asked. */
class WebhooksRestTest {

    private static final String DELIVERIES = "/api/v1/webhooks/40/deliveries";
    private static final String OUTBOUND = "/api/v1/settings/outbound";

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
    void deliveriesComeNewestFirstAndInPages() throws Exception {
        JsonNode first = rest.get(DELIVERIES + "?limit=1").json();
        assertEquals("test", first.at("/items/0/event").asText());
        assertTrue(first.at("/items/0/eventId").isNull());
        assertTrue(first.at("/items/0/record").isNull());
        assertEquals("waiting", first.at("/items/0/state").asText());

        JsonNode second =
                rest.get(DELIVERIES + "?cursor=" + first.get("next").asText()).json();
        assertEquals("accounts.updated", second.at("/items/0/event").asText());
        assertEquals("7", second.at("/items/0/eventId").asText());
        assertEquals("1", second.at("/items/0/record/id").asText());
        assertEquals(503, second.at("/items/0/status").asInt());
        assertEquals(12, second.at("/items/0/ms").asInt());
        assertEquals(8, second.at("/items/0/tries").asInt());
        assertEquals("refused", second.at("/items/0/problem").asText());
        assertEquals("2026-01-02T03:04:05Z", second.at("/items/0/triedAt").asText());
        assertTrue(second.get("next").isNull());
    }

    @Test
    void aTestAndARepetitionAreOnTheirWay() throws Exception {
        RestOverHttp.Answer test = rest.post("/api/v1/webhooks/40/test", "");
        assertEquals(202, test.status());
        assertEquals("53", test.json().get("id").asText());
        assertEquals(DELIVERIES, test.header("Location"));

        RestOverHttp.Answer repeated = rest.post(DELIVERIES + "/51/repeat", "");
        assertEquals(202, repeated.status());
        assertEquals("54", repeated.json().get("id").asText());
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertEquals(404, rest.get("/api/v1/webhooks/41/deliveries").status());
        assertEquals(404, rest.post("/api/v1/webhooks/41/test", "").status());
        assertEquals(404, rest.post(DELIVERIES + "/50/repeat", "").status());
        assertEquals(404, rest.get("/api/v1/webhooks/abc/deliveries").status());
    }

    @Test
    void innerHostsAreAllowedByName() throws Exception {
        assertEquals(0, rest.get(OUTBOUND).json().get("allowedHosts").size());

        RestOverHttp.Answer answer =
                rest.send("PUT", OUTBOUND, "{\"allowedHosts\":[\"ERP.intern:8080\",\"10.0.0.7\",\"[fd00::1]:80\"]}");

        assertEquals(200, answer.status());
        assertEquals("erp.intern:8080", answer.json().at("/allowedHosts/0").asText());
        assertEquals(3, rest.get(OUTBOUND).json().get("allowedHosts").size());
        rest.send("PUT", OUTBOUND, "{\"allowedHosts\":[]}");
        assertEquals(0, rest.get(OUTBOUND).json().get("allowedHosts").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"allowedHosts\":\"a\"}",
                "{\"allowedHosts\":[\"a,b\"]}",
                "{\"allowedHosts\":[\"http://a/\"]}",
                "{\"allowedHosts\":[\"a b\"]}",
                "{\"allowedHosts\":[\"\"]}",
                "{\"allowedHosts\":[],\"more\":1}"
            })
    void whatIsNoHostIsRefused(String body) throws Exception {
        assertEquals(400, rest.send("PUT", OUTBOUND, body).status());
    }

    @Test
    void onlyAdministratorsDecideWhichHostsMayBeAsked() throws Exception {
        rest.crm.administrator = false;

        assertEquals(403, rest.get(OUTBOUND).status());
        assertEquals(
                403, rest.send("PUT", OUTBOUND, "{\"allowedHosts\":[\"a\"]}").status());
    }
}
