package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Right;
import org.sencrm.api.transfer.ImportOptions;

/** Files in and out. */
class TransferRestTest {

    private static RestOverHttp rest;

    @BeforeAll
    static void start() throws Exception {
        rest = new RestOverHttp();
    }

    @AfterAll
    static void stop() throws Exception {
        rest.close();
    }

    private static RestOverHttp.Answer send(String... parts) throws Exception {
        StringBuilder form = new StringBuilder();
        for (String part : parts) {
            form.append("--line\r\nContent-Disposition: form-data; ")
                    .append(part)
                    .append("\r\n");
        }
        return rest.send(rest.anna("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=line")
                .POST(RestOverHttp.body(form + "--line--\r\n")));
    }

    private static String file(String content) {
        return "name=\"file\"; filename=\"khách hàng.csv\"\r\nContent-Type: text/csv\r\n\r\n" + content;
    }

    @Test
    void aFileIsTakenInWithItsOptions() throws Exception {
        String content = "account\n" + "Sen\n".repeat(100_000);
        RestOverHttp.Answer answer = send(
                file(content),
                "name=\"type\"\r\n\r\naccounts",
                "name=\"options\"\r\nContent-Type: application/json\r\n\r\n"
                        + "{\"map\":{\"name\":\"account\"},\"key\":\"name\",\"mode\":\"upsert\","
                        + "\"value\":{\"account\":{\"Sen\":\"Lotus\"}},\"dryRun\":true}");
        assertEquals(202, answer.status(), answer.text());
        assertEquals("/api/v1/imports/42", answer.header("Location"));
        assertEquals("running", answer.json().get("state").asText());
        assertEquals(4, answer.json().get("done").asInt());
        assertEquals(content, rest.crm.transfer.content);
        assertEquals("accounts", rest.crm.transfer.type);
        ImportOptions options = rest.crm.transfer.options;
        assertEquals(Map.of("name", "account"), options.map());
        assertEquals(ImportOptions.Mode.UPSERT, options.mode());
        assertEquals("Lotus", options.value().get("account").get("Sen"));
        assertTrue(options.dryRun());
    }

    @Test
    void withoutOptionsEverythingIsFoundOut() throws Exception {
        assertEquals(
                202, send("name=\"type\"\r\n\r\naccounts", file("name\nSen\n")).status());
        assertEquals(ImportOptions.guessed(), rest.crm.transfer.options);
    }

    @Test
    void anIncompleteFormOrUnknownOptionIsABadRequest() throws Exception {
        String type = "name=\"type\"\r\n\r\naccounts";
        assertEquals(400, send(type).status());
        assertEquals(400, send(file("a")).status());
        assertEquals(
                400,
                send(type, file("a"), "name=\"options\"\r\n\r\n{\"mood\":1}").status());
        assertEquals(
                400,
                send(type, file("a"), "name=\"options\"\r\n\r\n{\"mode\":\"replace\"}")
                        .status());
        assertEquals(400, send(type, file("a"), "name=\"options\"\r\n\r\n{").status());
    }

    @Test
    void anImportIsWatchedAndSteered() throws Exception {
        assertEquals(
                "accounts", rest.get("/api/v1/imports/42").json().get("type").asText());
        assertEquals(1, rest.get("/api/v1/imports").json().get("items").size());
        for (String word : new String[] {"cancel", "resume", "undo"}) {
            assertEquals(200, rest.post("/api/v1/imports/42/" + word, "").status());
        }
        RestOverHttp.Answer errors = rest.get("/api/v1/imports/42/errors");
        assertEquals("row,message\n3,broken\n", errors.text());
        assertTrue(errors.header("Content-Disposition").startsWith("attachment"));
        assertEquals(404, rest.get("/api/v1/imports/43/errors").status());
    }

    @Test
    void anExportIsAFileToSave() throws Exception {
        RestOverHttp.Answer answer = rest.get("/api/v1/accounts/export?format=xlsx&filter=name%3D%3DSen");
        assertEquals(200, answer.status());
        assertTrue(answer.header("Content-Type").contains("spreadsheetml"));
        assertTrue(answer.header("Content-Disposition")
                .matches("attachment; filename=\"(accounts-[0-9-]+\\.xlsx)\"; filename\\*=UTF-8''\\1"));
        assertEquals("name\nSen\n", answer.text());
        assertTrue(rest.get("/api/v1/accounts/export").header("Content-Type").startsWith("text/csv"));
    }

    @Test
    void anExportIsRefusedBeforeItsFirstByte() throws Exception {
        assertEquals(400, rest.get("/api/v1/accounts/export?format=pdf").status());
        assertEquals(400, rest.get("/api/v1/accounts/export?fields=nothing").status());
        assertEquals(404, rest.get("/api/v1/nothing/export").status());
        rest.crm.denied.add(Right.EXPORT);
        RestOverHttp.Answer refused = rest.get("/api/v1/accounts/export");
        rest.crm.denied.clear();
        assertEquals(403, refused.status());
        assertEquals("forbidden", refused.problem());
    }
}
