package org.sencrm.kar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keys below authorities, made with the JDK's own tool. */
final class KeyChain {

    static final String PASSWORD = "changeit";

    private final Path folder;

    KeyChain(Path folder) {
        this.folder = folder;
    }

    /** A key store with one key under the alias {@code key}; the authority's certificate lies beside as {@code authority.pem}. */
    Path below(String authority, String subject) throws IOException, InterruptedException {
        Path authorities = folder.resolve("authority.p12");
        Path keys = folder.resolve("key.p12");
        tool(authorities, "-genkeypair", "-alias", "top", "-keyalg", "EC", "-dname", authority, "-ext", "bc:c");
        tool(authorities, "-exportcert", "-alias", "top", "-rfc", "-file", path("authority.pem"));
        tool(keys, "-genkeypair", "-alias", "key", "-keyalg", "EC", "-dname", subject, "-ext", "eku=codeSigning");
        tool(keys, "-certreq", "-alias", "key", "-file", path("key.csr"));
        tool(
                authorities,
                "-gencert",
                "-alias",
                "top",
                "-rfc",
                "-ext",
                "eku=codeSigning",
                "-infile",
                path("key.csr"),
                "-outfile",
                path("key.pem"));
        tool(keys, "-importcert", "-alias", "top", "-noprompt", "-file", path("authority.pem"));
        tool(keys, "-importcert", "-alias", "key", "-noprompt", "-file", path("key.pem"));
        return keys;
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static void tool(Path store, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), command.toString());
    }
}
