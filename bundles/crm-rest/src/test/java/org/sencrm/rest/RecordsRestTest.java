package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;

/** Records over a real line: what is sent, what comes back, what is refused. */
class RecordsRestTest {

    private static final String ACCOUNTS = "/api/v1/accounts";

    private RestOverHttp rest;
    private RecordData sen;
    private String address;

    @BeforeEach
    void start() throws Exception {
        rest = new RestOverHttp();
        sen = rest.crm.records.put("accounts", Map.of("name", "Sen", "phone", "0901 234 567"));
        address = ACCOUNTS + "/" + sen.id();
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    @Test
    void aListComesInPagesAndCountsOnlyWhenAsked() throws Exception {
        rest.crm.records.put("accounts", Map.of("name", "Lotus"));
        JsonNode first = rest.get(ACCOUNTS + "?limit=1").json();
        assertEquals(1, first.get("items").size());
        assertEquals("Lotus", first.get("items").get(0).get("name").asText());
        assertFalse(first.has("total"));
        JsonNode second = rest.get(ACCOUNTS + "?limit=1&count=true&cursor="
                        + first.get("next").asText())
                .json();
        assertEquals("Sen", second.get("items").get(0).get("name").asText());
        assertTrue(second.get("next").isNull());
        assertEquals(2, second.get("total").asInt());
    }

    @Test
    void aListWithoutMembersIsEmptyAndNotNull() throws Exception {
        Map<String, Object> values = new HashMap<>(Map.of("name", "Sen"));
        for (String field : List.of("partners", "tags", "amount")) {
            values.put(field, null);
        }
        RecordData deal = rest.crm.records.put("opportunities", values);
        JsonNode one = rest.get("/api/v1/opportunities/" + deal.id()).json();
        JsonNode listed = rest.get("/api/v1/opportunities").json().get("items").get(0);
        for (JsonNode record : List.of(one, listed)) {
            assertTrue(record.get("partners").isArray(), record::toString);
            assertTrue(record.get("tags").isArray(), record::toString);
            assertTrue(record.get("amount").isNull(), record::toString);
        }
    }

    @Test
    void aListGivesTheFieldsAskedFor() throws Exception {
        JsonNode item = rest.get(ACCOUNTS + "?fields=phone,version,type")
                .json()
                .get("items")
                .get(0);
        assertEquals("0901 234 567", item.get("phone").asText());
        assertEquals(1, item.get("version").asInt());
        assertFalse(item.has("name"));
        JsonNode bare =
                rest.get(ACCOUNTS + "?fields=version").json().get("items").get(0);
        assertEquals(3, bare.size(), "id, type and version: " + bare);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=501",
                "?limit=x",
                "?limit=-1",
                "?count=yes",
                "?fields=nothing",
                "?filter=a%3D%3D",
                "?sortt=name",
                "?filter=name%3D%3DA&filter=name%3D%3DB",
                "?_method=DELETE",
                "?fields=,"
            })
    void whatMakesNoSenseIsABadRequest(String query) throws Exception {
        RestOverHttp.Answer answer = rest.get(ACCOUNTS + query);
        assertEquals(400, answer.status());
        assertEquals("bad-request", answer.problem());
    }

    @Test
    void creatingAnswersWithAddressAndTag() throws Exception {
        RestOverHttp.Answer answer = rest.post(ACCOUNTS, "{\"name\":\"Hồng\"}");
        assertEquals(201, answer.status());
        assertEquals("\"1\"", answer.header("ETag"));
        assertEquals(ACCOUNTS + "/" + answer.json().get("id").asText(), answer.header("Location"));
        assertEquals(
                "Hồng", rest.get(answer.header("Location")).json().get("name").asText());
    }

    @Test
    void refusedValuesAreUnprocessable() throws Exception {
        RestOverHttp.Answer answer = rest.post(ACCOUNTS, "{\"phone\":\"1\"}");
        assertEquals(422, answer.status());
        assertEquals("required", answer.json().get("errors").get(0).get("code").asText());
    }

    @Test
    void theSameKeyCreatesOnceAndAnotherBodyIsRefused() throws Exception {
        RestOverHttp.Answer first = rest.send(keyed("k-1", "{\"name\":\"Once\"}"));
        RestOverHttp.Answer again = rest.send(keyed("k-1", "{\"name\":\"Once\"}"));
        assertEquals(first.json(), again.json());
        RestOverHttp.Answer other = rest.send(keyed("k-1", "{\"name\":\"Twice\"}"));
        assertEquals(422, other.status());
        assertEquals(400, rest.send(keyed("k 1", "{\"name\":\"Once\"}")).status());
    }

    private HttpRequest.Builder keyed(String key, String json) {
        return rest.anna(ACCOUNTS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(RestOverHttp.body(json));
    }

    @Test
    void aChangeNeedsTheVersionThatWasSeen() throws Exception {
        assertEquals(428, rest.patch(address, null, "{\"name\":\"Sen 2\"}").status());
        RestOverHttp.Answer changed = rest.patch(address, "\"1\"", "{\"name\":\"Sen 2\"}");
        assertEquals(200, changed.status());
        assertEquals("\"2\"", changed.header("ETag"));
        RestOverHttp.Answer stale = rest.patch(address, "\"1\"", "{\"name\":\"Sen 3\"}");
        assertEquals(412, stale.status());
        assertEquals("\"2\"", stale.header("ETag"));
        JsonNode conflict = stale.json().get("changed").get(0);
        assertEquals("Sen 3", conflict.get("yours").asText());
        assertEquals("Sen 2", conflict.get("theirs").asText());
        assertEquals("Anna", conflict.get("by").get("label").asText());
        assertEquals(200, rest.patch(address, "*", "{\"name\":\"Sen 4\"}").status());
        assertEquals(
                200,
                rest.patch(address, "\"1\", W/\"3\"", "{\"name\":\"Sen 5\"}").status());
    }

    @Test
    void aMergePatchOfMoneyKeepsWhatItDoesNotName() throws Exception {
        Money money = new Money(new BigDecimal("10"), "USD");
        RecordData rich = rest.crm.records.put("accounts", Map.of("name", "Rich", "annualRevenue", money));
        RestOverHttp.Answer changed =
                rest.patch(ACCOUNTS + "/" + rich.id(), "\"1\"", "{\"annualRevenue\":{\"amount\":\"20\"}}");
        assertEquals("20", changed.json().get("annualRevenue").get("amount").asText());
        assertEquals("USD", changed.json().get("annualRevenue").get("currency").asText());
    }

    @Test
    void deletingNeedsTheVersionAndRestoringBringsItBack() throws Exception {
        assertEquals(428, rest.send(rest.anna(address).DELETE()).status());
        assertEquals(
                204,
                rest.send(rest.anna(address).header("If-Match", "\"1\"").DELETE())
                        .status());
        assertEquals(404, rest.get(address).status());
        assertEquals(1, rest.get(ACCOUNTS + "?trash=true").json().get("items").size());
        assertEquals(200, rest.post(address + "/actions/restore", "").status());
        assertEquals(200, rest.get(address).status());
    }

    @Test
    void actionsTakeJsonOrNothingAndAnswerWhatTheyLike() throws Exception {
        assertEquals("convert", rest.get(address + "/actions").json().get(0).asText());
        JsonNode converted =
                rest.post(address + "/actions/convert", "{\"with\":[1]}").json();
        assertEquals("5", converted.get("account").get("id").asText());
        assertEquals(1, converted.get("input").get("with").get(0).asInt());
        RestOverHttp.Answer bodyless =
                rest.send(rest.anna(address + "/actions/touch").POST(HttpRequest.BodyPublishers.noBody()));
        assertEquals("\"1\"", bodyless.header("ETag"));
        assertEquals(204, rest.post(address + "/actions/nothing", "{}").status());
        assertEquals(404, rest.post(address + "/actions/unheard", "{}").status());
    }

    @Test
    void historyAndTimelineTellWhoChangedWhat() throws Exception {
        JsonNode change = rest.get(address + "/history").json().get("items").get(0);
        assertEquals("updated", change.get("kind").asText());
        assertEquals("New", change.get("fields").get(0).get("to").asText());
        JsonNode entry = rest.get(address + "/timeline?limit=1").json();
        assertEquals("Anna", entry.get("items").get(0).get("by").get("label").asText());
        assertEquals("2026-05-04T03:02:01Z", entry.get("next").asText());
        assertEquals(400, rest.get(address + "/timeline?cursor=yesterday").status());
        assertEquals(
                1,
                rest.get(address + "/timeline?kind=updated").json().get("items").size());
        assertEquals(
                0,
                rest.get(address + "/timeline?kind=comment,call")
                        .json()
                        .get("items")
                        .size());
        assertEquals(
                0, rest.get(address + "/timeline?by=4711").json().get("items").size());
    }

    @Test
    void manyAreChangedInAJob() throws Exception {
        rest.crm.records.put("accounts", Map.of("name", "Lotus"));
        RestOverHttp.Answer accepted =
                rest.post(ACCOUNTS + "/bulk", "{\"filter\":\"name==*\",\"patch\":{\"phone\":\"1\"}}");
        assertEquals(202, accepted.status());
        JsonNode job = rest.get(accepted.header("Location")).json();
        assertEquals("done", job.get("state").asText());
        assertEquals(2, job.get("result").get("updated").asInt());
        assertEquals("1", rest.get(address).json().get("phone").asText());
    }

    @Test
    void idsThatAreGoneAreSkippedAndRefusedOnesCounted() throws Exception {
        RecordData other = rest.crm.records.put("accounts", Map.of("name", "Lotus"));
        String ids = "[\"" + sen.id() + "\",\"" + other.id() + "\",\"12\"]";
        JsonNode deleted = rest.post(ACCOUNTS + "/bulk", "{\"ids\":" + ids + ",\"delete\":true}")
                .json()
                .get("result");
        assertEquals(3, deleted.get("total").asInt());
        assertEquals(2, deleted.get("deleted").asInt());
        assertEquals(1, deleted.get("skipped").asInt());
        assertEquals(0, deleted.get("failed").asInt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}", "{\"filter\":\"\",\"ids\":[],\"delete\":true}", "{\"ids\":[\"1\"]}",
                "{\"ids\":[\"1\"],\"delete\":true,\"patch\":{}}", "{\"ids\":[1],\"delete\":true}",
                        "{\"filter\":\"((\",\"delete\":true}"
            })
    void aBulkChangeThatIsNotClearIsNotStarted(String json) throws Exception {
        assertEquals(400, rest.post(ACCOUNTS + "/bulk", json).status());
    }

    @Test
    void aSummaryTellsCodesAndSums() throws Exception {
        JsonNode summary = rest.get("/api/v1/opportunities/summary?group=name&measure=count,sum:amount")
                .json();
        JsonNode group = summary.get("groups").get(0);
        assertEquals("Won", group.get("key").get("code").asText());
        assertEquals(2, group.get("count").asInt());
        assertEquals("12.50", group.get("sum:amount").get("amount").asText());
        assertEquals("EUR", group.at("/foreign/sum:amount/0/currency").asText());
        assertEquals("closedOn", summary.at("/rateDays/sum:amount/0").asText());
        JsonNode byAccount =
                rest.get("/api/v1/opportunities/summary?group=account").json();
        assertTrue(byAccount.get("groups").get(0).get("key").has("id"));
    }

    @Test
    void companyTotalsStandBesideOnesOwnAndTakeNoFilter() throws Exception {
        String summary = "/api/v1/opportunities/summary?measure=count";
        JsonNode both = rest.get(summary + "&group=name&totals=all").json();
        assertEquals(2, both.at("/total/count").asInt());
        assertEquals(9, both.at("/company/total/count").asInt());
        assertEquals("*", both.at("/company/groups/0/key/code").asText());
        assertFalse(rest.get(summary + "&totals=all").json().has("company"));
        assertFalse(rest.get(summary + "&group=name").json().has("company"));
        assertEquals(400, rest.get(summary + "&totals=some").status());
        assertEquals(400, rest.get(summary + "&totals=all&filter=id==7").status());
        assertEquals(400, rest.get(summary + "&totals=all&q=sen").status());
    }

    @Test
    void aSummaryIsAskedForAsManyGroupsAsSomebodyReadsAndSaysWhetherThereAreMore() throws Exception {
        String summary = "/api/v1/opportunities/summary?group=account";
        assertFalse(rest.get(summary).json().get("more").asBoolean());
        assertTrue(rest.get(summary + "&limit=1").json().get("more").asBoolean());
        assertEquals(400, rest.get(summary + "&limit=1001").status());
        assertEquals(400, rest.get(summary + "&limit=0").status());
    }

    @Test
    void searchFindsAcrossTypes() throws Exception {
        JsonNode hit = rest.get("/api/v1/search?q=sen").json().get("items").get(0);
        assertEquals("accounts", hit.get("type").asText());
        assertEquals("Hà Nội", hit.get("detail").asText());
        assertEquals(400, rest.get("/api/v1/search").status());
    }

    @Test
    void whatGoesWrongInsideStaysInside() throws Exception {
        RestOverHttp.Answer failed = rest.patch(address, "\"1\"", "{\"name\":\"boom\"}");
        assertEquals(500, failed.status());
        assertFalse(failed.text().contains("SELECT"));
        RestOverHttp.Answer away = rest.patch(address, "\"1\"", "{\"name\":\"unavailable\"}");
        assertEquals(503, away.status());
        assertEquals("5", away.header("Retry-After"));
    }
}
