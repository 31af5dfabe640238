package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shares and explanations, on the line. */
class SharesRestTest {

    private static final String SHARES = "/api/v1/accounts/1/shares";
    private static final String MINH = "{\"with\":{\"type\":\"users\",\"id\":\"7\"},\"mayChange\":true}";

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
    void aRecordIsSharedAndThatIsTakenBack() throws Exception {
        RestOverHttp.Answer shared = rest.post(SHARES, MINH);

        assertEquals(201, shared.status(), shared.text());
        assertEquals(SHARES + "/1", shared.header("Location"));
        JsonNode share = rest.get(SHARES).json().at("/items/0");
        assertEquals(shared.json(), share);
        assertEquals("Minh", share.at("/with/label").asText());
        assertTrue(share.get("mayChange").asBoolean());
        assertEquals("Anna", share.at("/by/label").asText());
        assertEquals("1970-01-01T00:00:00Z", share.get("at").asText());
        assertEquals(204, rest.send("DELETE", SHARES + "/1", "").status());
        assertEquals(404, rest.send("DELETE", SHARES + "/1", "").status());
        assertEquals(0, rest.get(SHARES).json().get("items").size());
    }

    @Test
    void whatMakesNoSenseIsRefused() throws Exception {
        assertEquals(422, rest.post(SHARES, MINH.replace("users", "teams")).status());
        for (String body :
                new String[] {"{}", "{\"with\":7}", "{\"with\":{\"type\":\"users\"}}", MINH.replace("mayChange", "may")
                }) {
            assertEquals(400, rest.post(SHARES, body).status(), body);
        }
        assertEquals(
                403, rest.post(SHARES.replace("accounts/1", "accounts/2"), MINH).status());
        assertEquals(
                404, rest.post(SHARES.replace("accounts/1", "accounts/3"), MINH).status());
        assertEquals(404, rest.get("/api/v1/nothing/1/shares").status());
    }

    @Test
    void itIsExplainedWhySomebodyMaySeeARecord() throws Exception {
        JsonNode why = rest.get("/api/v1/accounts/1/access?user=7").json();

        assertEquals("[\"read\"]", why.get("rights").toString());
        JsonNode reason = why.at("/reasons/0");
        assertEquals("read", reason.get("right").asText());
        assertEquals("Sellers", reason.at("/role/label").asText());
        assertEquals("own", reason.get("scope").asText());
        assertEquals("shared", reason.get("because").asText());
        assertEquals("7", reason.at("/through/id").asText());
        assertEquals(
                "[{\"right\":\"update\",\"because\":\"outOfReach\"}]",
                why.get("refusals").toString());
        assertEquals("[\"email\",\"taxCode\"]", why.get("hiddenFields").toString());
        assertEquals(400, rest.get("/api/v1/accounts/1/access").status());
        assertEquals(403, rest.get("/api/v1/accounts/2/access?user=7").status());
    }
}
