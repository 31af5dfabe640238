package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A new password by a link from a mail, without a token. */
class PasswordRestTest {

    private static RestOverHttp rest;

    @BeforeAll
    static void start() throws Exception {
        rest = new RestOverHttp();
    }

    @AfterAll
    static void stop() throws Exception {
        rest.close();
    }

    private static RestOverHttp.Answer post(String address, String json) throws Exception {
        HttpRequest.Builder request = rest.open("/api/v1/auth/password" + address)
                .header("Content-Type", "application/json")
                .POST(RestOverHttp.body(json));
        return rest.send(request);
    }

    @Test
    void whoForgotAPasswordGetsTheSameAnswerForAnyName() throws Exception {
        assertEquals(202, post("/forgot", "{\"user\":\"anna\"}").status());
        assertEquals(202, post("/forgot", "{\"user\":\"nobody\"}").status());
        assertEquals("", post("/forgot", "{\"user\":\"nobody\"}").text());
    }

    @Test
    void whoAsksTooOftenHasToWait() throws Exception {
        RestOverHttp.Answer often = post("/forgot", "{\"user\":\"often\"}");
        assertEquals(429, often.status());
        assertEquals("15", often.header("Retry-After"));
    }

    @Test
    void aLinkSetsThePasswordAndADeadOneDoesNot() throws Exception {
        assertEquals(
                204,
                post("", "{\"token\":\"good\",\"password\":\"một câu dài\"}").status());
        assertEquals(
                400,
                post("", "{\"token\":\"other\",\"password\":\"một câu dài\"}").status());
        assertEquals(400, post("", "{\"token\":\"good\"}").status());
        assertEquals(
                400,
                post("", "{\"token\":\"good\",\"password\":\"một câu dài\",\"user\":1}")
                        .status());
    }

    @Test
    void nothingElseOfItIsOpen() throws Exception {
        assertEquals(401, rest.send(rest.open("/api/v1/auth/password")).status());
        assertEquals(401, rest.send(rest.open("/api/v1/auth/password/forgot")).status());
        assertEquals(401, post("/other", "{}").status());
    }
}
