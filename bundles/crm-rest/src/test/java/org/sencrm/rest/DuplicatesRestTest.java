package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.duplicate.Side;
import org.sencrm.api.record.RecordData;

/** Records that may be the same: found, made one, and made two again. */
class DuplicatesRestTest {

    private RestOverHttp rest;
    private RecordData sen;
    private String merge;

    @BeforeEach
    void start() throws Exception {
        rest = new RestOverHttp();
        sen = rest.crm.records.put("accounts", Map.of("name", "Sen"));
        merge = "/api/v1/accounts/" + sen.id() + "/merge";
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    @Test
    void aCandidateTellsHowSureAndWhy() throws Exception {
        JsonNode found = rest.get("/api/v1/accounts/duplicates?phone=0901&name=Sem&lang=en")
                .json()
                .get("items")
                .get(0);
        assertEquals(Long.toString(sen.id()), found.get("id").asText());
        assertEquals("accounts", found.get("type").asText());
        assertEquals("Sen", found.get("label").asText());
        assertEquals(82, found.get("score").asInt());
        assertEquals("same", found.get("fields").get(0).get("code").asText());
        assertEquals("phone", found.get("fields").get(0).get("field").asText());
        assertEquals("alike", found.get("fields").get(1).get("code").asText());
        assertTrue(found.get("reason").asText().contains(": much alike"), found.toString());
    }

    @Test
    void aFieldThatCannotTellIsRefused() throws Exception {
        assertEquals(400, rest.get("/api/v1/accounts/duplicates?employees=5").status());
    }

    @Test
    void aMergeTellsWhichValuesToKeep() throws Exception {
        RecordData other = rest.crm.records.put("accounts", Map.of("name", "Hoa Sen"));
        RestOverHttp.Answer merged = rest.post(
                merge, "{\"with\":\"" + other.id() + "\",\"fields\":{\"name\":\"theirs\",\"email\":\"mine\"}}");

        assertEquals(200, merged.status(), merged.text());
        assertEquals(Long.toString(sen.id()), merged.json().get("id").asText());
        assertEquals("\"1\"", merged.header("ETag"));
        assertEquals(List.of(Map.of("name", Side.THEIRS, "email", Side.MINE)), rest.crm.duplicates.merged);
    }

    @Test
    void aMergeThatMakesNoSenseIsRefused() throws Exception {
        assertEquals(400, rest.post(merge, "{}").status());
        assertEquals(404, rest.post(merge, "{\"with\":\"12\"}").status());
        assertEquals(
                400,
                rest.post(merge, "{\"with\":\"12\",\"fields\":{\"name\":\"both\"}}")
                        .status());
        assertEquals(List.of(), rest.crm.duplicates.merged);
    }

    @Test
    void anUnmergeTellsWhatIsBackAndWhatIsKept() throws Exception {
        String unmerge = "/api/v1/accounts/" + sen.id() + "/actions/unmerge";
        assertEquals(409, rest.post(unmerge, "{}").status());
        rest.crm.duplicates.merged.add(Map.of());

        RestOverHttp.Answer answer = rest.post(unmerge, "{}");

        assertEquals(200, answer.status(), answer.text());
        assertTrue(answer.json().get("record").isNull());
        assertEquals("Sen", answer.json().get("restored").get("name").asText());
        JsonNode kept = answer.json().get("kept").get(0);
        assertEquals("phone", kept.get("field").asText());
        assertEquals("Sen", kept.get("record").get("label").asText());
    }
}
