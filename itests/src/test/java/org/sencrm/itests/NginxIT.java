package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.OrderWith;

/** The product behind nginx, with the configuration that it ships. */
@OrderWith(Step.ByStep.class)
public class NginxIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final int PATIENCE_MILLIS = 30_000;

    @ClassRule
    @Rule
    public static final Scene scene = new Scene();

    private static Nginx nginx;
    private static SSLContext tls;
    private static HttpClient client;
    private static String token;

    @BeforeClass
    public static void open() throws Exception {
        nginx = Nginx.before(scene.product().port());
        tls = nginx.stranger();
        client = HttpClient.newBuilder().sslContext(tls).build();
        token = signIn("admin", Fixtures.ADMIN_PASSWORD).json().path("token").asText();
    }

    @AfterClass
    public static void close() throws Exception {
        if (nginx != null) {
            nginx.close();
        }
    }

    @Test
    @Step(1)
    public void whoComesWithoutTlsIsSentToTls() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://" + Nginx.HOST + ":" + nginx.openPort() + "/ui/accounts?q=x"))
                        .build(),
                BodyHandlers.ofString());

        assertEquals(308, answer.statusCode());
        assertEquals(
                nginx.address("/ui/accounts?q=x"),
                answer.headers().firstValue("Location").orElseThrow());
    }

    @Test
    @Step(2)
    public void everyHeaderThatProtectsIsThereOnce() throws Exception {
        for (String path : List.of("/ui/", "/api/v1/accounts", "/health")) {
            HttpResponse<String> answer = client.send(request(path).build(), BodyHandlers.ofString());

            assertEquals(200, answer.statusCode());
            for (String header : List.of(
                    "Strict-Transport-Security",
                    "Content-Security-Policy",
                    "X-Content-Type-Options",
                    "X-Frame-Options",
                    "Referrer-Policy",
                    "Cache-Control")) {
                assertEquals(
                        path + " " + header,
                        1,
                        answer.headers().allValues(header).size());
            }
            assertEquals("nginx", answer.headers().firstValue("Server").orElse("nginx"));
        }
    }

    @Test
    @Step(3)
    public void anotherNameGetsNoCertificate() throws Exception {
        try (SSLSocket line = (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", nginx.port())) {
            SSLParameters asked = line.getSSLParameters();
            asked.setServerNames(List.of(new SNIHostName("other.test")));
            line.setSSLParameters(asked);

            assertThrows(SSLException.class, line::startHandshake);
        }
    }

    @Test
    @Step(4)
    public void whatSomebodySaysOfTheirAddressIsNotBelieved() throws Exception {
        HttpRequest wrong = json("/api/v1/auth/tokens", Map.of("user", "admin", "password", "wrong"))
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Forwarded", "for=203.0.113.9")
                .build();

        assertEquals(401, client.send(wrong, BodyHandlers.ofString()).statusCode());
        String log = Files.readString(scene.product().home().resolve("log").resolve("security.log"));
        assertTrue(log, log.contains("signIn.refused"));
        assertFalse(log, log.contains("203.0.113.9"));
    }

    @Test
    @Step(5)
    public void whatIsTooLargeNeverReachesTheProduct() throws Exception {
        try (Socket line = post("70000000")) {
            String answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertTrue(answer, answer.startsWith("HTTP/1.1 413"));
            assertTrue(answer, answer.contains("application/problem+json"));
            assertTrue(answer, answer.endsWith("\"status\":413}"));
        }
    }

    /** Begins to send a body of so many bytes. */
    private static Socket post(String length) throws IOException {
        Socket line = tls.getSocketFactory().createSocket(Nginx.HOST, nginx.port());
        line.setSoTimeout(PATIENCE_MILLIS);
        OutputStream out = line.getOutputStream();
        out.write(("POST /api/v1/accounts HTTP/1.1\r\nHost: " + Nginx.HOST + ":" + nginx.port()
                        + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " + length
                        + "\r\n\r\n{")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return line;
    }

    @Test
    @Step(6)
    public void eventsAreToldAtOnce() throws Exception {
        HttpResponse<InputStream> events =
                client.send(request("/api/v1/modules/events").build(), BodyHandlers.ofInputStream());
        assertEquals(200, events.statusCode());
        try (InputStream told = events.body()) {
            CompletableFuture<Boolean> heard = CompletableFuture.supplyAsync(() -> hears(told, "crm-sales"));
            assertEquals(0, scene.product().run("module", "off", "crm-sales").code());
            assertTrue(heard.get(AT_ONCE.toSeconds(), TimeUnit.SECONDS));
        } finally {
            scene.product().run("module", "on", "crm-sales");
        }
    }

    private static boolean hears(InputStream told, String word) {
        StringBuilder all = new StringBuilder();
        byte[] piece = new byte[4096];
        try {
            while (all.indexOf(word) < 0) {
                int length = told.read(piece);
                if (length < 0) {
                    return false;
                }
                all.append(new String(piece, 0, length, StandardCharsets.UTF_8));
            }
            return true;
        } catch (IOException broken) {
            return false;
        }
    }

    @Test
    @Step(7)
    public void theScreensAndTheirPushWorkThroughIt() {
        Page page = scene.chrome().trusting();
        List<WebSocket> lines = new ArrayList<>();
        page.onWebSocket(lines::add);
        page.navigate(nginx.address("/ui/signin?lang=en"));
        Person person = new Person(scene.product(), page);
        person.signIn(Language.EN, Fixtures.ADMIN_PASSWORD);
        assertThat(person.navigation()).isVisible();
        person.settle();

        assertTrue(page.url(), page.url().startsWith(nginx.address("/ui/")));
        assertTrue(
                "push over TLS", lines.stream().anyMatch(line -> line.url().startsWith("wss://") && !line.isClosed()));
        person.leave();
    }

    /** At the product itself a few hundred such callers would take all its threads. */
    @Test
    @Step(8)
    public void whoSendsSlowlyHoldsUpNobody() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 400; i++) {
                slow.add(post("1000"));
            }
            long start = System.nanoTime();
            assertEquals("up", scene.product().health().path("status").asText());
            assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(AT_ONCE) < 0);
            assertEquals(200, scene.product().admin().get("/accounts").status());
        } finally {
            for (Socket line : slow) {
                line.close();
            }
        }
    }

    @Test
    @Step(9)
    public void whoTriesManyPasswordsIsHeldBackBeforeTheProduct() throws Exception {
        Said last = null;
        for (int i = 0; i < 60 && (last == null || !last.isOfNginx()); i++) {
            last = signIn("nobody" + i, "wrong");
        }

        assertEquals(429, last.status());
        assertTrue(last.isOfNginx());
        assertEquals(
                200,
                client.send(request("/api/v1/accounts").build(), BodyHandlers.ofString())
                        .statusCode());
    }

    @Test
    @Step(10)
    public void whileTheProductIsAwayThatIsSaid() throws Exception {
        scene.product().run("stop");
        try {
            Said said = Said.of(client.send(request("/api/v1/accounts").build(), BodyHandlers.ofString()));

            assertEquals(503, said.status());
            assertTrue(said.isOfNginx());
        } finally {
            scene.product().startAgain();
        }
        assertEquals(
                200,
                client.send(request("/api/v1/accounts").build(), BodyHandlers.ofString())
                        .statusCode());
    }

    @Test
    @Step(11)
    public void whereItIsAskedForOnlyDevicesWithACertificateGetIn() throws Exception {
        try (Nginx strict = Nginx.forDevicesBefore(scene.product().port())) {
            HttpRequest health = HttpRequest.newBuilder(URI.create(strict.address("/health")))
                    .build();
            HttpClient stranger =
                    HttpClient.newBuilder().sslContext(strict.stranger()).build();
            HttpClient device =
                    HttpClient.newBuilder().sslContext(strict.device()).build();

            assertEquals(400, stranger.send(health, BodyHandlers.ofString()).statusCode());
            assertEquals(200, device.send(health, BodyHandlers.ofString()).statusCode());
        }
    }

    private static Said signIn(String user, String password) throws Exception {
        return Said.of(client.send(
                json("/api/v1/auth/tokens", Map.of("user", user, "password", password))
                        .build(),
                BodyHandlers.ofString()));
    }

    private static HttpRequest.Builder json(String path, Object body) throws Exception {
        return HttpRequest.newBuilder(URI.create(nginx.address(path)))
                .timeout(Duration.ofMillis(PATIENCE_MILLIS))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Api.JSON.writeValueAsString(body)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(nginx.address(path)))
                .timeout(Duration.ofMillis(PATIENCE_MILLIS))
                .header("Authorization", "Bearer " + token);
    }

    /** An answer whose body is JSON. */
    private record Said(int status, JsonNode json) {

        static Said of(HttpResponse<String> answer) throws IOException {
            return new Said(answer.statusCode(), Api.JSON.readTree(answer.body()));
        }

        /** The product's own problems have a type each. */
        boolean isOfNginx() {
            return json.path("status").asInt() == status
                    && "about:blank".equals(json.path("type").asText());
        }
    }
}
