package org.sencrm.itests;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;
import org.sencrm.modules.pack.ApiRange;
import org.sencrm.modules.pack.BundleFacts;
import org.sencrm.modules.pack.Descriptor;
import org.sencrm.modules.pack.FeatureXml;
import org.sencrm.modules.pack.MavenPath;

/** A vendor who packs and signs bundles, and whose certificate an administrator may trust. */
final class SamplePackages {

    private static final String PASSWORD = "sample-password";
    private static final String ALIAS = "acme";

    private final Path folder;
    private final PrivateKey key;
    private final List<Certificate> chain;

    /** @param folder where the packages are put */
    SamplePackages(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        Path keystore = folder.resolve("acme.p12");
        Files.deleteIfExists(keystore);
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-dname",
                        "CN=Acme modules, O=Acme",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-ext",
                        "eku=codeSigning",
                        "-keystore",
                        keystore.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        if (made.waitFor() != 0) {
            throw new IOException("keytool cannot make a key");
        }
        KeyStore store = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        key = (PrivateKey) store.getKey(ALIAS, PASSWORD.toCharArray());
        chain = List.of(store.getCertificateChain(ALIAS));
    }

    /** The certificate, in the folder too. */
    void writeCertificate() throws Exception {
        String text = Base64.getMimeEncoder().encodeToString(chain.get(0).getEncoded());
        Files.writeString(
                folder.resolve("acme.pem"), "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    }

    void pack(String id, String version, Path bundle) throws Exception {
        MavenPath place = new MavenPath("com.acme", id, version);
        BundleFacts facts = BundleFacts.read(bundle);
        FeatureXml feature = new FeatureXml(id, version, List.of("crm-core"), List.of(place.location()), Map.of());
        Path plain = folder.resolve(id + "-" + version + ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(plain))) {
            put(
                    zip,
                    Descriptor.FOLDER + "module.json",
                    descriptor(id, version, place, facts).json());
            put(zip, place.features(), feature.text().getBytes());
            put(zip, place.jar(), Files.readAllBytes(bundle));
        }
        sign(plain, folder.resolve(id + "-" + version + ".kar"));
        Files.delete(plain);
    }

    private static Descriptor descriptor(String id, String version, MavenPath place, BundleFacts facts) {
        return new Descriptor(
                Descriptor.FORMAT,
                id,
                version,
                "Acme",
                Map.of("en", id),
                Map.of(),
                ApiRange.of(List.of(facts)),
                Map.of(),
                null,
                Stream.of(facts.schema()).filter(Objects::nonNull).toList(),
                List.of(new Descriptor.Part(facts.name(), facts.version(), place.jar())),
                null,
                List.of(),
                Map.of());
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    private void sign(Path plain, Path signed) throws Exception {
        JarSigner signer = new JarSigner.Builder(
                        key, CertificateFactory.getInstance("X.509").generateCertPath(chain))
                .digestAlgorithm("SHA-256")
                .signerName("ACME")
                .build();
        try (ZipFile in = new ZipFile(plain.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            signer.sign(in, out);
        }
    }
}
