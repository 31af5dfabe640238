package org.sencrm.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of records, on the line. */
class FilesRestTest {

    private static final String TYPE = "name=\"type\"\r\n\r\naccounts";
    private static final String RECORD = "name=\"record\"\r\n\r\n1";

    private RestOverHttp rest;

    @BeforeEach
    void start() throws Exception {
        rest = new RestOverHttp();
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    private static String form(String... parts) {
        StringBuilder form = new StringBuilder();
        for (String part : parts) {
            form.append("--line\r\nContent-Disposition: form-data; ")
                    .append(part)
                    .append("\r\n");
        }
        return form + "--line--\r\n";
    }

    private static String file(String name, String content) {
        return "name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: text/html\r\n\r\n" + content;
    }

    private HttpRequest.Builder upload() {
        return rest.anna("/api/v1/files").header("Content-Type", "multipart/form-data; boundary=line");
    }

    private RestOverHttp.Answer send(String... parts) throws Exception {
        return rest.send(upload().POST(RestOverHttp.body(form(parts))));
    }

    @Test
    void aFileIsAddedWhereverItStandsInTheForm() throws Exception {
        String content = "Sen\r\n".repeat(100_000);
        RestOverHttp.Answer first = send(file("hợp đồng.pdf", content), TYPE, RECORD);
        RestOverHttp.Answer last = send(TYPE, RECORD, file("a.pdf", "short"));

        assertEquals(201, first.status(), first.text());
        assertEquals("/api/v1/files/1", first.header("Location"));
        assertEquals('"' + FakeFiles.HASH + '"', first.header("ETag"));
        JsonNode file = first.json();
        assertEquals("1", file.get("id").asText());
        assertEquals("hợp đồng.pdf", file.get("name").asText());
        assertEquals("image/png", file.get("mediaType").asText());
        assertEquals(content.length(), file.get("size").asInt());
        assertEquals(FakeFiles.HASH, file.get("hash").asText());
        assertEquals("Sen", file.get("record").get("label").asText());
        assertEquals("Anna", file.get("by").get("label").asText());
        assertEquals("1970-01-01T00:00:00Z", file.get("at").asText());
        assertArrayEquals(content.getBytes(StandardCharsets.UTF_8), rest.crm.files.contents.get(0));
        assertEquals(201, last.status(), last.text());
        assertEquals(0, rest.crm.files.openUploads);
    }

    @Test
    void aNameMayComeAsRfc5987HasIt() throws Exception {
        String named = "name=\"file\"; filename*=UTF-8''b%C3%A1o%20gi%C3%A1.pdf\r\n\r\nx";
        assertEquals("báo giá.pdf", send(named, TYPE, RECORD).json().get("name").asText());
    }

    @Test
    void aFileIsDescribedListedAndDeleted() throws Exception {
        send(file("a.pdf", "x"), TYPE, RECORD);
        assertEquals("a.pdf", rest.get("/api/v1/files/1").json().get("name").asText());
        assertEquals(1, rest.get("/api/v1/files/1/versions").json().get("items").size());
        assertEquals(
                1,
                rest.get("/api/v1/files?type=accounts&record=1")
                        .json()
                        .get("items")
                        .size());
        assertEquals(204, rest.send(rest.anna("/api/v1/files/1").DELETE()).status());
        assertEquals(404, rest.get("/api/v1/files/1").status());
        assertEquals(404, rest.get("/api/v1/files/1/content").status());
        assertEquals(404, rest.get("/api/v1/files/abc").status());
    }

    @Test
    void aContentIsSomethingToSaveAndNeverAPage() throws Exception {
        send(file("bản \"vẽ\" số 1.png", "<script>alert(1)</script>"), TYPE, RECORD);
        RestOverHttp.Answer content = rest.get("/api/v1/files/1/content");

        assertEquals("<script>alert(1)</script>", content.text());
        assertEquals("image/png", content.header("Content-Type"));
        assertEquals("25", content.header("Content-Length"));
        assertEquals('"' + FakeFiles.HASH + '"', content.header("ETag"));
        assertEquals("nosniff", content.header("X-Content-Type-Options"));
        assertTrue(content.header("Content-Security-Policy").contains("sandbox"));
        String disposition = content.header("Content-Disposition");
        assertTrue(
                disposition.startsWith("attachment; filename=\"b_n _v__ s_ 1.png\"; filename*=UTF-8''b%E1%BA%A3n%20"));
        assertTrue(disposition.matches("[\\x20-\\x7e]+"), disposition);
    }

    @Test
    void anIncompleteOrUnknownFormIsABadRequest() throws Exception {
        assertEquals(400, send(TYPE, RECORD).status());
        assertEquals(400, send(file("a.pdf", "x"), RECORD).status());
        assertEquals(400, send(file("a.pdf", "x"), TYPE).status());
        assertEquals(
                400,
                send(file("a.pdf", "x"), TYPE, RECORD, "name=\"owner\"\r\n\r\n7")
                        .status());
        assertEquals(
                400, send(file("a.pdf", "x"), file("b.pdf", "y"), TYPE, RECORD).status());
        assertEquals(400, send(file("a.pdf", "x"), TYPE, TYPE, RECORD).status());
        assertEquals(400, rest.get("/api/v1/files?type=accounts").status());
        assertEquals(0, rest.crm.files.stored.size());
        assertEquals(0, rest.crm.files.openUploads);
    }

    @Test
    void aFormThatBreaksOffStoresNothing() throws Exception {
        String whole = form(TYPE, RECORD, file("a.pdf", "Sen ".repeat(50_000)));
        RestOverHttp.Answer half = rest.send(upload().POST(RestOverHttp.body(whole.substring(0, 100_000))));
        assertEquals(400, half.status(), half.text());
        assertEquals(
                400,
                rest.send(rest.anna("/api/v1/files")
                                .header("Content-Type", "multipart/form-data")
                                .POST(RestOverHttp.body(whole)))
                        .status());
        cutTheLine(whole, 100_000);
        assertEquals(200, rest.get("/api/v1/files?type=accounts&record=1").status());
        assertEquals(0, rest.crm.files.stored.size());
        assertEquals(0, rest.crm.files.openUploads);
    }

    private void cutTheLine(String whole, int sent) throws Exception {
        URI address = URI.create(rest.address());
        try (Socket line = new Socket(address.getHost(), address.getPort());
                OutputStream out = line.getOutputStream()) {
            String head =
                    "POST /api/v1/files HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAuthorization: Bearer "
                            + FakeCrm.TOKEN + "\r\nContent-Type: multipart/form-data; boundary=line\r\nContent-Length: "
                            + whole.length() + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(whole.substring(0, sent).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            line.shutdownOutput();
            try (InputStream in = line.getInputStream()) {
                assertNotEquals(-1, in.read());
            }
        }
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
        RestOverHttp.Answer told = send(file("a.pdf", "x".repeat(1_100_000)), TYPE, RECORD);
        assertEquals(413, told.status());
        assertEquals("too-large", told.problem());
        assertTrue(told.json().get("detail").asText().contains("1 MB"));

        RestOverHttp.Answer slightly = send(file("a.pdf", "x".repeat(1_000_001)), TYPE, RECORD);
        assertEquals(413, slightly.status());
        assertEquals("too-large", slightly.problem());
        assertEquals(0, rest.crm.files.stored.size());
    }

    @Test
    void accessIsThatOfTheRecord() throws Exception {
        assertEquals(
                403, send(file("a.pdf", "x"), TYPE, "name=\"record\"\r\n\r\n2").status());
        assertEquals(
                404, send(file("a.pdf", "x"), TYPE, "name=\"record\"\r\n\r\n3").status());
        assertEquals(
                404,
                send(file("a.pdf", "x"), TYPE, "name=\"record\"\r\n\r\n../1").status());
        assertEquals(401, rest.send(rest.open("/api/v1/files/1/content")).status());
        assertEquals(0, rest.crm.files.openUploads);
    }

    @Test
    void onlyAFormIsTaken() throws Exception {
        assertEquals(415, rest.post("/api/v1/files", "{}").status());
        assertEquals(405, rest.patch("/api/v1/files/1", "\"1\"", "{}").status());
    }

    @Test
    void aFileGoesToTheTrashAndComesBack() throws Exception {
        send(file("offer.pdf", "10"), TYPE, RECORD);

        RestOverHttp.Answer gone = rest.send(rest.anna("/api/v1/files/1/trash").POST(RestOverHttp.body("")));
        int missing = rest.send(rest.anna("/api/v1/files/1").GET()).status();
        RestOverHttp.Answer back =
                rest.send(rest.anna("/api/v1/files/1/restore").POST(RestOverHttp.body("")));

        assertEquals(204, gone.status(), gone.text());
        assertEquals(404, missing);
        assertEquals(200, back.status(), back.text());
        assertEquals("offer.pdf", back.json().get("name").asText());
        assertEquals(
                404,
                rest.send(rest.anna("/api/v1/files/7/restore").POST(RestOverHttp.body("")))
                        .status());
    }
}
