package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Custom fields as they travel. */
class FieldsRestTest {

    private static final String FIELDS = "/api/v1/fields/accounts";

    private RestOverHttp rest;

    @BeforeEach
    void start() throws Exception {
        rest = new RestOverHttp();
        rest.post(FIELDS, "{\"name\":\"region\",\"kind\":\"choice\",\"label\":\"Khu vực\"}");
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    @Test
    void aFieldIsMadeAndReadBack() throws Exception {
        var made = rest.post(
                FIELDS, "{\"name\":\"area\",\"kind\":\"choice\",\"label\":{\"vi\":\"Vùng\",\"en\":\"Area\"}}");
        assertEquals(201, made.status());
        assertEquals(FIELDS + "/area", made.header("Location"));
        assertEquals("\"1\"", made.header("ETag"));
        JsonNode all = rest.get(FIELDS).json();
        assertEquals("Khu vực", all.get(0).get("label").asText());
        assertEquals("Area", all.get(1).get("label").get("en").asText());
        assertEquals("North", all.get(1).at("/options/0/label/en").asText());
        assertEquals("n", rest.get(FIELDS + "/area").json().get("default").asText());
    }

    @Test
    void aFormulaTellsItsExpressionAndItsResult() throws Exception {
        rest.post(FIELDS, "{\"name\":\"twice\",\"kind\":\"formula\",\"label\":\"x\",\"expression\":\"a * 2\"}");
        JsonNode made = rest.get(FIELDS + "/twice").json();
        assertEquals("formula", made.get("kind").asText());
        assertEquals("number", made.get("result").asText());
        assertEquals("a * 2", made.get("expression").asText());
        assertEquals(
                true,
                rest.get(FIELDS + "/region").json().at("/options/0/retired").asBoolean());
    }

    @Test
    void aLabelForOneLanguageLeavesTheOther() throws Exception {
        var changed = rest.patch(FIELDS + "/region", "\"1\"", "{\"label\":{\"en\":\"Region\"}}");
        assertEquals(200, changed.status());
        assertEquals(Map.of("vi", "Khu vực", "en", "Region"), rest.crm.fields.received.get("label"));
        assertEquals("\"2\"", changed.header("ETag"));
    }

    @Test
    void aVersionThatWasNamedMustBeTheOneThatIsThere() throws Exception {
        assertEquals(
                412,
                rest.patch(FIELDS + "/region", "\"7\"", "{\"label\":\"x\"}").status());
        assertEquals(
                200, rest.patch(FIELDS + "/region", null, "{\"label\":\"x\"}").status());
        assertEquals(204, rest.send(rest.anna(FIELDS + "/region").DELETE()).status());
        assertEquals(404, rest.get(FIELDS + "/region").status());
    }
}
