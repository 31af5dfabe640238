package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Comments, followers and notifications, on the line. */
class TalkRestTest {

    private static final String RECORD = "/api/v1/accounts/1";

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
    void aCommentIsSaidReadChangedDeletedAndTakenBack() throws Exception {
        RestOverHttp.Answer said = rest.post(RECORD + "/comments", "{\"text\":\"@An xem giúp\",\"mentions\":[\"7\"]}");

        assertEquals(201, said.status(), said.text());
        assertEquals("/api/v1/comments/1", said.header("Location"));
        JsonNode comment = said.json();
        assertEquals("@An xem giúp", comment.get("text").asText());
        assertEquals("7", comment.at("/mentions/0/id").asText());
        assertEquals("Sen", comment.at("/record/label").asText());
        assertTrue(comment.get("editedAt").isNull());
        JsonNode changed =
                rest.send("PUT", "/api/v1/comments/1", "{\"text\":\"xong\"}").json();
        assertEquals("xong", changed.get("text").asText());
        assertEquals("1970-01-01T00:00:01Z", changed.get("editedAt").asText());
        assertEquals(204, rest.send("DELETE", "/api/v1/comments/1", "").status());
        assertEquals(404, rest.get("/api/v1/comments/1").status());
        assertEquals(200, rest.post("/api/v1/comments/1/restore", "").status());
        assertEquals("xong", rest.get("/api/v1/comments/1").json().get("text").asText());
    }

    @Test
    void commentsArePagedFromTheNewest() throws Exception {
        for (String text : new String[] {"một", "hai", "ba"}) {
            rest.post(RECORD + "/comments", "{\"text\":\"" + text + "\"}");
        }
        JsonNode first = rest.get(RECORD + "/comments?limit=2").json();
        JsonNode second = rest.get(
                        RECORD + "/comments?limit=2&cursor=" + first.get("next").asText())
                .json();

        assertEquals("ba", first.at("/items/0/text").asText());
        assertEquals("hai", first.at("/items/1/text").asText());
        assertEquals("một", second.at("/items/0/text").asText());
        assertTrue(second.get("next").isNull());
        assertEquals(400, rest.post(RECORD + "/comments", "{\"txt\":\"x\"}").status());
    }

    @Test
    void oneFollowsAndFollowsNoMore() throws Exception {
        assertFalse(rest.get(RECORD + "/followers").json().get("me").asBoolean());
        assertEquals(204, rest.send("PUT", RECORD + "/followers/me", "").status());
        JsonNode followers = rest.get(RECORD + "/followers").json();
        assertTrue(followers.get("me").asBoolean());
        assertEquals("Anna", followers.at("/items/0/label").asText());
        assertEquals(204, rest.send("DELETE", RECORD + "/followers/me", "").status());
        assertFalse(rest.get(RECORD + "/followers").json().get("me").asBoolean());
    }

    @Test
    void whatOneWasToldIsMarkedAsReadByNameOrAsAWhole() throws Exception {
        rest.post(RECORD + "/comments", "{\"text\":\"một\"}");
        rest.post(RECORD + "/comments", "{\"text\":\"hai\"}");
        JsonNode told = rest.get("/api/v1/me/notifications?limit=1").json();
        assertEquals(2, told.get("unread").asInt());
        assertEquals("commented", told.at("/items/0/kind").asText());
        assertEquals("hai", told.at("/items/0/text").asText());
        assertEquals(1, told.get("items").size());

        assertEquals(
                204,
                rest.post("/api/v1/me/notifications/read", "{\"ids\":[\"2\"]}").status());
        assertEquals(
                1, rest.get("/api/v1/me/notifications").json().get("unread").asInt());
        assertEquals(204, rest.post("/api/v1/me/notifications/read", "{}").status());
        assertEquals(
                0, rest.get("/api/v1/me/notifications").json().get("unread").asInt());
    }
}
