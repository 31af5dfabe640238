package org.sencrm.rest.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.ws.rs.NotSupportedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sencrm.api.fault.Conflict;
import org.sencrm.api.fault.DatabaseAway;
import org.sencrm.api.fault.FieldError;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.InvalidRecord;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.record.Reference;
import org.sencrm.rest.json.Json;

class ProblemsTest {

    private static final Locale VI = Locale.forLanguageTag("vi");

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new NotFound("x"), 404, "/problems/not-found"),
                Arguments.of(new Forbidden("x"), 403, "/problems/forbidden"),
                Arguments.of(new NotSignedIn("x"), 401, "/problems/not-signed-in"),
                Arguments.of(new InvalidRequest("x"), 400, "/problems/bad-request"),
                Arguments.of(new InvalidRecord("x", List.of()), 422, "/problems/invalid-record"),
                Arguments.of(new Conflict("x", 8, List.of()), 412, "/problems/conflict"),
                Arguments.of(new TooManyTries("x", 30), 429, "/problems/too-many-tries"),
                Arguments.of(new NotNow("x"), 409, "/problems/not-now"),
                Arguments.of(new Unavailable("x"), 503, "/problems/unavailable"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultHasItsStatusAndTellsItsMessage(RuntimeException fault, int status, String type) throws IOException {
        Problem problem = Problems.of(fault, "GET /x", VI);
        assertEquals(status, problem.kind().status());
        JsonNode json = json(problem);
        assertEquals(type, json.get("type").asText());
        assertEquals(status, json.get("status").asInt());
        assertEquals("x", json.get("detail").asText());
    }

    @Test
    void aConflictTellsWhatChangedAndWhichVersionIsStored() throws IOException {
        Conflict.Changed changed = new Conflict.Changed(
                "name", "A", "B", new Reference("users", 7, "Anna"), Instant.parse("2026-05-04T03:02:01Z"));
        Problem problem = Problems.of(new Conflict("x", 8, List.of(changed)), "PATCH /x", Locale.ENGLISH);
        JsonNode one = json(problem).get("changed").get(0);
        assertEquals("name", one.get("field").asText());
        assertEquals("A", one.get("yours").asText());
        assertEquals("B", one.get("theirs").asText());
        assertEquals("7", one.get("by").get("id").asText());
        assertEquals("2026-05-04T03:02:01Z", one.get("at").asText());
        assertEquals("\"8\"", problem.headers().get("ETag"));
    }

    @Test
    void aDatabaseThatIsAwayIsToldInTheReadersLanguage() throws IOException {
        assertEquals(
                "Không kết nối được cơ sở dữ liệu; chưa có gì được thực hiện. Hãy thử lại sau ít phút.",
                json(Problems.of(new DatabaseAway(), "GET /x", VI))
                        .get("detail")
                        .asText());
        assertEquals(503, Problems.of(new DatabaseAway(), "GET /x", VI).kind().status());
    }

    @Test
    void refusedValuesAreNamedFieldByField() throws IOException {
        InvalidRecord invalid = new InvalidRecord("x", List.of(new FieldError("email", "format", "No address")));
        JsonNode error = json(Problems.of(invalid, "POST /x", Locale.ENGLISH))
                .get("errors")
                .get(0);
        assertEquals("email", error.get("field").asText());
        assertEquals("format", error.get("code").asText());
        assertEquals("No address", error.get("message").asText());
    }

    @Test
    void thoseWhoMustWaitAreToldHowLong() {
        assertEquals(
                "30", Problems.of(new TooManyTries("x", 30), "", VI).headers().get("Retry-After"));
        assertTrue(Problems.of(new Unavailable("x"), "", VI).headers().containsKey("Retry-After"));
        assertEquals(
                "Bearer", Problems.of(new NotSignedIn("x"), "", VI).headers().get("WWW-Authenticate"));
    }

    @Test
    void anythingElseTellsAReferenceAndNothingOfTheInside() throws IOException {
        JsonNode json = json(Problems.of(new IllegalStateException("SELECT * FROM USERS"), "GET /x", Locale.ENGLISH));
        assertEquals(500, json.get("status").asInt());
        assertTrue(json.get("detail").asText().contains(json.get("reference").asText()));
        assertFalse(json.toString().contains("SELECT"));
        assertFalse(json.toString().contains("Exception"));
    }

    @Test
    void whatTheRuntimeRefusesIsToldInTheLanguageOfTheCaller() {
        Problem problem = Problems.of(new NotSupportedException("HTTP 415 com.example.Inside"), "POST /x", VI);
        assertEquals(415, problem.kind().status());
        assertEquals("Loại nội dung không được hỗ trợ", problem.title());
        assertFalse(problem.detail().contains("com.example"));
    }

    @Test
    void everyKindHasItsTextsInBothLanguages() {
        for (ProblemKind kind : ProblemKind.values()) {
            for (Locale locale : List.of(VI, Locale.ENGLISH)) {
                assertFalse(Texts.text(locale, "problem." + kind.word()).isBlank());
                assertFalse(
                        Texts.text(locale, "problem." + kind.word() + ".detail").isBlank());
            }
        }
    }

    @Test
    void linesOfALogCannotBeForged() {
        assertEquals("GET /a\\u000d\\u000aINFO all is well\\u202e", LogText.of("GET /a\r\nINFO all is well\u202e"));
        assertTrue(LogText.of("x".repeat(5000)).length() <= 300);
    }

    private static JsonNode json(Problem problem) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Json.generator(bytes)) {
            problem.write(out);
        }
        return new ObjectMapper().readTree(bytes.toByteArray());
    }
}
