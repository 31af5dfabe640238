package org.sencrm.kar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPath;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.sencrm.modules.pack.Signer;

/**
 * The key that signs a package: one that was given, or one of this machine that is made when it is first needed and lies
 * readable by its owner only. What protects the key of a machine is the mode of its file, not the password.
 */
final class SigningKey {

    private static final String MACHINE_PASSWORD = "changeit";
    private static final String SIGNER = "SIGNER";
    private static final int KEYTOOL_SECONDS = 60;
    private static final int PEM_WIDTH = 64;

    private final PrivateKey key;
    private final List<Certificate> chain;

    private SigningKey(PrivateKey key, List<Certificate> chain) {
        this.key = key;
        this.chain = chain;
    }

    /**
     * A key that its owner keeps.
     *
     * @param alias null where the key store holds one key only
     */
    static SigningKey given(Path keystore, String password, String alias) throws GeneralSecurityException, IOException {
        char[] secret = password.toCharArray();
        KeyStore store = KeyStore.getInstance(keystore.toFile(), secret);
        String name = alias != null ? alias : onlyKey(store);
        if (!(store.getKey(name, secret) instanceof PrivateKey key)) {
            throw new GeneralSecurityException("there is no private key " + name + " in " + keystore.getFileName());
        }
        return new SigningKey(key, Arrays.asList(store.getCertificateChain(name)));
    }

    private static String onlyKey(KeyStore store) throws GeneralSecurityException {
        String found = null;
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                if (found != null) {
                    throw new GeneralSecurityException("the key store holds several keys; name one: crm.sign.alias");
                }
                found = alias;
            }
        }
        if (found == null) {
            throw new GeneralSecurityException("the key store holds no key");
        }
        return found;
    }

    /** The key with which a developer of this machine signs; its certificate says so. */
    static SigningKey development(Path folder) throws GeneralSecurityException, IOException {
        String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "");
        return ofMachine(
                folder.resolve("development.p12"),
                "CN=" + (user.isEmpty() ? "developer" : user) + ", OU=" + Signer.DEVELOPMENT_UNIT);
    }

    /** The key with which a build on this machine signs the product's own modules. */
    static SigningKey product(Path folder) throws GeneralSecurityException, IOException {
        return ofMachine(folder.resolve("product.p12"), "CN=Built from source, O=Sen CRM");
    }

    private static SigningKey ofMachine(Path keystore, String subject) throws GeneralSecurityException, IOException {
        if (!Files.exists(keystore)) {
            generate(keystore, subject);
        }
        return given(keystore, MACHINE_PASSWORD, null);
    }

    private static void generate(Path keystore, String subject) throws IOException {
        Path folder = keystore.getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        Path coming = Files.createTempDirectory(folder, ".key").resolve("key.p12");
        try {
            keytool(coming, subject);
            Files.setPosixFilePermissions(coming, PosixFilePermissions.fromString("rw-------"));
            Files.move(coming, keystore);
        } catch (FileAlreadyExistsException e) {
            // another build on this machine was quicker: its key is as good
            Files.delete(coming);
        } finally {
            Files.delete(coming.getParent());
        }
    }

    private static void keytool(Path keystore, String subject) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "key",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                subject,
                "-ext",
                "ku=digitalSignature",
                "-ext",
                "eku=codeSigning",
                "-validity",
                "3650",
                "-keystore",
                keystore.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                MACHINE_PASSWORD);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said;
        try (InputStream out = process.getInputStream()) {
            said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        try {
            if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool made no key: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a key was made", e);
        }
    }

    /** @param timestamps address of an authority that says when this was signed; null for none */
    void sign(Path plain, Path signed, URI timestamps) throws GeneralSecurityException, IOException {
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(chain);
        JarSigner.Builder signer =
                new JarSigner.Builder(key, path).digestAlgorithm("SHA-256").signerName(SIGNER);
        if (timestamps != null) {
            signer.tsa(timestamps);
        }
        try (ZipFile in = new ZipFile(plain.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            signer.build().sign(in, out);
        }
    }

    /** The key's own certificate and never one above it: whoever else has bought one there is not the product. */
    void writeCertificate(Path file) throws GeneralSecurityException, IOException {
        writeCertificates(file, List.of());
    }

    /** @param others to be believed as well */
    void writeCertificates(Path file, List<X509Certificate> others) throws GeneralSecurityException, IOException {
        StringBuilder text = new StringBuilder(pem(chain.get(0)));
        for (X509Certificate other : others) {
            text.append(pem(other));
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String pem(Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(PEM_WIDTH, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
