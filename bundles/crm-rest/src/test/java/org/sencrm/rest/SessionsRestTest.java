package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Browsers in which somebody is signed in. */
class SessionsRestTest {

    private static final String SESSIONS = "/api/v1/auth/sessions";

    private static RestOverHttp rest;

    @BeforeAll
    static void start() throws Exception {
        rest = new RestOverHttp();
    }

    @AfterAll
    static void stop() throws Exception {
        rest.close();
    }

    @Test
    void theOwnSessionsAreListed() throws Exception {
        JsonNode session = rest.send(rest.anna(SESSIONS)).json().get(0);
        assertEquals("5", session.get("id").asText());
        assertTrue(session.get("address").isNull());
        assertEquals("Firefox · Linux", session.get("device").asText());
        assertEquals("2026-03-02T08:00:00Z", session.get("startedAt").asText());
    }

    @Test
    void thoseOfAnotherAreForbidden() throws Exception {
        assertEquals(403, rest.send(rest.anna(SESSIONS + "?user=99")).status());
        assertEquals(404, rest.send(rest.anna(SESSIONS + "?user=x")).status());
        assertEquals(401, rest.send(rest.open(SESSIONS)).status());
    }

    @Test
    void theHistoryIsReadPageByPage() throws Exception {
        String address = "/api/v1/auth/sign-ins";
        JsonNode page = rest.send(rest.anna(address + "?limit=1")).json();
        assertEquals(1, page.get("items").size());
        assertEquals("signedIn", page.get("items").get(0).get("outcome").asText());
        JsonNode next = rest.send(rest.anna(
                        address + "?limit=1&cursor=" + page.get("next").asText()))
                .json();
        assertEquals("nameLocked", next.get("items").get(0).get("outcome").asText());
        assertTrue(next.get("items").get(0).get("user").isNull());
        assertEquals(403, rest.send(rest.anna(address + "?user=all")).status());
        assertEquals(400, rest.send(rest.anna(address + "?limit=201")).status());
    }

    @Test
    void oneIsEnded() throws Exception {
        assertEquals(204, rest.send(rest.anna(SESSIONS + "/5").DELETE()).status());
        assertEquals(404, rest.send(rest.anna(SESSIONS + "/6").DELETE()).status());
    }
}
