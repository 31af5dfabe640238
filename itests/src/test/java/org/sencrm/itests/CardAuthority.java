package org.sencrm.itests;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An authority for smart cards, and for the product's own certificate; also for cards that are no good. */
final class CardAuthority {

    private static final char[] PASSWORD = Keytool.PASSWORD.toCharArray();

    private final Path folder;
    private final Path store;
    private final X509Certificate certificate;

    private CardAuthority(Path folder) throws Exception {
        this.folder = folder;
        this.store = folder.resolve("authority.p12");
        Keytool.run(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                "authority",
                "-dname",
                "CN=Cards",
                "-ext",
                "bc:c",
                "-ext",
                "ku:c=keyCertSign,cRLSign",
                "-keystore",
                store.toString());
        certificate =
                (X509Certificate) KeyStore.getInstance(store.toFile(), PASSWORD).getCertificate("authority");
        Files.writeString(pem(), Keytool.pem("CERTIFICATE", certificate.getEncoded()));
    }

    /** A new one; its name is always the same. @param folder that is empty */
    static CardAuthority in(Path folder) throws Exception {
        return new CardAuthority(folder);
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** The file with its certificate. */
    Path pem() {
        return folder.resolve("authority.pem");
    }

    /** A key with its certificate. @param wishes as the tool has them, beside name and key */
    KeyStore issue(String name, String... wishes) throws Exception {
        Path place = Files.createTempDirectory(folder, "card");
        Path own = place.resolve("own.p12");
        Path request = place.resolve("request");
        Path answer = place.resolve("answer.pem");
        Keytool.run(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                "own",
                "-dname",
                "CN=" + name,
                "-keystore",
                own.toString());
        Keytool.run("-certreq", "-alias", "own", "-file", request.toString(), "-keystore", own.toString());
        List<String> words = new ArrayList<>(List.of("-gencert", "-rfc", "-alias", "authority"));
        words.addAll(List.of("-infile", request.toString(), "-outfile", answer.toString()));
        words.addAll(List.of("-keystore", store.toString()));
        words.addAll(Arrays.asList(wishes));
        Keytool.run(words.toArray(String[]::new));
        return joined(own, answer);
    }

    /** A card for signing in. */
    KeyStore card(String name, String... more) throws Exception {
        List<String> wishes = new ArrayList<>(List.of("-ext", "eku=clientAuth", "-ext", "ku:c=digitalSignature"));
        wishes.addAll(Arrays.asList(more));
        return issue(name, wishes.toArray(String[]::new));
    }

    private KeyStore joined(Path own, Path answer) throws Exception {
        Key key = KeyStore.getInstance(own.toFile(), PASSWORD).getKey("own", PASSWORD);
        try (InputStream in = Files.newInputStream(answer)) {
            Certificate issued = CertificateFactory.getInstance("X.509").generateCertificate(in);
            KeyStore joined = KeyStore.getInstance("PKCS12");
            joined.load(null, null);
            joined.setKeyEntry("own", key, PASSWORD, new Certificate[] {issued, certificate});
            return joined;
        }
    }

    /** A list of what was revoked, good for two days, as PEM. */
    String revoked(KeyStore card) throws Exception {
        Path list = folder.resolve("revoked.pem");
        Keytool.run(
                "-gencrl",
                "-rfc",
                "-alias",
                "authority",
                "-id",
                certificateOf(card).getSerialNumber().toString(),
                "-validity",
                "2",
                "-file",
                list.toString(),
                "-keystore",
                store.toString());
        return Files.readString(list);
    }

    static X509Certificate certificateOf(KeyStore card) throws Exception {
        return (X509Certificate) card.getCertificate("own");
    }

    /** The key of a certificate, as PEM. */
    static String keyOf(KeyStore card) throws Exception {
        return Keytool.pem("PRIVATE KEY", card.getKey("own", PASSWORD).getEncoded());
    }
}
