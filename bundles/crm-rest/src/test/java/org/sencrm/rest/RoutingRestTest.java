package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;

/** Which address leads where, and what is refused before it leads anywhere. */
class RoutingRestTest {

    private static RestOverHttp rest;

    @BeforeAll
    static void start() throws Exception {
        rest = new RestOverHttp();
    }

    @AfterAll
    static void stop() throws Exception {
        rest.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/v1",
                "/api/v2/accounts",
                "/api/v1/files/1",
                "/api/v1/webhooks",
                "/api/v1/accounts/abc",
                "/api/v1/accounts/1",
                "/api/v1/accounts/99999999999999999999",
                "/api/v1/accounts/1/x",
                "/api/v1/auth",
                "/api/v1/types/nothing",
                "/api/v1/x/nothing",
                "/api/v1/jobs/1",
                "/api/v1/imports/1"
            })
    void whereNothingIsTheAnswerIsACleanNotFound(String path) throws Exception {
        RestOverHttp.Answer answer = rest.get(path);
        assertEquals(404, answer.status());
        assertEquals("not-found", answer.problem());
        assertEquals("application/problem+json", answer.header("Content-Type"));
    }

    @Test
    void fixedWordsAreNoTypes() throws Exception {
        for (String word :
                new String[] {"me", "types", "search?q=x", "imports", "modules", "openapi.json", "auth/tokens"}) {
            assertEquals(200, rest.get("/api/v1/" + word).status(), word);
        }
    }

    @Test
    void aTypeWhoseModuleIsGoneIsNotFoundAndComesBackWithIt() throws Exception {
        rest.crm.salesInstalled = false;
        assertEquals(404, rest.get("/api/v1/opportunities").status());
        assertEquals(1, rest.get("/api/v1/types").json().size());
        rest.crm.salesInstalled = true;
        assertEquals(200, rest.get("/api/v1/opportunities").status());
    }

    @Test
    void methodsAndMediaTypesThatAnAddressDoesNotTakeAreRefused() throws Exception {
        RestOverHttp.Answer put = rest.send(rest.anna("/api/v1/accounts").PUT(RestOverHttp.body("{}")));
        assertEquals(405, put.status());
        assertTrue(put.header("Allow").contains("POST"));
        RestOverHttp.Answer form = rest.send(rest.anna("/api/v1/accounts")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(RestOverHttp.body("name=Sen")));
        assertEquals(415, form.status());
        RestOverHttp.Answer html = rest.send(rest.anna("/api/v1/accounts").header("Accept", "text/html"));
        assertEquals(406, html.status());
        assertEquals("not-acceptable", html.problem());
    }

    @Test
    void aBodyBeyondTheLimitIsTooLargeEvenWhereItsLengthIsNotTold() throws Exception {
        byte[] large = new byte[10_000_001];
        assertEquals(
                413,
                rest.send(rest.anna("/api/v1/accounts").POST(HttpRequest.BodyPublishers.ofByteArray(large)))
                        .status());
        HttpRequest.BodyPublisher chunked = HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofString("{\"a\":[" + "1,".repeat(5_000_100) + "1]}"));
        RestOverHttp.Answer answer = rest.send(rest.anna("/api/v1/accounts").POST(chunked));
        assertEquals(413, answer.status(), answer.text());
    }

    @Test
    void noHeaderMakesTheRuntimeAnswerBeforeItDid() throws Exception {
        RestOverHttp.Answer answer = rest.send(rest.anna("/api/v1/accounts")
                .header("OnewayRequest", "true")
                .header("X-HTTP-Method-Override", "DELETE")
                .POST(RestOverHttp.body("{\"name\":\"Sen\"}")));
        assertEquals(201, answer.status());
    }

    @Test
    void whileThePartsAreAwayTheAnswerIsUnavailable() throws Exception {
        rest.crm.started = false;
        RestOverHttp.Answer answer = rest.get("/api/v1/accounts");
        rest.crm.started = true;
        assertEquals(503, answer.status());
        assertEquals("5", answer.header("Retry-After"));
        assertEquals("unavailable", answer.problem());
    }

    @Test
    void typesAreDescribedInTheCallersLanguageWithoutHiddenFields() throws Exception {
        rest.crm.hidden.add("taxCode");
        JsonNode type = rest.get("/api/v1/types/accounts?lang=vi").json();
        rest.crm.hidden.clear();
        assertEquals("vi:type.accounts", type.get("label").asText());
        JsonNode fields = type.get("fields");
        assertFalse(fields.toString().contains("taxCode"));
        for (JsonNode field : fields) {
            if ("status".equals(field.get("name").asText())) {
                assertEquals("choice", field.get("kind").asText());
                assertEquals("prospect", field.get("options").get(0).get("code").asText());
            }
            if ("parent".equals(field.get("name").asText())) {
                assertEquals("accounts", field.get("target").asText());
            }
        }
    }

    @Test
    void modulesArePlannedAndRun() throws Exception {
        assertEquals(
                "running",
                rest.get("/api/v1/modules").json().get(0).get("state").asText());
        RestOverHttp.Answer plan =
                rest.post("/api/v1/modules/plans", "{\"id\":\"crm-sales\",\"action\":\"uninstall\"}");
        assertEquals(201, plan.status());
        assertTrue(plan.json().get("possible").asBoolean());
        assertEquals("Back.", plan.json().get("wayBack").asText());
        String otherVersion = "{\"id\":\"crm-sales\",\"version\":\"9\",\"action\":\"rollback\"}";
        assertEquals(
                "9",
                rest.post("/api/v1/modules/plans", otherVersion)
                        .json()
                        .get("version")
                        .asText());
        RestOverHttp.Answer run = rest.post("/api/v1/modules/plans/p1/run", "");
        assertEquals(202, run.status());
        assertEquals("/api/v1/jobs/9", run.header("Location"));
        assertEquals(
                400,
                rest.post("/api/v1/modules/plans", "{\"id\":\"x\",\"action\":\"explode\"}")
                        .status());
    }

    @Test
    void aPackageIsPlannedFromAFile() throws Exception {
        String file = "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.kar\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\nacme-visits\r\n";
        String flag = "--line\r\nContent-Disposition: form-data; name=\"allowDevelopmentKey\"\r\n\r\ntrue\r\n";

        RestOverHttp.Answer plain = planFile(file);
        assertEquals(201, plain.status(), plain.text());
        assertEquals("acme-visits", plain.json().get("module").asText());
        assertEquals("1.0.0", plain.json().get("version").asText());
        assertEquals("development", planFile(flag + file).json().get("version").asText());
        assertEquals(400, planFile(flag).status());
    }

    private static RestOverHttp.Answer planFile(String parts) throws Exception {
        return rest.send(rest.anna("/api/v1/modules/plans")
                .header("Content-Type", "multipart/form-data; boundary=line")
                .POST(RestOverHttp.body(parts + "--line--\r\n")));
    }

    @Test
    void aModuleIsToldInFullAndSwitchedOffForRoles() throws Exception {
        JsonNode details = rest.get("/api/v1/modules/crm-sales").json();
        assertEquals("vendor", details.get("signer").get("kind").asText());
        assertEquals(
                "2030-01-01T00:00:00Z", details.get("signer").get("validUntil").asText());
        assertEquals("read", details.at("/permissions/records/accounts/0").asText());
        assertEquals(12, details.at("/tables/0/rows").asInt());
        assertTrue(details.at("/tables/1/rows").isNull(), "it took too long to count");
        assertEquals("Anna", details.at("/journal/0/by/label").asText());
        assertEquals("done", details.at("/journal/0/result").asText());
        assertEquals(404, rest.get("/api/v1/modules/nothing").status());

        RestOverHttp.Answer changed = patch("{\"offFor\":[\"2\",\"3\"]}");
        assertEquals(200, changed.status(), changed.text());
        assertEquals("3", changed.json().at("/offFor/1/id").asText());
        assertEquals(400, patch("{}").status());
        assertEquals(400, patch("{\"off\":[]}").status());
        assertEquals(List.of(2L, 3L), rest.crm.modules.offFor);

        RestOverHttp.Answer picture = rest.get("/api/v1/modules/crm-sales/pictures/screenshots/1.png");
        assertEquals("screenshots/1.png", picture.text());
        assertEquals("image/png", picture.header("Content-Type"));
        assertTrue(picture.header("Content-Security-Policy").contains("sandbox"));
    }

    private static RestOverHttp.Answer patch(String body) throws Exception {
        return rest.patch("/api/v1/modules/crm-sales", null, body);
    }

    @Test
    void placesOfModulesAreListedAddedAndRemoved() throws Exception {
        RestOverHttp.Answer added = rest.post("/api/v1/modules/repositories", "{\"place\":\"/srv/modules\"}");
        assertEquals(201, added.status(), added.text());
        assertEquals("acme-visits", added.json().at("/packages/0/id").asText());
        JsonNode all = rest.get("/api/v1/modules/repositories").json();
        assertEquals("/srv/modules", all.at("/0/place").asText());
        assertTrue(all.at("/0/problem").isNull());
        assertEquals(
                204,
                rest.send(rest.anna("/api/v1/modules/repositories?place=/srv/modules")
                                .DELETE())
                        .status());
        assertEquals(0, rest.get("/api/v1/modules/repositories").json().size());
    }

    @Test
    void aModulesOwnResourceIsServedWhileItIsThereAndBehindTheSameDoor() throws Exception {
        ModuleResources modules = new ModuleResources(rest.runtime, rest.crm);
        Weather weather = new Weather();
        modules.addResource(weather, Map.of("crm.rest.base", "weather"));
        JsonNode answer = rest.get("/api/v1/x/weather/now").json();
        assertEquals("7", answer.get("asked").get("id").asText());
        JsonNode record = answer.get("record");
        assertTrue(record.get("tags").isArray() && record.get("amount").isNull(), record::toString);
        assertEquals(
                "sun",
                rest.post("/api/v1/x/weather/now", "{\"sky\":\"sun\"}")
                        .json()
                        .get("sky")
                        .asText());
        assertEquals(400, rest.post("/api/v1/x/weather/now", "{\"sky\":").status());
        assertEquals(401, rest.send(rest.open("/api/v1/x/weather/now")).status());
        rest.crm.modulesOff.add("acme-weather");
        assertEquals(404, rest.get("/api/v1/x/weather/now").status(), "switched off for the role");
        rest.crm.modulesOff.clear();
        assertEquals(200, rest.get("/api/v1/x/weather/now").status());
        modules.removeResource(weather);
        assertEquals(404, rest.get("/api/v1/x/weather/now").status());
    }

    /** What a vendor's module might add. */
    @Path("now")
    @Produces("application/json")
    @Consumes("application/json")
    public static final class Weather {

        @GET
        public Map<String, Object> now(@Context Caller caller) {
            Map<String, Object> empty = new HashMap<>();
            empty.put("tags", null);
            empty.put("amount", null);
            return Map.of(
                    "asked",
                    new Reference("users", caller.userId(), "me"),
                    "record",
                    new RecordData("opportunities", 1, 1, empty));
        }

        @POST
        public Forecast set(Forecast forecast) {
            return forecast;
        }

        public record Forecast(String sky) {}
    }
}
