package org.sencrm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product under measure, started by its launcher. */
final class Product implements AutoCloseable {

    private static final Pattern USED = Pattern.compile("heap +total \\d+K, used (\\d+)K");

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path home;
    private final String database;
    private final int port;
    private final String password = "Bench-" + UUID.randomUUID();

    /** @param database as {@code --db} of the launcher has it; null for the embedded one */
    Product(Path home, String database) throws IOException {
        this.home = home;
        this.database = database;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
    }

    /** Starts it; seconds until the first page is there. */
    double start() throws Exception {
        long start = System.nanoTime();
        List<String> words = new ArrayList<>(List.of("start", "--port", String.valueOf(port)));
        if (database != null) {
            words.addAll(List.of("--db", database));
        }
        launch(words.toArray(String[]::new));
        return (System.nanoTime() - start) / 1e9;
    }

    /** A new session of the administrator. */
    Screen signIn() throws Exception {
        Screen screen = new Screen(http, "http://127.0.0.1:" + port + "/ui");
        screen.signIn("admin", password);
        return screen;
    }

    void stop() throws Exception {
        launch("stop");
    }

    /** Resident memory of the process in MB. */
    double residentMegabytes() throws IOException {
        String pid = Files.readString(home.resolve("crm.pid")).trim();
        for (String line : Files.readAllLines(Path.of("/proc", pid, "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
            }
        }
        throw new IOException("the resident size of process " + pid + " is not told");
    }

    /** Megabytes of what is still in use after everything else was collected. */
    double liveMegabytes() throws Exception {
        String pid = Files.readString(home.resolve("crm.pid")).trim();
        tell(pid, "GC.run");
        for (String line : tell(pid, "GC.heap_info").split("\n")) {
            Matcher used = USED.matcher(line);
            if (used.find()) {
                return Long.parseLong(used.group(1)) / 1024.0;
            }
        }
        throw new IOException("the heap of process " + pid + " is not told");
    }

    private static String tell(String pid, String command) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), pid, command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }

    /** Whatever the answer is. */
    int status(String path) throws Exception {
        return http.send(request(path).GET().build(), BodyHandlers.discarding()).statusCode();
    }

    JsonNode get(String path) throws Exception {
        return send(request(path).GET().build());
    }

    /** As somebody whose token it is. */
    JsonNode get(String path, String token) throws Exception {
        return send(request(path, token).GET().build());
    }

    /** A token of somebody who signs in with a password. */
    String token(String user, String password) throws Exception {
        return post("/auth/tokens", Map.of("user", user, "password", password))
                .path("token")
                .asText();
    }

    JsonNode post(String path, Object body) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** Changes a record that must have this version still. */
    boolean patch(String path, long version, Object body) throws Exception {
        if (!tryPatch(path, version, body)) {
            throw new IOException(path + " was changed by somebody else");
        }
        return true;
    }

    /** As {@link #patch}; false where somebody else was faster. */
    boolean tryPatch(String path, long version, Object body) throws Exception {
        HttpResponse<String> answer = http.send(
                request(path)
                        .header("Content-Type", "application/merge-patch+json")
                        .header("If-Match", "\"" + version + "\"")
                        .method("PATCH", BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300 && answer.statusCode() != 412) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.statusCode() < 300;
    }

    JsonNode upload(String type, Path file, String options) throws Exception {
        String boundary = "boundary-of-the-benchmark";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\n" + type + "\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"options\"\r\n\r\n" + options + "\r\n--"
                + boundary
                + "\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"rows.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        return send(request("/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build());
    }

    @Override
    public void close() throws Exception {
        launch("stop");
    }

    private HttpRequest.Builder request(String path) throws IOException {
        return request(path, Files.readString(home.resolve("token")).trim());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest request) throws Exception {
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new IOException(request.uri() + ": " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body());
    }

    private void launch(String... words) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(System.getenv("CRM_LAUNCHER"));
        command.addAll(List.of(words));
        command.addAll(List.of("--home", home.toString()));
        ProcessBuilder launcher = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolveSibling("launcher.txt").toFile());
        launcher.environment().put("CRM_ADMIN_PASSWORD", password);
        Process process = launcher.start();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(home.resolveSibling("launcher.txt")));
        }
    }
}
