package org.sencrm.itests;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A client of the REST interface as a script would write it. */
final class Api {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String base;
    private final String token;
    private final String language;

    Api(int port, String token) {
        this("http://127.0.0.1:" + port + "/api/v1", token, null);
    }

    private Api(String base, String token, String language) {
        this.base = base;
        this.token = token;
        this.language = language;
    }

    /** The same client with its answers in English. */
    Api inEnglish() {
        return new Api(base, token, "en");
    }

    /** The client of somebody who signs in with a password. */
    static Api signedIn(int port, String user, String password) throws Exception {
        Answer answer = new Api(port, null).post("/auth/tokens", Map.of("user", user, "password", password));
        if (answer.status() != 201) {
            throw new AssertionError("sign-in of " + user + " failed: " + answer);
        }
        return new Api(port, answer.json().path("token").asText());
    }

    Answer get(String path) throws Exception {
        return send("GET", path, null);
    }

    Answer post(String path, Object body) throws Exception {
        return send("POST", path, body);
    }

    Answer patch(String path, long version, Object body) throws Exception {
        return send("PATCH", path, body, "If-Match", "\"" + version + "\"");
    }

    Answer delete(String path, long version) throws Exception {
        return send("DELETE", path, null, "If-Match", "\"" + version + "\"");
    }

    Answer send(String method, String path, Object body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (language != null) {
            request.header("Accept-Language", language);
        }
        if (body != null) {
            request.header(
                    "Content-Type", "PATCH".equals(method) ? "application/merge-patch+json" : "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        request.method(
                method,
                body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body)));
        return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
    }

    /** What lies at an address, as it is. */
    byte[] bytes(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Uploads a file for import and waits for its end. */
    JsonNode importFile(String type, Path file, Map<String, ?> options) throws Exception {
        Answer started = startImport(type, file, options);
        if (started.status() != 202) {
            throw new AssertionError("import refused: " + started);
        }
        String id = started.json().path("id").asText();
        return Await.until("the import of " + file.getFileName(), Duration.ofMinutes(3), () -> {
            JsonNode status = get("/imports/" + id).json();
            return java.util.Set.of("queued", "running")
                            .contains(status.path("state").asText())
                    ? null
                    : status;
        });
    }

    /** @param options a map, or JSON as it is */
    Answer startImport(String type, Path file, Object options) throws Exception {
        String json = options instanceof String text ? text : JSON.writeValueAsString(options);
        return upload("/imports", Map.of("type", type, "options", json), file, "text/csv");
    }

    /** Uploads a package of a module; the answer is a plan, or why not. */
    Answer uploadPackage(Path file) throws Exception {
        return upload("/modules/plans", Map.of(), file, "application/octet-stream");
    }

    /** Sends a form with a file. @param texts the other parts by name */
    Answer upload(String path, Map<String, String> texts, Path file, String mediaType) throws Exception {
        Form form = Form.of(texts, String.valueOf(file.getFileName()), mediaType);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", Form.MEDIA_TYPE)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(form.before()),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString(form.after())));
        if (language != null) {
            request.header("Accept-Language", language);
        }
        return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
    }

    /** Status, headers and body of one answer. */
    record Answer(int status, java.net.http.HttpHeaders headers, String body) {

        static Answer of(HttpResponse<String> response) {
            return new Answer(response.statusCode(), response.headers(), response.body());
        }

        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }

        /** The id of what was created; nothing else may be the answer. */
        String created() throws IOException {
            assertEquals(toString(), 201, status);
            return json().path("id").asText();
        }

        String header(String name) {
            return headers.firstValue(name).orElse(null);
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }
}
