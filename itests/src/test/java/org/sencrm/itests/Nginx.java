package org.sencrm.itests;

import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/** nginx with the configuration that the product ships, in a folder of its own, on loopback, in front of a product. */
final class Nginx implements AutoCloseable {

    static final String HOST = "localhost";

    private static final char[] PASSWORD = Keytool.PASSWORD.toCharArray();
    private static final Path SHIPPED = Path.of(
            System.getProperty("crm.root", ".."), "karaf-assembly", "target", "assembly", "nginx", "sen-crm.conf");

    private final Path folder;
    private final Process process;
    private final int open;
    private final int closed;

    private Nginx(Path folder, Process process, int open, int closed) {
        this.folder = folder;
        this.process = process;
        this.open = open;
        this.closed = closed;
    }

    /** Starts it in front of a product that listens on this port. */
    static Nginx before(int product) throws Exception {
        return before(product, shipped -> shipped);
    }

    /** The same, open to devices only that hold a certificate of an authority, which is the one of nginx itself. */
    static Nginx forDevicesBefore(int product) throws Exception {
        return before(product, Nginx::forDevices);
    }

    /** The same, where people show the certificates of their cards. @param voucher the secret between it and the product */
    static Nginx forCardsBefore(int product, Path authorities, String voucher) throws Exception {
        return before(product, shipped -> forCards(shipped, authorities, voucher));
    }

    private static Nginx before(int product, UnaryOperator<String> change) throws Exception {
        Path folder = Files.createTempDirectory("sencrm-nginx");
        int open = PostgresServer.freePort();
        int closed = PostgresServer.freePort();
        certificate(folder, "-keyalg", "EC", "-groupname", "secp256r1");
        Files.createDirectories(folder.resolve("tmp"));
        String shipped = adapted(folder, product, open, closed);
        Files.writeString(folder.resolve("sen-crm.conf"), change.apply(shipped));
        Files.writeString(folder.resolve("nginx.conf"), around(folder));
        File said = folder.resolve("said").toFile();
        Process process = new ProcessBuilder(
                        "/usr/sbin/nginx", "-c", folder.resolve("nginx.conf").toString(), "-e", "stderr")
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        Nginx nginx = new Nginx(folder, process, open, closed);
        Await.until("nginx", Duration.ofSeconds(20), () -> process.isAlive() && listens(closed));
        return nginx;
    }

    /** What an administrator changes in the file: name, certificate, ports. */
    private static String adapted(Path folder, int product, int open, int closed) throws IOException {
        return Files.readString(SHIPPED)
                .replace("listen 80;", "listen 127.0.0.1:" + open + ";")
                .replace("listen 443 ", "listen 127.0.0.1:" + closed + " ")
                .replace("https://crm.example.org$", "https://" + HOST + ":" + closed + "$")
                .replace("crm.example.org", HOST)
                .replace("/etc/sen-crm", folder.toString())
                .replace("127.0.0.1:8181", "127.0.0.1:" + product);
    }

    private static String forDevices(String adapted) {
        return adapted.replace("device-authority.pem", "certificate.pem")
                .replaceFirst("# (ssl_client_certificate [^\n]*certificate\\.pem;)", "$1")
                .replaceFirst("# (ssl_verify_client +on;)", "$1");
    }

    private static String forCards(String adapted, Path authorities, String voucher) {
        return adapted.replaceFirst(
                        "# (ssl_client_certificate )[^\n]*card-authorities\\.pem;", "$1" + authorities + ";")
                .replaceFirst("# (ssl_verify_client +optional_no_ca;)", "$1")
                .replaceFirst("# (ssl_verify_depth +4;)", "$1")
                .replaceFirst("# (error_page 495 )", "$1")
                .replaceFirst("(sen_voucher \\{\\s+default ')'", "$1" + voucher + "'");
    }

    private static String around(Path folder) {
        String temporary = "";
        for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            temporary += "  " + kind + "_temp_path " + folder.resolve("tmp").resolve(kind) + ";\n";
        }
        String user = "root".equals(System.getProperty("user.name")) ? "user root;\n" : "";
        return user + "daemon off;\nmaster_process on;\npid " + folder.resolve("pid")
                + ";\nevents { worker_connections 2048; }\nhttp {\n  access_log off;\n" + temporary + "  include "
                + folder.resolve("sen-crm.conf") + ";\n}\n";
    }

    /**
     * A certificate of {@link #HOST} and its key, as {@code tls/certificate.pem} and {@code tls/key.pem}.
     *
     * @param kind of the key, as keytool has it
     */
    static void certificate(Path folder, String... kind) throws Exception {
        Path tls = Files.createDirectories(folder.resolve("tls"));
        Path store = tls.resolve("store.p12");
        List<String> words = new ArrayList<>(List.of("-genkeypair"));
        words.addAll(List.of(kind));
        words.addAll(List.of("-alias", "tls", "-dname", "CN=" + HOST, "-ext", "SAN=DNS:" + HOST));
        words.addAll(List.of("-validity", "2", "-keystore", store.toString()));
        Keytool.run(words.toArray(String[]::new));
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        Key key = keys.getKey("tls", PASSWORD);
        Files.writeString(tls.resolve("key.pem"), Keytool.pem("PRIVATE KEY", key.getEncoded()));
        Files.writeString(
                tls.resolve("certificate.pem"),
                Keytool.pem("CERTIFICATE", keys.getCertificate("tls").getEncoded()));
    }

    private static boolean listens(int port) {
        try (Socket line = new Socket("127.0.0.1", port)) {
            return line.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where it speaks TLS. */
    int port() {
        return closed;
    }

    /** Where it does not. */
    int openPort() {
        return open;
    }

    String address(String path) {
        return "https://" + HOST + ":" + closed + path;
    }

    /** A line to it that believes its certificate. */
    SSLContext stranger() throws Exception {
        return line(null);
    }

    /** A line to it that shows a certificate of its authority. */
    SSLContext device() throws Exception {
        return line(store());
    }

    /** A line to it that shows somebody's certificate; null for none. */
    SSLContext line(KeyStore shown) throws Exception {
        return Keytool.line(store().getCertificate("tls"), shown);
    }

    private KeyStore store() throws Exception {
        return KeyStore.getInstance(folder.resolve("tls").resolve("store.p12").toFile(), PASSWORD);
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
