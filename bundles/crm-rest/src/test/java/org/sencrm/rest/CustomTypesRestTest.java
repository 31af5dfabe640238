package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Record types of administrators as they travel. */
class CustomTypesRestTest {

    private static final String TYPES = "/api/v1/types/custom";
    private static final String EQUIPMENT = TYPES + "/c_equipment";

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
    void aTypeIsMadeAndRead() throws Exception {
        var made = make();
        assertEquals(201, made.status());
        assertEquals(EQUIPMENT, made.header("Location"));
        assertEquals("\"1\"", made.header("ETag"));
        JsonNode type = rest.get(TYPES).json().get(0);
        assertEquals("c_equipment", type.get("name").asText());
        assertEquals("Thiết bị", type.at("/label/vi").asText());
        assertEquals("Mọi thiết bị", type.get("plural").asText());
        assertTrue(type.get("nameLabel").isNull());
        assertEquals("puzzle", type.get("icon").asText());
        assertEquals("customers", type.get("group").asText());
        assertFalse(type.get("administrative").asBoolean());
        assertFalse(type.get("retired").asBoolean());
        assertEquals(type, rest.get(EQUIPMENT).json());
        assertEquals(404, rest.get(TYPES + "/accounts").status());
    }

    @Test
    void aTypeIsRetiredAndTakenBack() throws Exception {
        make();
        assertEquals(412, rest.patch(EQUIPMENT, "\"7\"", "{\"retired\":true}").status());
        var retired = rest.patch(EQUIPMENT, "\"1\"", "{\"retired\":true}");
        assertEquals("\"2\"", retired.header("ETag"));
        assertTrue(rest.get(EQUIPMENT).json().get("retired").asBoolean());
        assertEquals(200, rest.patch(EQUIPMENT, null, "{\"retired\":false}").status());
        assertFalse(rest.get(EQUIPMENT).json().get("retired").asBoolean());
        assertEquals(405, rest.send(rest.anna(EQUIPMENT).DELETE()).status());
    }

    @Test
    void aLabelForOneLanguageLeavesTheOther() throws Exception {
        make();
        rest.patch(EQUIPMENT, "\"1\"", "{\"label\":{\"en\":\"Machine\"}}");
        assertEquals(Map.of("label", Map.of("vi", "Thiết bị", "en", "Machine")), rest.crm.customTypes.received);
    }

    private RestOverHttp.Answer make() throws Exception {
        return rest.post(
                TYPES,
                "{\"name\":\"equipment\",\"label\":{\"vi\":\"Thiết bị\",\"en\":\"Equipment\"},\"icon\":\"puzzle\"}");
    }
}
