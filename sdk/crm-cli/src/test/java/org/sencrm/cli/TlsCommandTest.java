package org.sencrm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsCommandTest {

    private static final Pattern PASSWORD = Pattern.compile("KeyStorePassword\">([0-9a-f]{48})<");
    private static final char[] SECRET = "only-for-this-test".toCharArray();

    @TempDir
    private static Path made;

    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Instant now = Instant.now();
    private Path etc;

    @BeforeAll
    static void makeCertificates() throws Exception {
        make("curve", "EC");
        make("rsa", "RSA");
    }

    private static void make(String name, String algorithm) throws Exception {
        File store = made.resolve(name + ".p12").toFile();
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        algorithm,
                        "-alias",
                        "tls",
                        "-dname",
                        "CN=localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(SECRET))
                .redirectErrorStream(true)
                .redirectOutput(made.resolve(name + ".said").toFile())
                .start();
        assertTrue(keytool.waitFor(60, TimeUnit.SECONDS));
        KeyStore keys = KeyStore.getInstance(store, SECRET);
        Key key = keys.getKey("tls", SECRET);
        Files.writeString(made.resolve(name + ".key"), pem("PRIVATE KEY", key.getEncoded()));
        Files.writeString(
                made.resolve(name + ".pem"),
                pem("CERTIFICATE", keys.getCertificate("tls").getEncoded()));
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }

    @BeforeEach
    void start() throws Exception {
        etc = Files.createDirectories(home.resolve("runtime").resolve("etc"));
        Files.createDirectories(home.resolve("tls"));
        put("curve", "cert.pem", "key.pem");
    }

    private void put(String name, String certificate, String key) throws Exception {
        Files.writeString(home.resolve("tls").resolve(certificate), Files.readString(made.resolve(name + ".pem")));
        Files.writeString(home.resolve("tls").resolve(key), Files.readString(made.resolve(name + ".key")));
    }

    private String run() throws Exception {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertEquals(0, new TlsCommand(home, environment, out, Clock.fixed(now, ZoneOffset.UTC)).run());
        return Files.readString(etc.resolve("tls.xml"));
    }

    private KeyStore store(String file, String configuration) throws Exception {
        Matcher password = PASSWORD.matcher(configuration);
        assertTrue(password.find(), configuration);
        return KeyStore.getInstance(
                etc.resolve(file).toFile(), password.group(1).toCharArray());
    }

    private String refused() {
        return assertThrows(Refused.class, this::run).getMessage();
    }

    @Test
    void whatTheWebServerReadsIsForItsOwnerOnly() throws Exception {
        String configuration = run();

        assertNotNull(store("tls.p12", configuration).getCertificate("tls"));
        for (String file : new String[] {"tls.p12", "tls.xml"}) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(etc.resolve(file))));
        }
        assertTrue(configuration.contains("<Set name=\"Port\">8443</Set>"), configuration);
        assertFalse(configuration.contains("@"), configuration);
        assertTrue(configuration.contains("org.eclipse.jetty.server.ConnectionLimit"), configuration);
        assertFalse(configuration.contains("WantClientAuth"), "browsers would ask everybody for a certificate");
        assertEquals("", said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void eachStartHasAPasswordOfItsOwn() throws Exception {
        assertNotEquals(run(), run());
    }

    @Test
    void filesPortAndAddressCanBeNamed() throws Exception {
        environment.put("CRM_TLS_CERT", made.resolve("rsa.pem").toString());
        environment.put("CRM_TLS_KEY", made.resolve("rsa.key").toString());
        environment.put("CRM_TLS_PORT", "9443");
        environment.put("CRM_TLS_ADDRESS", "127.0.0.1");
        String configuration = run();

        assertTrue(configuration.contains("<Set name=\"Port\">9443</Set>"), configuration);
        assertTrue(configuration.contains("<Set name=\"Host\">127.0.0.1</Set>"), configuration);
        assertEquals(
                "RSA",
                store("tls.p12", configuration)
                        .getCertificate("tls")
                        .getPublicKey()
                        .getAlgorithm());
    }

    @Test
    void withAuthoritiesOfPeopleTheirCertificatesAreAskedFor() throws Exception {
        Files.writeString(
                home.resolve("tls").resolve("clients.pem"),
                Files.readString(made.resolve("curve.pem")) + Files.readString(made.resolve("rsa.pem")));
        String configuration = run();

        assertTrue(configuration.contains("WantClientAuth\">true"), configuration);
        assertEquals(2, store("tls-clients.p12", configuration).size());
    }

    @Test
    void aKeyThatDoesNotBelongToTheCertificateIsRefused() throws Exception {
        put("rsa", "other.pem", "key.pem");
        assertTrue(refused().startsWith("the files for TLS cannot be used"), refused());

        make("second", "EC");
        put("second", "other.pem", "key.pem");
        assertTrue(refused().endsWith("does not belong to the certificate"), refused());
    }

    @Test
    void aKeyOfAnOldFormIsRefusedWithAWayOut() throws Exception {
        Files.writeString(
                home.resolve("tls").resolve("key.pem"),
                "-----BEGIN RSA PRIVATE KEY-----\nAA==\n-----END RSA PRIVATE KEY-----");

        assertTrue(refused().contains("openssl pkcs8 -topk8 -nodes"), refused());
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        Files.delete(home.resolve("tls").resolve("key.pem"));
        assertTrue(refused().endsWith("key.pem"), refused());
        Files.writeString(home.resolve("tls").resolve("cert.pem"), "nothing");
        assertTrue(refused().contains("cert.pem"), refused());
    }

    @Test
    void aCertificateThatIsOverIsTold() throws Exception {
        now = now.plusSeconds(3 * 86_400);
        run();

        assertTrue(said.toString(StandardCharsets.UTF_8).contains("is over since"));
    }
}
