package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Layouts as they travel. */
class LayoutsRestTest {

    private static final String LAYOUTS = "/api/v1/fields/accounts/layouts";
    private static final String EVERYBODY = LAYOUTS + "/everybody";
    private static final String DESCRIPTION = """
            {"sections":[{"fields":["name","phone"]},{"label":{"vi":"Giao hàng","en":"Delivery"},"fields":["email"]}],
            "hidden":["website","taxCode"]}""";

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
    void aLayoutIsPutReadAndRemoved() throws Exception {
        assertEquals(404, rest.get(EVERYBODY).status());
        var made = put(EVERYBODY, null);
        assertEquals(201, made.status());
        assertEquals("\"1\"", made.header("ETag"));
        JsonNode layout = rest.get(LAYOUTS).json().get(0);
        assertEquals("everybody", layout.get("role").asText());
        assertEquals("phone", layout.at("/sections/0/fields/1").asText());
        assertEquals("Giao hàng", layout.at("/sections/1/label/vi").asText());
        assertEquals("taxCode", layout.at("/hidden/0").asText());
        assertEquals(200, put(EVERYBODY, "\"1\"").status());
        assertEquals("\"2\"", rest.get(EVERYBODY).header("ETag"));
        assertEquals(204, rest.send(rest.anna(EVERYBODY).DELETE()).status());
        assertEquals(404, rest.get(EVERYBODY).status());
    }

    @Test
    void whoSawAnOlderOneOverwritesNothing() throws Exception {
        put(LAYOUTS + "/17", null);
        assertEquals(412, put(LAYOUTS + "/17", "\"7\"").status());
        assertEquals(
                412,
                rest.send(rest.anna(LAYOUTS + "/17").header("If-Match", "\"7\"").DELETE())
                        .status());
        assertEquals("\"1\"", rest.get(LAYOUTS + "/17").header("ETag"));
        assertEquals("17", rest.get(LAYOUTS + "/17").json().get("role").asText());
        assertEquals(404, rest.get(LAYOUTS + "/nobody").status());
    }

    private RestOverHttp.Answer put(String address, String ifMatch) throws Exception {
        HttpRequest.Builder request = rest.anna(address).header("Content-Type", "application/json");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return rest.send(request.PUT(HttpRequest.BodyPublishers.ofString(DESCRIPTION)));
    }
}
