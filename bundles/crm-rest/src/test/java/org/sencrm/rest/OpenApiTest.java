package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The document of what is installed. */
class OpenApiTest {

    private static final Pattern IN_PATH = Pattern.compile("\\{([a-z]+)}");

    private static RestOverHttp rest;

    @BeforeAll
    static void start() throws Exception {
        rest = new RestOverHttp();
    }

    @AfterAll
    static void stop() throws Exception {
        rest.close();
    }

    private static JsonNode document() throws Exception {
        return rest.get("/api/v1/openapi.json").json();
    }

    @Test
    void everyReferenceLeadsSomewhere() throws Exception {
        JsonNode document = document();
        assertEquals("3.0.3", document.get("openapi").asText());
        for (JsonNode reference : document.findValues("$ref")) {
            assertFalse(document.at(reference.asText().substring(1)).isMissingNode(), reference.asText());
        }
    }

    @Test
    void everyOperationIsWholeAndItsNameUnique() throws Exception {
        Set<String> names = new HashSet<>();
        document()
                .get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().forEach(operation -> {
                    assertTrue(
                            names.add(operation.get("operationId").asText()),
                            operation.get("operationId").asText());
                    assertTrue(operation.get("responses").has("default"));
                    assertTrue(operation.get("responses").size() > 1, path.getKey());
                    assertEquals(inPath(path.getKey()), declaredInPath(operation), path.getKey());
                }));
        assertTrue(names.contains("accounts.list"));
    }

    private static Set<String> inPath(String path) {
        Set<String> names = new HashSet<>();
        Matcher matcher = IN_PATH.matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static Set<String> declaredInPath(JsonNode operation) {
        Set<String> names = new HashSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if ("path".equals(parameter.get("in").asText())) {
                assertTrue(parameter.get("required").asBoolean());
                names.add(parameter.get("name").asText());
            }
        }
        return names;
    }

    @Test
    void everyAddressWithoutVariablesIsReallyThere() throws Exception {
        Iterator<Map.Entry<String, JsonNode>> paths = document().get("paths").fields();
        while (paths.hasNext()) {
            Map.Entry<String, JsonNode> path = paths.next();
            if (path.getValue().has("get")
                    && !path.getKey().contains("{")
                    && !path.getKey().endsWith("/events")) {
                int status = rest.get("/api/v1" + path.getKey()).status();
                assertTrue(status == 200 || status == 400, path.getKey() + " " + status);
            }
        }
    }

    @Test
    void everyAddressThatIsThereIsDescribed() throws Exception {
        Set<String> described = new HashSet<>();
        document()
                .get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> described.add(plain(method.toUpperCase(Locale.ROOT), path.getKey()))));
        Set<String> served = new TreeSet<>();
        RestServlet.resources(rest.crm).forEach(resource -> served.addAll(served(resource.getClass())));
        served.remove("GET /openapi.json");
        assertTrue(served.contains("PATCH /accounts/{}"), served.toString());
        served.removeAll(described);
        assertEquals(Set.of(), served);
    }

    /** Methods and addresses of a resource; what is there for records of any type stands for accounts. */
    private static Set<String> served(Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        Set<String> served = new HashSet<>();
        for (Method method : resource.getMethods()) {
            Path below = method.getAnnotation(Path.class);
            String address = below == null ? base : base + "/" + below.value();
            Arrays.stream(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(Objects::nonNull)
                    .forEach(verb -> served.add(plain(
                            verb.value(), address.replaceFirst("^v1", "").replaceFirst("^/\\{type}", "/accounts"))));
        }
        return served;
    }

    private static String plain(String method, String address) {
        return method + " " + address.replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "{}");
    }

    @Test
    void typesComeAndGoWithTheirModules() throws Exception {
        assertTrue(document().get("paths").has("/opportunities"));
        rest.crm.salesInstalled = false;
        JsonNode without = document();
        rest.crm.salesInstalled = true;
        assertFalse(without.get("paths").has("/opportunities"));
        assertFalse(without.get("components").get("schemas").has("opportunities"));
    }

    @Test
    void schemasTellWhatIsRequiredAndWhatCannotBeSent() throws Exception {
        JsonNode schemas = document().get("components").get("schemas");
        assertEquals("name", schemas.get("accountsNew").get("required").get(0).asText());
        assertTrue(schemas.get("accounts").get("properties").has("createdAt"));
        assertFalse(schemas.get("accountsNew").get("properties").has("createdAt"));
        assertEquals(
                "date-time", schemas.at("/accounts/properties/createdAt/format").asText());
        assertEquals(
                "#/components/schemas/Money",
                schemas.at("/accounts/properties/annualRevenue/allOf/0/$ref").asText());
    }

    @Test
    void aSummaryTellsOfItsMeasuresAndOfOtherCurrencies() throws Exception {
        JsonNode summary = document().at("/components/schemas/Summary/properties");
        for (JsonNode totals : List.of(summary.at("/groups/items"), summary.get("total"))) {
            assertEquals(
                    "#/components/schemas/Money",
                    totals.at("/additionalProperties/oneOf/0/$ref").asText());
            assertEquals(
                    "#/components/schemas/Money",
                    totals.at("/properties/foreign/additionalProperties/items/$ref")
                            .asText());
        }
    }

    @Test
    void optionsThatAreTypesAreThoseTheCallerMayRead() throws Exception {
        rest.crm.options.put("tags", List.of("accounts", "opportunities"));
        JsonNode both = rest.get("/api/v1/types/opportunities").json();
        rest.crm.unreadable.add("accounts");
        JsonNode one = rest.get("/api/v1/types/opportunities").json();
        JsonNode document = document();
        rest.crm.unreadable.clear();
        rest.crm.options.clear();
        assertEquals(List.of("accounts", "opportunities"), both.findValuesAsText("code"));
        assertEquals(List.of("opportunities"), one.findValuesAsText("code"));
        assertEquals(
                "opportunities",
                document.at("/components/schemas/opportunities/properties/tags/items/description")
                        .asText());
    }

    @Test
    void itNamesNoFieldThatTheCallerMayNotRead() throws Exception {
        rest.crm.hidden.add("taxCode");
        String document = document().toString();
        rest.crm.hidden.clear();
        assertFalse(document.contains("taxCode"));
    }

    @Test
    void itSpeaksVietnamese() throws Exception {
        JsonNode document = rest.get("/api/v1/openapi.json?lang=vi").json();
        assertEquals(
                "Tạo bản ghi", document.at("/paths/~1accounts/post/summary").asText());
    }
}
