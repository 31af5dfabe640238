package org.sencrm.core.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sencrm.api.access.Caller;
import org.sencrm.api.outbound.Outbound;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.outbound.OutboundFailure.Reason;
import org.sencrm.core.support.MapSettings;

/** The door to other machines, with real servers behind it. */
class HttpOutboundTest {

    private static final Duration LONGEST = Duration.ofMillis(1_500);
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final MapSettings settings = new MapSettings();
    private final AtomicInteger lookups = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path folder;

    private HttpServer server;
    private HttpOutbound outbound;

    @BeforeEach
    void start() throws Exception {
        server = serve(HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0));
        outbound = outbound(SSLContext.getDefault());
    }

    @AfterEach
    void stop() {
        over.countDown();
        outbound.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private HttpServer serve(HttpServer made) {
        made.setExecutor(threads);
        made.start();
        return made;
    }

    private HttpOutbound outbound(SSLContext tls) {
        return new HttpOutbound(settings, this::addresses, new Dialer(settings, this::addresses), tls, LONGEST);
    }

    private InetAddress[] addresses(String host) throws UnknownHostException {
        lookups.incrementAndGet();
        return switch (host) {
            case "public.test" -> new InetAddress[] {InetAddress.getByName("8.8.8.8")};
            case "mixed.test" -> new InetAddress[] {InetAddress.getByName("8.8.8.8"), LOOPBACK};
            case "inner.test", "other.test", "localhost" -> new InetAddress[] {LOOPBACK};
            default -> throw new UnknownHostException(host);
        };
    }

    @Test
    void aConnectionForAnotherProtocolIsCheckedAlike() throws Exception {
        int port = server.getAddress().getPort();
        OutboundFailure inner =
                assertThrows(OutboundFailure.class, () -> outbound.connect("inner.test", port, LONGEST));
        assertEquals(OutboundFailure.Reason.INNER_ADDRESS, inner.reason());

        allow("inner.test:" + port);
        try (Socket socket = outbound.connect("inner.test", port, LONGEST)) {
            assertEquals("inner.test", socket.getInetAddress().getHostName());
        }
        assertThrows(OutboundFailure.class, () -> outbound.connect("other.test", port, LONGEST));
        assertThrows(OutboundFailure.class, () -> outbound.connect("127.0.0.1", port, LONGEST));
    }

    @Test
    void aHostThatIsMoreThanAHostIsNotDialled() {
        int port = server.getAddress().getPort();
        allow("inner.test:80");

        for (String host : new String[] {
            "inner.test/",
            "inner.test/x",
            "inner.test?x",
            "inner.test:80",
            "inner.test:80/x",
            "[::1]:80/x",
            "[::1]:80",
            "x@inner.test",
            "inner.test#x",
            ""
        }) {
            OutboundFailure refused =
                    assertThrows(OutboundFailure.class, () -> outbound.connect(host, port, LONGEST), host);
            assertEquals(OutboundFailure.Reason.BAD_ADDRESS, refused.reason(), host);
        }
        assertThrows(OutboundFailure.class, () -> outbound.connect("inner.test/x", 80, LONGEST));
        assertEquals(0, lookups.get());
    }

    private void allow(String hosts) {
        settings.set(Caller.system(), Outbound.ALLOWED_HOSTS, hosts);
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            calls.incrementAndGet();
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                handler.handle(exchange);
            }
        });
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private String address(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    private Outbound.Answer post(String address) throws OutboundFailure {
        return outbound.send(new Outbound.Request("POST", address, Map.of("X-Test", "yes"), "body".getBytes(UTF_8)));
    }

    private Reason refused(String address) {
        return assertThrows(OutboundFailure.class, () -> post(address)).reason();
    }

    @Test
    void anAllowedHostIsAskedUnderItsName() throws Exception {
        on("/echo", exchange -> {
            String seen = exchange.getRequestHeaders().getFirst("Host") + " "
                    + exchange.getRequestHeaders().getFirst("X-Test");
            exchange.getResponseHeaders().set("X-Answer", "there");
            answer(exchange, 201, seen.getBytes(UTF_8));
        });
        allow("elsewhere.test, inner.test:" + server.getAddress().getPort());

        Outbound.Answer answer = post(address("inner.test", "/echo"));

        assertEquals(201, answer.status());
        assertEquals("there", answer.headers().get("x-answer"));
        assertEquals("inner.test:" + server.getAddress().getPort() + " yes", new String(answer.body(), UTF_8));
        assertEquals(1, lookups.get());
    }

    @Test
    void innerAddressesAreRefusedWhateverNameTheyHave() {
        on("/", exchange -> answer(exchange, 200, new byte[0]));

        assertEquals(Reason.INNER_ADDRESS, refused(address("inner.test", "/")));
        assertEquals(Reason.INNER_ADDRESS, refused(address("localhost", "/")));
        assertEquals(Reason.INNER_ADDRESS, refused(address("mixed.test", "/")));
        assertEquals(Reason.INNER_ADDRESS, refused(address("127.0.0.1", "/")));
        assertEquals(Reason.INNER_ADDRESS, refused(address("[::1]", "/")));
        assertEquals(Reason.INNER_ADDRESS, refused("http://169.254.169.254/latest/meta-data"));
        assertEquals(Reason.UNKNOWN_HOST, refused(address("nobody.test", "/")));
        allow("inner.test:1, other.test");
        assertEquals(Reason.INNER_ADDRESS, refused(address("inner.test", "/")));
        assertEquals(0, calls.get());
    }

    @Test
    void literalsAreRefusedWhileTheyAreTyped() throws Exception {
        assertThrows(OutboundFailure.class, () -> outbound.check("http://10.0.0.1/"));
        outbound.check("http://inner.test/");
        assertEquals(0, lookups.get());
        allow("10.0.0.1");
        outbound.check("http://10.0.0.1/");
    }

    @Test
    void aRedirectInwardIsNotFollowed() throws Exception {
        on("/inside", exchange -> answer(exchange, 200, "secret".getBytes(UTF_8)));
        on("/leave", exchange -> {
            exchange.getResponseHeaders().set("Location", address("127.0.0.1", "/inside"));
            exchange.getResponseHeaders().set("Set-Cookie", "a=b");
            answer(exchange, 307, new byte[0]);
        });
        allow("inner.test");

        Outbound.Answer answer = post(address("inner.test", "/leave"));

        assertEquals(307, answer.status());
        assertEquals(0, answer.body().length);
        assertEquals(1, calls.get());
    }

    @Test
    void noCookieIsEverSentBack() throws Exception {
        on("/", exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "a=b; Path=/");
            String cookie = exchange.getRequestHeaders().getFirst("Cookie");
            answer(exchange, cookie == null ? 200 : 500, new byte[0]);
        });
        allow("inner.test");

        post(address("inner.test", "/"));

        assertEquals(200, post(address("inner.test", "/")).status());
    }

    @Test
    void whoKeepsSilentOrTricklesIsLeftInTime() {
        on("/silent", exchange -> await());
        on("/trickle", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            while (over.getCount() > 0) {
                out.write('.');
                out.flush();
                pause();
            }
        });
        allow("inner.test");
        long start = System.nanoTime();

        assertEquals(Reason.TOO_SLOW, refused(address("inner.test", "/silent")));
        assertEquals(Reason.TOO_SLOW, refused(address("inner.test", "/trickle")));

        assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(LONGEST.multipliedBy(4)) < 0);
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[100_000];
            while (over.getCount() > 0) {
                exchange.getResponseBody().write(much);
            }
        });
        allow("inner.test");

        assertEquals(Reason.TOO_LARGE, refused(address("inner.test", "/endless")));
    }

    @Test
    void anAnswerIsInflatedOnlyAsFarAsTheLimit() throws Exception {
        byte[] bomb = zipped(200_000_000);
        assertTrue(bomb.length < 1_000_000);
        on("/bomb", exchange -> zip(exchange, bomb));
        on("/small", exchange -> zip(exchange, zipped(1_000)));
        allow("inner.test");

        assertEquals(Reason.TOO_LARGE, refused(address("inner.test", "/bomb")));
        assertArrayEquals(new byte[1_000], post(address("inner.test", "/small")).body());
    }

    @Test
    void whereNobodyListensThereIsNoConnection() {
        allow("inner.test");
        int port = server.getAddress().getPort();
        server.stop(0);

        assertEquals(Reason.NO_CONNECTION, refused("http://inner.test:" + port + "/"));
    }

    @Test
    void theCertificateHasToFitTheNameAndNotTheAddress() throws Exception {
        SSLContext tls = certificateFor("inner.test");
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls));
        secure.createContext("/", exchange -> answer(exchange, 204, new byte[0]));
        serve(secure);
        allow("inner.test, other.test, 127.0.0.1");
        String rest = ":" + secure.getAddress().getPort() + "/";
        HttpOutbound trusting = outbound(tls);
        try {
            Outbound.Request right = new Outbound.Request("GET", "https://inner.test" + rest, Map.of(), null);
            assertEquals(204, trusting.send(right).status());
            for (String host : new String[] {"other.test", "127.0.0.1"}) {
                Outbound.Request wrong = new Outbound.Request("GET", "https://" + host + rest, Map.of(), null);
                assertEquals(
                        Reason.NOT_SECURE,
                        assertThrows(OutboundFailure.class, () -> trusting.send(wrong))
                                .reason());
            }
            assertEquals(Reason.NOT_SECURE, refused("https://inner.test" + rest), "nobody vouches for it");
        } finally {
            trusting.close();
            secure.stop(0);
        }
    }

    /** Made by the tool of the JDK, which nobody but this test trusts. */
    private SSLContext certificateFor(String host) throws Exception {
        Path store = folder.resolve("keys.p12");
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(
                        tool.toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertEquals(0, made.waitFor());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "changeit".toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static byte[] zipped(int size) throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            byte[] nothing = new byte[1_000];
            for (int written = 0; written < size; written += nothing.length) {
                zip.write(nothing);
            }
        }
        return out.toByteArray();
    }

    private static void zip(HttpExchange exchange, byte[] zipped) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        answer(exchange, 200, zipped);
    }

    private void await() {
        try {
            assertTrue(over.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
