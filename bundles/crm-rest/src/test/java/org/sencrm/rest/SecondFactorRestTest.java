package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second step of a sign-in, and one's own second factors. */
class SecondFactorRestTest {

    private static final String TOKENS = "/api/v1/auth/tokens";
    private static final String FACTORS = "/api/v1/me/factors";
    private static final String ANSWERED =
            "{\"challenge\":\"a-challenge\",\"factor\":{\"kind\":\"totp\",\"code\":\"123456\"}}";

    private static RestOverHttp rest;

    @BeforeAll
    static void start() throws Exception {
        rest = new RestOverHttp();
    }

    @AfterAll
    static void stop() throws Exception {
        rest.close();
    }

    private static RestOverHttp.Answer signIn(String json) throws Exception {
        return rest.send(
                rest.open(TOKENS).header("Content-Type", "application/json").POST(RestOverHttp.body(json)));
    }

    private static RestOverHttp.Answer post(String path, String json) throws Exception {
        return rest.send(
                rest.anna(path).header("Content-Type", "application/json").POST(RestOverHttp.body(json)));
    }

    private static RestOverHttp.Answer remove(String path, String json) throws Exception {
        return rest.send(rest.anna(path)
                .header("Content-Type", "application/json")
                .method("DELETE", HttpRequest.BodyPublishers.ofString(json)));
    }

    @Test
    void whereAKeyIsDueTheAnswerIsAChallenge() throws Exception {
        RestOverHttp.Answer answer = signIn("{\"user\":\"careful\",\"password\":\"secret\"}");

        assertEquals(401, answer.status());
        assertEquals("second-factor-required", answer.problem());
        assertTrue(answer.json().get("type").asText().endsWith("/second-factor-required"));
        assertEquals("a-challenge", answer.json().get("challenge").asText());
        assertEquals("totp", answer.json().get("factors").get(0).asText());
        assertEquals("recovery", answer.json().get("factors").get(2).asText());
        JsonNode options = answer.json().get("options");
        assertEquals(1, options.size(), "nothing is needed for what is typed");
        assertEquals("crm.example.com", options.at("/webauthn/publicKey/rpId").asText());
        assertEquals(120000, options.at("/webauthn/publicKey/timeout").asInt());
        assertEquals("Bearer", answer.header("WWW-Authenticate"));
    }

    @Test
    void whereNothingCanBeAnsweredThereIsNoChallenge() throws Exception {
        JsonNode answer =
                signIn("{\"user\":\"keyless\",\"password\":\"secret\"}").json();

        assertTrue(answer.get("challenge").isNull());
        assertEquals(0, answer.get("factors").size());
    }

    @Test
    void theChallengeAndACodeGiveAToken() throws Exception {
        assertEquals(FakeCrm.TOKEN, signIn(ANSWERED).json().get("token").asText());
    }

    @Test
    void theResponseOfASecurityKeyIsPassedOnWhole() throws Exception {
        String answered = "{\"challenge\":\"a-challenge\",\"factor\":{\"kind\":\"webauthn\",\"response\":"
                + "{\"id\":\"AA\",\"response\":{\"signature\":\"%s\"}}}}";

        assertEquals(201, signIn(String.format(answered, "BB")).status());
        assertEquals(401, signIn(String.format(answered, "CC")).status());
    }

    /** What it is worth is decided behind; here it is told from the proxy on this machine, and gone after the call. */
    @Test
    void theCertificateOfTheLineIsAnAnswerByItself() throws Exception {
        String answered = "{\"challenge\":\"a-challenge\",\"factor\":{\"kind\":\"x509\"}}";

        assertEquals(401, signIn(answered).status());
        assertEquals(
                201,
                rest.send(rest.open(TOKENS)
                                .header("Content-Type", "application/json")
                                .header("X-Client-Certificate", "PEM")
                                .header("X-Client-Verified", "SUCCESS")
                                .header("X-Client-Voucher", FakeCrm.VOUCHER)
                                .POST(RestOverHttp.body(answered)))
                        .status());
        assertEquals(401, signIn(answered).status());
    }

    @Test
    void nameAndPasswordMayBeSentAgainAndHaveToBeRightAgain() throws Exception {
        String again = ANSWERED.replace("{\"challenge", "{\"user\":\"careful\",\"password\":\"%s\",\"challenge");

        assertEquals(201, signIn(String.format(again, "secret")).status());
        assertEquals(401, signIn(String.format(again, "guess")).status());
    }

    @Test
    void aChallengeIsNoToken() throws Exception {
        HttpRequest.Builder me = rest.open("/api/v1/me").header("Authorization", "Bearer " + FakeCrm.CHALLENGE);

        assertEquals(401, rest.send(me).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"challenge\":\"a-challenge\"}",
                "{\"challenge\":\"a-challenge\",\"factor\":{}}",
                "{\"challenge\":\"a-challenge\",\"factor\":{\"kind\":\"totp\"}}",
                "{\"challenge\":\"a-challenge\",\"factor\":\"123456\"}",
                "{\"challenge\":\"a-challenge\",\"factor\":{\"kind\":\"totp\",\"code\":123456}}"
            })
    void halfAnAnswerIsABadRequest(String json) throws Exception {
        assertEquals(400, signIn(json).status());
    }

    @Test
    void aWrongCodeIsRefusedLikeAWrongPassword() throws Exception {
        assertEquals(
                "not-signed-in", signIn(ANSWERED.replace("123456", "654321")).problem());
    }

    @Test
    void onesOwnAreListedBegunAndConfirmed() throws Exception {
        JsonNode list = rest.get(FACTORS).json();
        assertEquals("5", list.get(0).get("id").asText());
        assertEquals("Phone", list.get(0).get("label").asText());
        assertTrue(list.get(0).get("active").asBoolean());

        RestOverHttp.Answer begun = post(FACTORS, "{\"kind\":\"totp\",\"label\":\"Phone\"}");
        assertEquals(201, begun.status());
        assertEquals("GEZDGNBV", begun.json().get("secret").asText());
        assertEquals("otpauth://totp/x", begun.json().get("uri").asText());

        RestOverHttp.Answer confirmed = post(FACTORS + "/5/confirm", "{\"code\":\"123456\"}");
        assertEquals("aaaa-bbbb", confirmed.json().get("recoveryCodes").get(0).asText());
        assertEquals(422, post(FACTORS + "/5/confirm", "{\"code\":\"1\"}").status());
        assertEquals(
                422,
                post(FACTORS + "/5/confirm", "{\"response\":{\"id\":\"AA\"}}").status());
        assertEquals(400, post(FACTORS + "/5/confirm", "{\"response\":\"AA\"}").status());
    }

    @Test
    void oneIsTakenAwayWithAProofOnly() throws Exception {
        assertEquals(204, remove(FACTORS + "/5", "{\"password\":\"secret\"}").status());
        assertEquals("password secret", rest.crm.factors.proof);
        assertEquals(204, remove(FACTORS + "/5", "{\"code\":\"123456\"}").status());
        assertEquals("code 123456", rest.crm.factors.proof);
        assertEquals(404, remove(FACTORS + "/6", "{\"code\":\"123456\"}").status());
        assertEquals(403, rest.send(rest.anna(FACTORS + "/5").DELETE()).status());
    }
}
