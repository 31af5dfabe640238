package org.sencrm.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.OrderWith;

/** TLS without nginx, and certificates of smart cards on both ways: at the product itself and through nginx. */
@OrderWith(Step.ByStep.class)
public class SmartCardIT {

    private static final String VOUCHER = "0123456789abcdef0123456789abcdef";
    private static final Map<String, String> CARD = Map.of("kind", "x509");

    @ClassRule
    public static final TemporaryFolder folder = new TemporaryFolder();

    private static CardAuthority authority;
    private static KeyStore good;
    private static KeyStore revoked;
    private static Product product;
    private static int tlsPort;
    private static Nginx nginx;
    private static Chrome chrome;
    private static Colleague colleague;

    @BeforeClass
    public static void open() throws Exception {
        authority = CardAuthority.in(folder.newFolder().toPath());
        good = authority.card("lan.pham");
        revoked = authority.card("lost");
        product = Product.unstarted();
        tlsPort = PostgresServer.freePort();
        product.with("CRM_TLS_PORT", String.valueOf(tlsPort)).with("CRM_TLS_ADDRESS", "127.0.0.1");
        Path tls = Files.createDirectories(product.home().resolve("tls"));
        KeyStore server = authority.issue("localhost", "-ext", "SAN=DNS:localhost", "-ext", "eku=serverAuth");
        Files.writeString(
                tls.resolve("cert.pem"),
                Keytool.pem("CERTIFICATE", CardAuthority.certificateOf(server).getEncoded()));
        Files.writeString(tls.resolve("key.pem"), CardAuthority.keyOf(server));
        Files.copy(authority.pem(), tls.resolve("clients.pem"));
        product.startAgain();
        nginx = Nginx.forCardsBefore(product.port(), authority.pem(), VOUCHER);
        chrome = Chrome.open();
        colleague = Colleague.who(product.admin(), "lan.pham", "accounts", Map.of("read", "all"));
    }

    @AfterClass
    public static void close() throws Exception {
        if (chrome != null) {
            chrome.close();
        }
        if (nginx != null) {
            nginx.close();
        }
        if (product != null) {
            product.close();
        }
    }

    @Test
    @Step(1)
    public void theProductSpeaksTlsItself() throws Exception {
        HttpResponse<String> health = direct(null).get("/health");

        assertEquals(200, health.statusCode());
        assertEquals(List.of("max-age=31536000"), health.headers().allValues("Strict-Transport-Security"));
        assertEquals("up", product.health().path("status").asText());
        String cookie =
                direct(null).get("/ui/").headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie, cookie.startsWith("__Host-sencrm="));
        assertTrue(cookie, cookie.contains("Secure") && cookie.contains("HttpOnly"));
    }

    /** The greeting of an old client, by hand: those of today do not speak so any more. */
    @Test
    @Step(2)
    public void whatIsOlderThanTls12IsRefused() throws Exception {
        String suites = "c013c014c009c00a002f0035";
        String hello = "0302" + "00".repeat(32) + "00" + "000c" + suites + "0100";
        String handshake = "010000" + HexFormat.of().toHexDigits((byte) (hello.length() / 2)) + hello;
        String line = "16030100" + HexFormat.of().toHexDigits((byte) (handshake.length() / 2)) + handshake;
        try (Socket socket = new Socket("127.0.0.1", tlsPort)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(HexFormat.of().parseHex(line));
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(7);

            assertEquals("an alert", 21, answer[0]);
            assertEquals("protocol version", 70, answer[6]);
        }
    }

    @Test
    @Step(3)
    public void anAdministratorSaysWhoseCertificatesCount() throws Exception {
        Person admin = new Person(product, chrome.person(1280, 860, "light")).signedIn();
        admin.open("settings/token-key-certificates");
        Locator authorities = admin.field("Certificates of the authorities");
        authorities.fill("nothing");
        admin.button("Save").click();
        assertThat(admin.content()).containsText("This is no list of authorities’ certificates");

        authorities.fill(Files.readString(authority.pem()));
        admin.field("Revocation list").fill(authority.revoked(revoked));
        admin.page().getByLabel("Secret of the proxy").fill(VOUCHER);
        Chrome.picture(admin.page(), "smart-card-settings");
        assertEquals(List.of(), Chrome.seriousViolations(admin.page()));
        admin.save();
    }

    @Test
    @Step(4)
    public void aPersonSetsUpTheCertificateOfTheLine() throws Exception {
        Line line = throughNginx(good);
        String token = line.firstStep().json().path("token").asText();
        Answer begun = line.post("/me/factors", Map.of("kind", "x509", "label", "Card"), token);
        assertEquals(begun.toString(), 201, begun.status());
        String confirm = "/me/factors/" + begun.json().path("id").asText() + "/confirm";

        assertEquals(422, throughNginx(null).post(confirm, Map.of(), token).status());
        Answer confirmed = line.post(confirm, Map.of(), token);
        assertEquals(confirmed.toString(), 200, confirmed.status());
        assertEquals(10, confirmed.json().path("recoveryCodes").size());
    }

    @Test
    @Step(5)
    public void theGoodCardGetsInOnBothWays() throws Exception {
        for (Line line : List.of(throughNginx(good), direct(good))) {
            Answer asked = line.firstStep();
            assertEquals(asked.toString(), 401, asked.status());
            assertEquals("x509", asked.json().path("factors").path(0).asText());
            assertEquals(201, line.answer(asked).status());
        }
    }

    @Test
    @Step(6)
    public void badCardsAreRefusedThroughNginxForAReason() throws Exception {
        KeyStore expired = authority.card("lan.pham", "-startdate", "-3d", "-validity", "1");
        KeyStore other = CardAuthority.in(folder.newFolder().toPath()).card("lan.pham");
        assertRefused("expired", throughNginx(expired));
        assertRefused("revoked", throughNginx(revoked));
        assertRefused("otherAuthority", throughNginx(other));
    }

    @Test
    @Step(7)
    public void badCardsAreRefusedAtTheProductItself() throws Exception {
        assertRefused("noCertificate", direct(null));
        assertRefused("revoked", direct(revoked));
        assertRefused("anotherCertificate", direct(authority.card("lan.pham")));
        KeyStore early = authority.card("lan.pham", "-startdate", "+1d");
        assertThrows("it makes no line", IOException.class, () -> direct(early).get("/health"));
        KeyStore server = authority.issue("lan.pham", "-ext", "eku=serverAuth");
        assertThrows("it makes no line", IOException.class, () -> direct(server).get("/health"));
    }

    /** A certificate is no secret; what others say of it in headers counts nowhere. */
    @Test
    @Step(8)
    public void forgedHeadersAreWorthNothing() throws Exception {
        String pem =
                Keytool.pem("CERTIFICATE", CardAuthority.certificateOf(good).getEncoded());
        Map<String, String> forged = new HashMap<>();
        forged.put(
                "X-Client-Certificate",
                URLEncoder.encode(pem, StandardCharsets.UTF_8).replace("+", "%20"));
        forged.put("X-Client-Verified", "SUCCESS");
        forged.put("X-Client-Voucher", VOUCHER);
        assertRefused("noCertificate", throughNginx(null).saying(forged));
        assertRefused("noCertificate", direct(null).saying(forged));

        forged.put("X-Client-Voucher", "guess");
        Line local = new Line(HttpClient.newHttpClient(), "http://127.0.0.1:" + product.port(), forged);
        assertRefused("notOfTheProxy", local);
    }

    @Test
    @Step(9)
    public void theListOfKeysKnowsTheCardAndRevokingItEndsIt() throws Exception {
        Api admin = product.admin();
        JsonNode key = Await.until("the card in the list", Duration.ofSeconds(20), () -> {
            JsonNode found = admin.get("/tokenkeys?filter=kind==x509").json().path("items");
            return found.isEmpty() ? null : found.get(0);
        });
        assertEquals("active", key.path("state").asText());
        assertEquals(
                CardAuthority.certificateOf(good).getSerialNumber().toString(16).toUpperCase(),
                key.path("serial").asText());
        assertEquals(
                CardAuthority.certificateOf(good).getNotAfter().toInstant().toString(),
                key.path("validUntil").asText());
        assertTrue(key.path("certificate").asText().startsWith("CN=lan.pham"));

        Api.Answer ended = admin.post("/tokenkeys/" + key.path("id").asText() + "/actions/revoke", Map.of());
        assertEquals(ended.toString(), 200, ended.status());
        assertFalse(direct(good).firstStep().json().path("factors").toString().contains("x509"));
    }

    /** Refused with one sentence, the reason in the log; the challenge is still good for the right card. */
    private static void assertRefused(String reason, Line line) throws Exception {
        Path log = product.home().resolve("log").resolve("security.log");
        int before = Files.readString(log).length();
        Answer asked = line.firstStep();
        Answer refused = line.answer(asked);

        assertEquals(refused.toString(), 401, refused.status());
        assertFalse(refused.toString(), refused.toString().contains(reason));
        String written = Files.readString(log).substring(before);
        assertTrue(reason + " in " + written, written.contains("kind=x509 reason=" + reason + " "));
        assertEquals(201, direct(good).answer(asked).status());
    }

    private static Line throughNginx(KeyStore card) throws Exception {
        return new Line(client(nginx.line(card)), nginx.address(""), Map.of());
    }

    private static Line direct(KeyStore card) throws Exception {
        return new Line(client(Keytool.line(authority.certificate(), card)), "https://localhost:" + tlsPort, Map.of());
    }

    private static HttpClient client(SSLContext line) {
        return HttpClient.newBuilder().sslContext(line).build();
    }

    /** A way to the product, with a certificate or without. */
    private record Line(HttpClient client, String base, Map<String, String> headers) {

        Line saying(Map<String, String> more) {
            return new Line(client, base, more);
        }

        HttpResponse<String> get(String path) throws Exception {
            return client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
        }

        Answer firstStep() throws Exception {
            return post("/auth/tokens", Map.of("user", colleague.userName(), "password", colleague.password()), null);
        }

        Answer answer(Answer asked) throws Exception {
            String challenge = asked.json().path("challenge").asText();
            return post("/auth/tokens", Map.of("challenge", challenge, "factor", CARD), null);
        }

        Answer post(String path, Object body, String token) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(Api.JSON.writeValueAsString(body)));
            headers.forEach(request::header);
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                return new Answer(answer.statusCode(), Api.JSON.readTree(in));
            }
        }
    }

    private record Answer(int status, JsonNode json) {}
}
