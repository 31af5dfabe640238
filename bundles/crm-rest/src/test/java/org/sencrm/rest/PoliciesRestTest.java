package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody has to agree to something before anything else is answered. */
class PoliciesRestTest {

    private static final String DUE = "/api/v1/me/policies";

    private RestOverHttp rest;

    @BeforeEach
    void start() throws Exception {
        rest = new RestOverHttp();
        rest.crm.policies.ask();
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    private RestOverHttp.Answer accept(String version, String digest) throws Exception {
        return rest.send(rest.anna(DUE + "/" + version + "/acceptance")
                .header("Content-Type", "application/json")
                .POST(RestOverHttp.body("{\"digest\":\"" + digest + "\"}")));
    }

    @Test
    void nothingButThePolicyIsAnswered() throws Exception {
        RestOverHttp.Answer refused = rest.send(rest.anna("/api/v1/me"));
        assertEquals(403, refused.status());
        assertEquals("policy-required", refused.problem());

        RestOverHttp.Answer due = rest.send(rest.anna(DUE));
        assertEquals(200, due.status());
        assertEquals("7", due.json().at("/0/id").asText());
        assertEquals(2, due.json().at("/0/version").asInt());
        assertEquals("2030-01-02", due.json().at("/0/inForceFrom").asText());
        assertEquals("Keep it here.", due.json().at("/0/text").asText());
    }

    @Test
    void whoAcceptsGoesOn() throws Exception {
        assertEquals(409, accept("7", "other").status());
        assertEquals(204, accept("7", "abc").status());
        assertEquals(200, rest.send(rest.anna("/api/v1/me")).status());
        assertEquals(0, rest.send(rest.anna(DUE)).json().size());
    }

    @Test
    void onlyATokenIsGivenUpMeanwhile() throws Exception {
        assertEquals(403, rest.send(rest.anna("/api/v1/auth/tokens")).status());
        assertEquals(
                204, rest.send(rest.anna("/api/v1/auth/tokens/11").DELETE()).status());
    }
}
