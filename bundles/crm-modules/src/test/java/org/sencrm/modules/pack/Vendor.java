package org.sencrm.modules.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Somebody with a key and a certificate, made by the JDK's own keytool. */
public final class Vendor {

    private static final String PASSWORD = "test-password";
    private static final String ALIAS = "key";

    private final Path keystore;
    private final PrivateKey key;
    private final List<Certificate> chain;

    private Vendor(Path keystore) throws Exception {
        this.keystore = keystore;
        KeyStore store = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        this.key = (PrivateKey) store.getKey(ALIAS, PASSWORD.toCharArray());
        this.chain = Arrays.asList(store.getCertificateChain(ALIAS));
    }

    /** A self-signed certificate for signing programs, valid from now. */
    public static Vendor named(Path folder, String subject, String... more) throws Exception {
        Path keystore = folder.resolve("v" + System.nanoTime() + ".p12");
        List<String> arguments = new ArrayList<>(List.of("-ext", "eku=codeSigning"));
        arguments.addAll(List.of(more));
        generate(keystore, subject, arguments);
        return new Vendor(keystore);
    }

    /** With these words of keytool and no others, such as another use or another time. */
    static Vendor with(Path folder, String subject, String... arguments) throws Exception {
        Path keystore = folder.resolve("v" + System.nanoTime() + ".p12");
        generate(keystore, subject, List.of(arguments));
        return new Vendor(keystore);
    }

    private static void generate(Path keystore, String subject, List<String> more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-genkeypair", "-alias", ALIAS, "-dname", subject));
        if (!more.contains("-keyalg")) {
            arguments.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        }
        arguments.addAll(more);
        keytool(keystore, arguments);
    }

    /** A certificate that this one, as an authority, gives to somebody. */
    Vendor issue(Path folder, String subject) throws Exception {
        Vendor plain = named(folder, subject);
        Path request = folder.resolve("request.csr");
        Path answer = folder.resolve("answer.pem");
        keytool(plain.keystore, List.of("-certreq", "-alias", ALIAS, "-file", request.toString()));
        keytool(
                keystore,
                List.of(
                        "-gencert",
                        "-alias",
                        ALIAS,
                        "-ext",
                        "eku=codeSigning",
                        "-infile",
                        request.toString(),
                        "-outfile",
                        answer.toString(),
                        "-rfc"));
        Path authority = folder.resolve("authority.pem");
        Files.writeString(authority, pem());
        keytool(plain.keystore, List.of("-importcert", "-noprompt", "-alias", "ca", "-file", authority.toString()));
        keytool(plain.keystore, List.of("-importcert", "-noprompt", "-alias", ALIAS, "-file", answer.toString()));
        return new Vendor(plain.keystore);
    }

    private static void keytool(Path keystore, List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(words);
        command.addAll(List.of("-keystore", keystore.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    /** The own certificate. */
    public String pem() throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(chain.get(0).getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** Signs the file; the signed one lies beside it. */
    public Path sign(Path file) throws Exception {
        return sign(file, "VENDOR");
    }

    Path sign(Path file, String signerName) throws Exception {
        Path signed = Files.createTempFile(file.getParent(), "signed", ".kar");
        try (ZipFile in = new ZipFile(file.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            signer(signerName).sign(in, out);
        }
        return signed;
    }

    private JarSigner signer(String name) throws Exception {
        return new JarSigner.Builder(
                        key, CertificateFactory.getInstance("X.509").generateCertPath(chain))
                .digestAlgorithm("SHA-256")
                .signerName(name)
                .build();
    }
}
