package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs at set times, automations, and profiles for imports. */
class AutomaticRestTest {

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
    void aJobIsShownWithItsLastAndNextRun() throws Exception {
        JsonNode jobs = rest.get("/api/v1/jobs/schedules").json().get("items");
        assertEquals("core.sweep", jobs.at("/0/name").asText());
        assertEquals("daily 03:10", jobs.at("/0/schedule").asText());
        assertEquals("2026-01-03T03:10:00Z", jobs.at("/0/nextAt").asText());
        assertEquals("done", jobs.at("/0/last/state").asText());
        assertEquals(7, jobs.at("/0/last/result/rows").asInt());
        assertTrue(jobs.at("/1/nextAt").isNull());
        assertTrue(jobs.at("/1/last").isNull());
    }

    @Test
    void aJobIsRunNow() throws Exception {
        RestOverHttp.Answer run = rest.post("/api/v1/jobs/schedules/core.sweep/run", "");
        assertEquals(202, run.status());
        assertEquals("/api/v1/jobs/62", run.header("Location"));
        assertEquals(404, rest.post("/api/v1/jobs/schedules/nothing/run", "").status());
    }

    @Test
    void automationsOfferWhatThereIs() throws Exception {
        JsonNode offers = rest.get("/api/v1/automations/offers").json();
        assertEquals("acme.overdue", offers.at("/triggers/0/code").asText());
        assertEquals("opportunities", offers.at("/triggers/0/types/0").asText());
        assertEquals("text", offers.at("/actions/0/parameters/0/kind").asText());
        assertTrue(offers.at("/actions/0/parameters/0/required").asBoolean());
        assertTrue(offers.at("/actions/0/parameters/1/kind").isNull());
        assertEquals("fields", offers.at("/actions/0/parameters/0/source/of").asText());
        assertTrue(offers.at("/actions/0/parameters/1/source").isNull());
    }

    @Test
    void runsComeNewestFirstAndInPages() throws Exception {
        JsonNode first = rest.get("/api/v1/automations/70/runs?limit=1").json();
        assertEquals("failed", first.at("/items/0/state").asText());
        assertEquals("No", first.at("/items/0/message").asText());
        assertEquals("1", first.at("/items/0/record/id").asText());
        JsonNode second = rest.get("/api/v1/automations/70/runs?cursor="
                        + first.get("next").asText())
                .json();
        assertEquals("done", second.at("/items/0/state").asText());
        assertTrue(second.get("next").isNull());
        assertEquals(404, rest.get("/api/v1/automations/71/runs").status());
    }

    @Test
    void profilesAreListedByType() throws Exception {
        JsonNode profiles =
                rest.get("/api/v1/imports/profiles?type=accounts").json().get("items");
        assertEquals("acme.customers", profiles.at("/0/name").asText());
        assertEquals("CustNo", profiles.at("/0/recognisedBy/0").asText());
        assertEquals("externalId", profiles.at("/0/key").asText());
        assertEquals(
                0,
                rest.get("/api/v1/imports/profiles?type=contacts")
                        .json()
                        .get("items")
                        .size());
    }
}
