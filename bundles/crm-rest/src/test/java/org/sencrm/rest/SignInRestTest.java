package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in. */
class SignInRestTest {

    private static final String TOKENS = "/api/v1/auth/tokens";
    private static final String CREDENTIALS = "{\"user\":\"anna\",\"password\":\"secret\"}";

    private static RestOverHttp rest;

    @BeforeAll
    static void start() throws Exception {
        rest = new RestOverHttp();
    }

    @AfterAll
    static void stop() throws Exception {
        rest.close();
    }

    private static HttpRequest.Builder signIn(String json) {
        return rest.open(TOKENS).header("Content-Type", "application/json").POST(RestOverHttp.body(json));
    }

    @Test
    void nameAndPasswordGiveAToken() throws Exception {
        RestOverHttp.Answer answer = rest.send(signIn(CREDENTIALS));
        assertEquals(201, answer.status());
        assertEquals("11", answer.json().get("id").asText());
        assertEquals(FakeCrm.TOKEN, answer.json().get("token").asText());
        assertEquals("2026-12-31T00:00:00Z", answer.json().get("expiresAt").asText());
    }

    @Test
    void aTokenIsLimitedToTheScopesThatAreAskedFor() throws Exception {
        rest.send(signIn(CREDENTIALS));
        assertEquals(List.of(), rest.crm.asked);
        String limited = CREDENTIALS.replace("}", ",\"scopes\":[\"accounts:read\",\"contacts:write\"]}");
        assertEquals(201, rest.send(signIn(limited)).status());
        assertEquals(List.of("accounts:read", "contacts:write"), rest.crm.asked);
        assertEquals(
                400,
                rest.send(signIn(CREDENTIALS.replace("}", ",\"scopes\":\"all\"}")))
                        .status());

        JsonNode tokens = rest.get(TOKENS).json();
        assertTrue(tokens.get(0).get("scopes").isNull());
        assertEquals("accounts:read", tokens.get(1).get("scopes").get(0).asText());
    }

    @Test
    void wrongCredentialsAreRefusedAndTooManyHaveToWait() throws Exception {
        RestOverHttp.Answer wrong = rest.send(signIn("{\"user\":\"anna\",\"password\":\"guess\"}"));
        assertEquals(401, wrong.status());
        assertEquals("Bearer", wrong.header("WWW-Authenticate"));
        RestOverHttp.Answer locked = rest.send(signIn("{\"user\":\"locked\",\"password\":\"x\"}"));
        assertEquals(429, locked.status());
        assertEquals("30", locked.header("Retry-After"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"user\":\"anna\"}",
                "{\"user\":\"anna\",\"password\":7}",
                "{\"user\":\"a\",\"password\":\"b\",\"admin\":true}",
                "[",
                ""
            })
    void incompleteOrMalformedCredentialsAreABadRequest(String json) throws Exception {
        assertEquals(400, rest.send(signIn(json)).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer wrong",
                "Basic YW5uYTpzZWNyZXQ=",
                "a-token-of-anna",
                "Bearer a-token-of-anna x"
            })
    void withoutAValidTokenNobodyGetsBeyondTheDoor(String authorization) throws Exception {
        HttpRequest.Builder request = rest.open("/api/v1/accounts");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        RestOverHttp.Answer answer = rest.send(request);
        assertEquals(401, answer.status());
        assertEquals("not-signed-in", answer.problem());
        assertEquals("application/problem+json", answer.header("Content-Type"));
    }

    @Test
    void twoTokensAreNone() throws Exception {
        HttpRequest.Builder twice = rest.anna("/api/v1/me").header("Authorization", "Bearer other");
        assertEquals(401, rest.send(twice).status());
    }

    @Test
    void aCookieProvesNothing() throws Exception {
        HttpRequest.Builder withCookie = rest.open("/api/v1/me").header("Cookie", "token=" + FakeCrm.TOKEN);
        assertEquals(401, rest.send(withCookie).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1.evil.example"})
    void pagesOfAnotherHostAreRefusedEvenWithAToken(String origin) throws Exception {
        RestOverHttp.Answer answer = rest.send(rest.anna("/api/v1/me").header("Origin", origin));
        assertEquals(403, answer.status());
        assertNull(answer.header("Access-Control-Allow-Origin"));
    }

    @Test
    void aRequestThatNamesTwoHostsIsABadOne() throws Exception {
        URI address = URI.create(rest.address());
        try (Socket line = new Socket(address.getHost(), address.getPort())) {
            line.getOutputStream()
                    .write(("GET /api/v1/me HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nHost: evil.example\r\n"
                                    + "Authorization: Bearer " + FakeCrm.TOKEN + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.contains("The request names two hosts"), answer);
        }
    }

    @Test
    void ourOwnPagesAreLetIn() throws Exception {
        String origin = rest.address();
        assertEquals(
                200, rest.send(rest.anna("/api/v1/me").header("Origin", origin)).status());
    }

    @Test
    void theAddressIsThatOfTheLineOrTheOneOurProxyAddedLast() throws Exception {
        rest.send(signIn(CREDENTIALS));
        assertEquals("127.0.0.1", rest.crm.address);
        rest.send(signIn(CREDENTIALS).header("X-Forwarded-For", "1.2.3.4, 203.0.113.9"));
        assertEquals("203.0.113.9", rest.crm.address);
        rest.send(signIn(CREDENTIALS).header("X-Forwarded-For", "203.0.113.9, <script>"));
        assertEquals("127.0.0.1", rest.crm.address);
    }

    @Test
    void aTokenWithoutTheSecondFactorThatIsDueIsToldSo() throws Exception {
        RestOverHttp.Answer weak =
                rest.send(rest.open("/api/v1/me").header("Authorization", "Bearer " + FakeCrm.WEAK_TOKEN));

        assertEquals(401, weak.status());
        assertEquals("second-factor-required", weak.problem());
        assertEquals("Make another token", weak.json().get("detail").asText());
        assertTrue(weak.json().get("challenge").isNull());
    }

    @Test
    void tokensTellHowTheyWereMadeAndThoseOfOthersAreForAdministrators() throws Exception {
        JsonNode tokens = rest.get(TOKENS).json();
        assertFalse(tokens.get(0).get("secondFactor").asBoolean());
        assertTrue(tokens.get(1).get("secondFactor").asBoolean());

        assertEquals(tokens, rest.get(TOKENS + "?user=7").json());
        assertEquals(403, rest.get(TOKENS + "?user=99").status());
        assertEquals(404, rest.get(TOKENS + "?user=x").status());
        assertEquals(400, rest.get(TOKENS + "?who=7").status());
    }

    @Test
    void aTokenOpensNothingFromWhereItsUserMayNotWork() throws Exception {
        assertEquals(
                200,
                rest.send(rest.anna("/api/v1/me").header("X-Forwarded-For", "203.0.113.9"))
                        .status());
        RestOverHttp.Answer elsewhere = rest.send(rest.anna("/api/v1/me").header("X-Forwarded-For", FakeCrm.FOREIGN));
        RestOverHttp.Answer unknown = rest.send(rest.open("/api/v1/me").header("Authorization", "Bearer sen_none"));

        assertEquals(401, elsewhere.status());
        assertEquals(unknown.json(), elsewhere.json());
    }

    @Test
    void thePathToTheOpenAddressHasNoSecondSpelling() throws Exception {
        for (String path : new String[] {TOKENS + "/", TOKENS + "/1", TOKENS + ";a=b", "/api/v1/auth//tokens"}) {
            RestOverHttp.Answer answer = rest.send(rest.open(path).POST(RestOverHttp.body(CREDENTIALS)));
            assertTrue(answer.status() == 401 || answer.status() == 201 && path.contains(";"), path + answer.status());
        }
        assertEquals(401, rest.send(rest.open(TOKENS)).status(), "the list of tokens is not open");
    }

    @Test
    void meTellsWhoIAmAndWhatIMay() throws Exception {
        JsonNode me = rest.get("/api/v1/me").json();
        assertEquals("anna", me.get("user").get("userName").asText());
        assertEquals("7", me.get("user").get("id").asText());
        assertEquals("North", me.get("teams").get(0).get("label").asText());
        assertEquals("read", me.get("permissions").get("accounts").get(0).asText());
    }

    @Test
    void ownTokensAreListedWithoutTheSecretAndRevoked() throws Exception {
        RestOverHttp.Answer list = rest.get(TOKENS);
        assertEquals("11", list.json().get(0).get("id").asText());
        assertTrue(!list.text().contains(FakeCrm.TOKEN));
        assertEquals(204, rest.send(rest.anna(TOKENS + "/11").DELETE()).status());
        assertEquals(404, rest.send(rest.anna(TOKENS + "/12").DELETE()).status());
    }

    @Test
    void problemsSpeakTheLanguageAskedFor() throws Exception {
        assertEquals(
                "Chưa đăng nhập",
                rest.send(rest.open("/api/v1/me?lang=vi")).json().get("title").asText());
        assertEquals(
                "Không tìm thấy",
                rest.send(rest.anna("/api/v1/accounts/1/x/y").header("Accept-Language", "fr, vi;q=0.8, en;q=0.5"))
                        .json()
                        .get("title")
                        .asText());
        assertEquals(
                "Not found",
                rest.get("/api/v1/accounts/1/x/y").json().get("title").asText());
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        for (RestOverHttp.Answer answer : new RestOverHttp.Answer[] {
            rest.get("/api/v1/me"), rest.send(rest.open("/api/v1/me")), rest.get("/api/x")
        }) {
            assertEquals("nosniff", answer.header("X-Content-Type-Options"));
            assertEquals("no-store", answer.header("Cache-Control"));
            assertEquals("no-referrer", answer.header("Referrer-Policy"));
            assertTrue(
                    answer.header("Content-Security-Policy").startsWith("default-src 'none'; frame-ancestors 'none'"));
        }
    }
}
