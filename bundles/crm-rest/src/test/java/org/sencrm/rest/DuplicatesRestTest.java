package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;

/** Records that may be the same: found, and made one. */
class DuplicatesRestTest {

    private RestOverHttp rest;

    @BeforeEach
    void start() throws Exception {
        rest = new RestOverHttp();
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    private JsonNode find(String field, String value) throws Exception {
        String query = field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return rest.get("/api/v1/accounts/duplicates?" + query).json().get("items");
    }

    @Test
    void aTelephoneNumberIsTheSameHoweverItIsWritten() throws Exception {
        rest.crm.records.put("accounts", Map.of("name", "Sen", "phone", "+84 901 234 567"));
        rest.crm.records.put("accounts", Map.of("name", "Other", "phone", "0901 234 568"));
        JsonNode found = find("phone", "0901.23.45.67");
        assertEquals(1, found.size());
        assertEquals("Sen", found.get(0).get("label").asText());
        assertEquals(80, found.get(0).get("score").asInt());
        assertEquals("same", found.get(0).get("fields").get(0).get("code").asText());
    }

    @Test
    void aNameIsTheSameWithoutAccentsAndLegalFormAndAlikeWithAnError() throws Exception {
        rest.crm.records.put("accounts", Map.of("name", "Công ty TNHH Hoa Sen Việt"));
        JsonNode same = find("name", "cong ty cp hoa sen viet");
        assertEquals(70, same.get(0).get("score").asInt());
        JsonNode alike = find("name", "Công ty Hoa Sem Việt");
        assertEquals("alike", alike.get(0).get("fields").get(0).get("code").asText());
        assertTrue(alike.get(0).get("score").asInt() < 50);
        assertEquals(0, find("name", "Công ty Thép Miền Nam").size());
    }

    @Test
    void severalReasonsMakeItSurer() throws Exception {
        rest.crm.records.put(
                "accounts", Map.of("name", "Sen", "website", "https://www.sen.example/vn", "taxCode", "0101 234 567"));
        assertEquals(60, find("website", "sen.example").get(0).get("score").asInt());
        JsonNode both = rest.get("/api/v1/accounts/duplicates?website=http://sen.example&name=sen")
                .json()
                .get("items");
        assertEquals(88, both.get(0).get("score").asInt());
    }

    @Test
    void onlyFieldsThatCanTellAreTaken() throws Exception {
        assertEquals(400, rest.get("/api/v1/accounts/duplicates?employees=5").status());
        assertEquals(400, rest.get("/api/v1/accounts/duplicates").status());
        rest.crm.hidden.add("phone");
        assertEquals(
                400, rest.get("/api/v1/accounts/duplicates?phone=0901234567").status());
    }

    @Test
    void mergingMovesReferencesFillsGapsAndTrashesTheOther() throws Exception {
        RecordData mine = rest.crm.records.put("accounts", Map.of("name", "Sen", "email", "a@sen.example"));
        RecordData theirs =
                rest.crm.records.put("accounts", Map.of("name", "Hoa Sen", "phone", "0901", "email", "b@sen.example"));
        Reference other = new Reference("accounts", theirs.id(), "Hoa Sen");
        RecordData deal =
                rest.crm.records.put("opportunities", Map.of("name", "Deal", "account", other, "regarding", other));
        RecordData child = rest.crm.records.put("accounts", Map.of("name", "Child", "parent", other));

        RestOverHttp.Answer merged = rest.post(
                "/api/v1/accounts/" + mine.id() + "/merge",
                "{\"with\":\"" + theirs.id() + "\",\"fields\":{\"name\":\"theirs\",\"email\":\"mine\"}}");

        assertEquals(200, merged.status(), merged.text());
        assertEquals("Hoa Sen", merged.json().get("name").asText());
        assertEquals("0901", merged.json().get("phone").asText());
        assertEquals("a@sen.example", merged.json().get("email").asText());
        assertEquals(404, rest.get("/api/v1/accounts/" + theirs.id()).status());
        JsonNode moved = rest.get("/api/v1/opportunities/" + deal.id()).json();
        assertEquals(Long.toString(mine.id()), moved.get("account").get("id").asText());
        assertEquals(Long.toString(mine.id()), moved.get("regarding").get("id").asText());
        JsonNode parent = rest.get("/api/v1/accounts/" + child.id()).json().get("parent");
        assertEquals(Long.toString(mine.id()), parent.get("id").asText());
    }

    @Test
    void aRecordNeverBecomesItsOwnParent() throws Exception {
        RecordData theirs = rest.crm.records.put("accounts", Map.of("name", "Parent"));
        Reference parent = new Reference("accounts", theirs.id(), "Parent");
        RecordData mine = rest.crm.records.put("accounts", Map.of("name", "Child", "parent", parent));
        RestOverHttp.Answer merged =
                rest.post("/api/v1/accounts/" + mine.id() + "/merge", "{\"with\":\"" + theirs.id() + "\"}");
        assertTrue(merged.json().get("parent").isNull(), merged.text());
    }

    @Test
    void whatCannotBeMergedIsRefused() throws Exception {
        RecordData mine = rest.crm.records.put("accounts", Map.of("name", "Sen"));
        String merge = "/api/v1/accounts/" + mine.id() + "/merge";
        assertEquals(400, rest.post(merge, "{\"with\":\"" + mine.id() + "\"}").status());
        assertEquals(404, rest.post(merge, "{\"with\":\"12\"}").status());
        assertEquals(
                400,
                rest.post(merge, "{\"with\":\"12\",\"fields\":{\"id\":\"mine\"}}")
                        .status());
        assertEquals(
                400,
                rest.post(merge, "{\"with\":\"12\",\"fields\":{\"name\":\"both\"}}")
                        .status());
    }
}
