package org.sencrm.itests;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
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
    private final String vendor;
    private final PrivateKey key;
    private final List<Certificate> chain;

    /** @param folder where the packages are put */
    SamplePackages(Path folder) throws Exception {
        this(folder, "Acme");
    }

    /** @param validity options of keytool for the time in which the certificate is valid */
    SamplePackages(Path folder, String vendor, String... validity) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.vendor = vendor;
        Path keystore = folder.resolve(vendor + ".p12");
        Files.deleteIfExists(keystore);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-dname",
                "CN=" + vendor + " modules, O=" + vendor,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-ext",
                "eku=codeSigning",
                "-keystore",
                keystore.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(validity));
        Process made = new ProcessBuilder(command).inheritIO().start();
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
                folder.resolve(vendor.toLowerCase(Locale.ROOT) + ".pem"),
                "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    }

    Path pack(String id, String version, Path bundle) throws Exception {
        return pack(id, version, bundle, Map.of());
    }

    /** A package that needs other modules, by name with the range of their versions. */
    Path pack(String id, String version, Path bundle, Map<String, String> needs) throws Exception {
        return pack(id, version, bundle, needs, Map.of());
    }

    /** A package with more files in it. */
    Path pack(String id, String version, Path bundle, Map<String, String> needs, Map<String, byte[]> more)
            throws Exception {
        MavenPath place = new MavenPath("com.acme", id, version);
        BundleFacts facts = BundleFacts.read(bundle);
        List<String> features =
                Stream.concat(Stream.of("crm-core"), needs.keySet().stream()).toList();
        FeatureXml feature = new FeatureXml(id, version, features, List.of(place.location()), Map.of());
        Path plain = folder.resolve(id + "-" + version + ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(plain))) {
            put(
                    zip,
                    Descriptor.FOLDER + "module.json",
                    descriptor(id, version, place, facts, needs).json());
            put(zip, place.features(), feature.text().getBytes());
            put(zip, place.jar(), Files.readAllBytes(bundle));
            for (Map.Entry<String, byte[]> file : more.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
        }
        Path signed = folder.resolve(id + "-" + version + ".kar");
        sign(plain, signed);
        Files.delete(plain);
        return signed;
    }

    private static Descriptor descriptor(
            String id, String version, MavenPath place, BundleFacts facts, Map<String, String> needs) {
        return new Descriptor(
                Descriptor.FORMAT,
                id,
                version,
                "Acme",
                Map.of("en", id),
                Map.of("en", description(id)),
                ApiRange.of(List.of(facts)),
                needs,
                null,
                Stream.of(facts.schema()).filter(Objects::nonNull).toList(),
                List.of(new Descriptor.Part(facts.name(), facts.version(), place.jar())),
                null,
                List.of(),
                Map.of());
    }

    /** What the package says about itself. */
    static String description(String id) {
        return "What " + id + " is good for.";
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
