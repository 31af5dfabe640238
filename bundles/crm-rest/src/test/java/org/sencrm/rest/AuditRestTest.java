package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit trail in REST. */
class AuditRestTest {

    private static final String AUDIT = "/api/v1/audit";

    private RestOverHttp rest;

    @BeforeEach
    void start() throws Exception {
        rest = new RestOverHttp();
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    private JsonNode json(String address) throws Exception {
        return rest.send(rest.anna(address)).json();
    }

    private int status(String address) throws Exception {
        return rest.send(rest.anna(address)).status();
    }

    @Test
    void entriesAreReadPageByPage() throws Exception {
        JsonNode page = json(AUDIT + "?limit=1");
        JsonNode entry = page.get("items").get(0);
        assertEquals("2", entry.get("number").asText());
        assertEquals("2026-03-02T08:00:00Z", entry.get("at").asText());
        assertEquals("7", entry.get("user").asText());
        assertEquals("accounts", entry.get("type").asText());
        assertEquals("5", entry.get("subject").asText());
        assertEquals(3, entry.get("details").get("lines").asInt());
        JsonNode next = json(AUDIT + "?limit=1&cursor=" + page.get("next").asText());
        assertEquals("signIn.refused", next.get("items").get(0).get("kind").asText());
        assertTrue(next.get("items").get(0).get("user").isNull());
        assertTrue(json(AUDIT).get("next").isNull());
    }

    @Test
    void filtersArePassedOn() throws Exception {
        json(AUDIT
                + "?user=7&kind=signIn.&type=accounts&subject=5&from=2026-03-01T00:00:00Z&until=2026-04-01T00:00:00Z");
        assertEquals(7L, rest.crm.audit.asked.user());
        assertEquals("signIn.", rest.crm.audit.asked.kind());
        assertEquals("accounts", rest.crm.audit.asked.type());
        assertEquals("5", rest.crm.audit.asked.subject());
        assertEquals(Instant.parse("2026-03-01T00:00:00Z"), rest.crm.audit.asked.from());
        assertEquals(Instant.parse("2026-04-01T00:00:00Z"), rest.crm.audit.asked.until());
        assertEquals("127.0.0.1", rest.crm.audit.address);
        assertEquals(400, status(AUDIT + "?from=yesterday"));
        assertEquals(400, status(AUDIT + "?limit=201"));
        assertEquals(400, status(AUDIT + "?other=1"));
    }

    @Test
    void nobodyElseReadsItByAnyAddress() throws Exception {
        rest.crm.audit.allowed = false;
        for (String address : new String[] {AUDIT, AUDIT + "/csv", AUDIT + "/verification"}) {
            assertEquals(403, status(address), address);
            assertEquals(401, rest.send(rest.open(address)).status(), address);
        }
    }

    @Test
    void theFileIsSavedAndNotShown() throws Exception {
        RestOverHttp.Answer answer = rest.send(rest.anna(AUDIT + "/csv"));
        assertEquals(200, answer.status());
        assertEquals("text/csv;charset=UTF-8", answer.header("Content-Type").replace(" ", ""));
        assertTrue(answer.header("Content-Disposition").startsWith("attachment; filename=\"audit-"));
    }

    @Test
    void theCheckNamesTheHeadOrWhatIsWrong() throws Exception {
        JsonNode whole = json(AUDIT + "/verification");
        assertTrue(whole.get("whole").asBoolean());
        assertEquals(FakeAuditTrail.HEAD, whole.get("head").asText());
        assertEquals("9", whole.get("changes").asText());
        assertTrue(whole.get("flaw").isNull());
        JsonNode broken = json(AUDIT + "/verification?expect=" + FakeAuditTrail.HEAD);
        assertFalse(broken.get("whole").asBoolean());
        assertEquals("changed", broken.get("flaw").asText());
        assertEquals("2", broken.get("entry").asText());
    }
}
