package org.sencrm.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * For the launcher: makes of the files with certificate and key what the web server reads at its start, in {@code runtime/etc} of
 * the home, for its owner only, and under a password that is another one at each start.
 */
final class TlsCommand {

    private static final int PASSWORD_BYTES = 24;

    private final Path home;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final Clock clock;

    TlsCommand(Path home, Map<String, String> environment, PrintStream out, Clock clock) {
        this.home = home;
        this.environment = environment;
        this.out = out;
        this.clock = clock;
    }

    int run() throws IOException {
        Path tls = home.resolve("tls");
        Path certificate = file("CRM_TLS_CERT", tls.resolve("cert.pem"));
        Path key = file("CRM_TLS_KEY", tls.resolve("key.pem"));
        Path clients = file("CRM_TLS_CLIENTS", tls.resolve("clients.pem"));
        Path folder = home.resolve("runtime").resolve("etc");
        String password = password();
        try {
            List<X509Certificate> chain = TlsFiles.certificates(certificate);
            tellEnd(certificate, chain.get(0));
            keep(folder.resolve("tls.p12"), own(chain, key, password.toCharArray()), password.toCharArray());
            boolean asks = Files.exists(clients);
            if (asks) {
                KeyStore trusted = trusted(TlsFiles.certificates(clients));
                keep(folder.resolve("tls-clients.p12"), trusted, password.toCharArray());
            }
            write(folder.resolve("tls.xml"), configuration(folder, password, asks));
        } catch (GeneralSecurityException e) {
            throw new Refused("the files for TLS cannot be used: " + e.getMessage());
        }
        return Main.DONE;
    }

    private Path file(String variable, Path otherwise) {
        String given = environment.get(variable);
        return given == null || given.isBlank() ? otherwise : Path.of(given);
    }

    private void tellEnd(Path file, X509Certificate certificate) {
        if (certificate.getNotAfter().toInstant().isBefore(clock.instant())) {
            out.println("The certificate " + file + " is over since "
                    + certificate.getNotAfter().toInstant() + "; browsers refuse it");
        }
    }

    private static String password() {
        byte[] bits = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    private static KeyStore own(List<X509Certificate> chain, Path key, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        store.setKeyEntry(
                "tls", TlsFiles.key(key, chain.get(0).getPublicKey()), password, chain.toArray(X509Certificate[]::new));
        return store;
    }

    private static KeyStore trusted(List<X509Certificate> authorities) throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("authority" + i, authorities.get(i));
        }
        return store;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static void keep(Path file, KeyStore store, char[] password) throws IOException, GeneralSecurityException {
        Path next = ownersOnly(file);
        try (var to = Files.newOutputStream(next)) {
            store.store(to, password);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(Path file, String text) throws IOException {
        Path next = ownersOnly(file);
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path ownersOnly(Path file) throws IOException {
        return Files.createTempFile(
                file.getParent(),
                "tls",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private String configuration(Path folder, String password, boolean asksClients) throws IOException {
        String clients = asksClients ? template("clients.xml") : "";
        return template("tls.xml")
                .replace("@clients@", clients)
                .replace("@folder@", escaped(folder.toString()))
                .replace("@password@", password)
                .replace("@address@", escaped(environment.getOrDefault("CRM_TLS_ADDRESS", "0.0.0.0")))
                .replace("@port@", escaped(environment.getOrDefault("CRM_TLS_PORT", "8443")));
    }

    private static String template(String name) throws IOException {
        try (var in = TlsCommand.class.getResourceAsStream("tls/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
