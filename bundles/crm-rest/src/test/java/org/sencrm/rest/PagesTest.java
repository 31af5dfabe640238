package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.health.HealthCheck;
import org.sencrm.api.module.Modules;

/** What is served beside the JAX-RS runtime: health, the page to try REST out, module events, the bare address. */
class PagesTest {

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
    void healthTellsPartByPartAndNeedsNoToken() throws Exception {
        rest.health.use(database(true));
        RestOverHttp.Answer answer = rest.send(rest.open("/health"));
        assertEquals(200, answer.status());
        assertEquals("up", answer.json().get("status").asText());
        assertEquals("up", answer.json().get("checks").get("database").asText());
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    @Test
    void withoutTheDatabaseTheProductIsDown() throws Exception {
        rest.health.use(database(false));
        RestOverHttp.Answer answer = rest.send(rest.open("/health"));
        assertEquals(503, answer.status());
        assertEquals("down", answer.json().get("status").asText());
        assertEquals("up", answer.json().get("checks").get("rest").asText());
    }

    @Test
    void aFailedModuleOrAnUnwellPartDegradesIt() throws Exception {
        rest.health.use(database(true));
        rest.crm.modules.modules.add(new Modules.Module(
                "acme", "1", "addOn", Modules.State.FAILED, "Acme", List.of(), "does not start", null, "", null, null));
        rest.checks.addCheck(new HealthCheck() {
            @Override
            public String name() {
                return "schema";
            }

            @Override
            public State state() {
                return State.UP;
            }
        });
        RestOverHttp.Answer answer = rest.send(rest.open("/health"));
        assertEquals(200, answer.status());
        assertEquals("degraded", answer.json().get("status").asText());
        assertEquals("degraded", answer.json().get("checks").get("modules").asText());
        assertEquals("up", answer.json().get("checks").get("schema").asText());
    }

    @Test
    void aPartThatCannotTellDoesNotKeepHealthFromAnswering() throws Exception {
        rest.health.use(database(true));
        rest.crm.modules.broken = true;
        assertEquals(
                "degraded", rest.send(rest.open("/health")).json().get("status").asText());
    }

    @Test
    void beforeTheCoreIsThereItIsDown() throws Exception {
        rest.crm.started = false;
        rest.health.use(database(true));
        assertEquals(
                "down",
                rest.send(rest.open("/health")).json().get("checks").get("rest").asText());
    }

    private static DataSource database(boolean answers) {
        ClassLoader loader = PagesTest.class.getClassLoader();
        Object connection = Proxy.newProxyInstance(
                loader,
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> "isValid".equals(method.getName()) ? answers : null);
        return (DataSource)
                Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (!answers) {
                        throw new SQLException("no connection");
                    }
                    return connection;
                });
    }

    @Test
    void theBareAddressLeadsToTheScreens() throws Exception {
        RestOverHttp.Answer answer = rest.send(rest.open("/"));
        assertEquals(302, answer.status());
        assertEquals("/ui/", answer.header("Location"));
    }

    @Test
    void whereNobodyElseAnswersNothingIsToldOfTheServer() throws Exception {
        RestOverHttp.Answer answer = rest.send(rest.open("/nothing"));
        assertEquals(404, answer.status());
        assertEquals("not-found", answer.problem());
    }

    @Test
    void thePageToTryItOutHasNoInlineScriptAndAStrictPolicy() throws Exception {
        assertEquals("/api/docs/", rest.send(rest.open("/api/docs")).header("Location"));
        RestOverHttp.Answer page = rest.send(rest.open("/api/docs/?lang=vi"));
        assertEquals(200, page.status());
        assertTrue(page.header("Content-Security-Policy").contains("script-src 'self';"));
        assertFalse(page.header("Content-Security-Policy").contains("unsafe"));
        assertTrue(page.text().contains("Mã truy cập API"));
        assertFalse(page.text().contains("{docs."));
        assertFalse(page.text().matches("(?s).*<script(?! src=).*|.* on[a-z]+=.*|.*style=.*"));
        assertTrue(rest.send(rest.open("/api/docs/swagger-ui-bundle.js")).text().contains("SwaggerUIBundle"));
        assertEquals(200, rest.send(rest.open("/api/docs/swagger-ui.css")).status());
    }

    @Test
    void onlyTheFilesOfThePageAreServed() throws Exception {
        for (String path :
                new String[] {"/api/docs/pom.xml", "/api/docs/%2e%2e/RestServlet.class", "/api/docs//etc/passwd"}) {
            int status = rest.send(rest.open(path)).status();
            assertTrue(status == 404 || status == 401 || status == 400, path + " " + status);
        }
    }

    @Test
    void changesOfModulesAreToldAsTheyHappen() throws Exception {
        HttpResponse<InputStream> stream = rest.stream("/api/v1/modules/events");
        assertEquals(200, stream.statusCode());
        assertTrue(stream.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream"));
        rest.crm.modules.modules.add(new Modules.Module(
                "crm-service",
                "1.0.0",
                "area",
                Modules.State.RUNNING,
                "Service",
                List.of(),
                null,
                null,
                "",
                null,
                null));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertEquals("event: module", lines.readLine());
            assertTrue(lines.readLine().startsWith("data: {\"id\":\"crm-service\",\"version\":\"1.0.0\""));
            lines.readLine();
            rest.crm.modules.modules.remove(1);
            assertEquals("event: gone", lines.readLine());
        }
    }

    @Test
    void whoseTokenIsRevokedHearsNothingMore() throws Exception {
        InputStream line = rest.stream("/api/v1/modules/events").body();

        rest.crm.revoked.add(FakeCrm.TOKEN);

        assertEquals(-1, line.read());
    }

    @Test
    void whoMayNotWorkFromThereAnyMoreHearsNothingMore() throws Exception {
        InputStream line = rest.stream("/api/v1/modules/events").body();

        rest.crm.foreign.add("127.0.0.1");

        assertEquals(-1, line.read());
    }

    @Test
    void whoHasAPolicyToAgreeToHearsNothingMore() throws Exception {
        InputStream line = rest.stream("/api/v1/modules/events").body();

        rest.crm.policies.ask();

        assertEquals(-1, line.read());
    }

    @Test
    void onePersonDoesNotTakeAllLines() throws Exception {
        List<InputStream> lines = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            HttpResponse<InputStream> stream = rest.stream("/api/v1/modules/events");
            assertEquals(200, stream.statusCode());
            lines.add(stream.body());
        }
        assertEquals(503, rest.get("/api/v1/modules/events").status());

        HttpResponse<InputStream> ofBinh = rest.stream(
                rest.open("/api/v1/modules/events").header("Authorization", "Bearer " + FakeCrm.BINHS_TOKEN));
        assertEquals(200, ofBinh.statusCode());
        rest.crm.revoked.add(FakeCrm.TOKEN);
        for (InputStream line : lines) {
            assertEquals(-1, line.read());
        }
        rest.crm.revoked.clear();
        assertEquals(200, rest.stream("/api/v1/modules/events").statusCode());
    }

    @Test
    void onlyAdministratorsListen() throws Exception {
        rest.crm.modules.administrator = false;
        assertEquals(403, rest.get("/api/v1/modules/events").status());
        assertEquals(401, rest.send(rest.open("/api/v1/modules/events")).status());
    }

    @Test
    void theListOfModulesTellsHowEachBehaves() throws Exception {
        JsonNode sales = rest.get("/api/v1/modules").json().get(0);
        assertEquals(12, sales.at("/health/calls").asInt());
        assertEquals(2, sales.at("/health/slowStatements").asInt());
        assertEquals("OpportunityHook: broke", sales.at("/health/lastError").asText());
    }
}
