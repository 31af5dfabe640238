package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A configuration as it travels. */
class ConfigurationRestTest {

    private static final String CONFIGURATION = "/api/v1/configuration";
    private static final String CHANGES = CONFIGURATION + "/changes";

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
    void theFileComesAsItIs() throws Exception {
        var file = rest.get(CONFIGURATION);
        assertEquals(FakeConfiguration.FILE, file.text());
        assertTrue(file.header("Content-Type").startsWith("application/json"));
        assertTrue(file.header("Content-Disposition").contains("configuration.json"));
    }

    @Test
    void aFileIsTriedOutAndPromoted() throws Exception {
        String file = FakeConfiguration.FILE;
        JsonNode planned = rest.post(CONFIGURATION + "?dryRun=true", file).json();
        assertTrue(planned.get("dryRun").asBoolean());
        assertEquals(1, planned.get("changed").asInt());
        assertEquals(0, planned.get("refused").asInt());
        JsonNode item = planned.get("items").get(0);
        assertEquals("settings", item.get("part").asText());
        assertEquals("changed", item.get("state").asText());
        assertEquals("Sen", item.at("/before/value").asText());
        assertEquals("Công ty Sen", item.at("/after/value").asText());
        assertTrue(item.get("reason").isNull());
        assertFalse(rest.post(CONFIGURATION, file).json().get("dryRun").asBoolean());
        assertEquals(400, rest.post(CONFIGURATION + "?dryRun=perhaps", file).status());
        assertEquals(400, rest.post(CONFIGURATION, "{\"format\":1}").status());
    }

    @Test
    void aChangeIsToldAndTakenBack() throws Exception {
        JsonNode area = rest.get(CHANGES).json().get(0);
        assertEquals("Company settings", area.get("label").asText());
        JsonNode change = area.get("changes").get(0);
        assertEquals("Currency", change.get("label").asText());
        assertEquals("VND", change.at("/value/value").asText());
        assertEquals("USD", change.at("/declared/value").asText());
        assertEquals("Anna", change.at("/changedBy/label").asText());
        assertTrue(change.get("canTakeBack").asBoolean());
        String address = CHANGES + "?part=settings&key=company.currency";
        assertEquals(400, rest.send(rest.anna(CHANGES).DELETE()).status());
        String seen = change.get("version").asText();
        assertEquals(
                412,
                rest.send(rest.anna(address).header("If-Match", "\"7\"").DELETE())
                        .status());
        assertEquals(
                204,
                rest.send(rest.anna(address)
                                .header("If-Match", '"' + seen + '"')
                                .DELETE())
                        .status());
        assertEquals(404, rest.send(rest.anna(address).DELETE()).status());
        assertEquals(0, rest.get(CHANGES).json().get(0).get("changes").size());
    }
}
