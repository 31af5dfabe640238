package org.sencrm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

/** Speaks to {@code /api/v1}; turns every answer that is no success into {@link Refused} with the system's own words. */
final class RestClient {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI base;
    private final String token;

    RestClient(URI server, String token) {
        this.base = server;
        this.token = token;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json(send(request(path).GET().build()));
    }

    JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        return json(send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body == null ? "{}" : body.toString()))
                .build()));
    }

    /** Sends a file with the other fields of a form. */
    JsonNode upload(String path, Path file, Map<String, String> fields) throws IOException, InterruptedException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String boundary = "sencrm-" + HexFormat.of().formatHex(random);
        StringBuilder head = new StringBuilder();
        fields.forEach(
                (name, value) -> head.append(part(boundary, name)).append(value).append("\r\n"));
        head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename*=UTF-8''"
                + encode(file.getFileName().toString()) + "; filename=\""
                + file.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_") + "\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n");
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(head.toString()),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return json(send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body)
                .build()));
    }

    /** Saves an answer to a file that appears only when it is whole. */
    void download(String path, Path file) throws IOException, InterruptedException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            HttpResponse<Path> answer = exchange(request(path).GET().build(), BodyHandlers.ofFile(part));
            if (answer.statusCode() >= 300) {
                throw refusal(answer.statusCode(), Files.readString(part));
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String part(String boundary, String name) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .timeout(Duration.ofMinutes(10))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en");
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = exchange(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw refusal(answer.statusCode(), answer.body());
        }
        return answer;
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        try {
            return http.send(request, handler);
        } catch (ConnectException e) {
            throw new Refused("nothing answers at " + base + ": is the system started?");
        }
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return answer.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(answer.body());
    }

    private static Refused refusal(int status, String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            StringBuilder said = new StringBuilder(problem.path("title").asText("HTTP " + status));
            if (problem.path("detail").isTextual()) {
                said.append(": ").append(problem.path("detail").asText());
            }
            for (JsonNode error : problem.path("errors")) {
                said.append("; ")
                        .append(error.path("field").asText(""))
                        .append(": ")
                        .append(error.path("message").asText());
            }
            return new Refused(said.toString());
        } catch (IOException notJson) {
            return new Refused("HTTP " + status);
        }
    }
}
