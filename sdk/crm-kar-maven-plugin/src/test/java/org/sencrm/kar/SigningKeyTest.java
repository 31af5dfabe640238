package org.sencrm.kar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir
    Path folder;

    @Test
    void theKeyOfAMachineIsMadeOnceAndReadByItsOwnerOnly() throws Exception {
        Path keys = folder.resolve("keys");
        SigningKey.development(keys);
        byte[] first = Files.readAllBytes(keys.resolve("development.p12"));
        SigningKey.development(keys);

        assertArrayEquals(first, Files.readAllBytes(keys.resolve("development.p12")));
        assertEquals("rw-------", mode(keys.resolve("development.p12")));
        assertEquals("rwx------", mode(keys));
        try (var files = Files.list(keys)) {
            assertEquals(List.of(keys.resolve("development.p12")), files.toList());
        }
    }

    @Test
    void aDevelopersCertificateSaysSoAndTheProductsDoesNot() throws Exception {
        assertTrue(certificate(SigningKey.development(folder))
                .getSubjectX500Principal()
                .getName()
                .contains("OU=Sen CRM development"));
        assertEquals(
                "CN=Built from source,O=Sen CRM",
                certificate(SigningKey.product(folder))
                        .getSubjectX500Principal()
                        .getName());
    }

    @Test
    void aKeyThatIsGivenMustBeThere() throws Exception {
        SigningKey.product(folder);
        Path keystore = folder.resolve("product.p12");

        assertThrows(GeneralSecurityException.class, () -> SigningKey.given(keystore, "changeit", "other"));
        assertThrows(IOException.class, () -> SigningKey.given(keystore, "wrong-password", null));
    }

    @Test
    void aReleaseBelievesItsOwnCertificateAndNotTheAuthorityAboveIt() throws Exception {
        Path keystore = new KeyChain(folder).below("CN=Big authority", "CN=Sen CRM, O=Sen CRM");
        SigningKey key = SigningKey.given(keystore, KeyChain.PASSWORD, "key");
        key.writeCertificate(folder.resolve("product.pem"));

        assertEquals(List.of("CN=Sen CRM,O=Sen CRM"), names(folder.resolve("product.pem")));
    }

    @Test
    void anAuthorityOfItsOwnIsBelievedBesideAndAPublicOneIsRefused() throws Exception {
        new KeyChain(folder).below("CN=Own authority", "CN=Sen CRM, O=Sen CRM");
        OwnAnchors anchors = new OwnAnchors();
        SigningKey key = SigningKey.product(folder);
        key.writeCertificates(folder.resolve("product.pem"), anchors.read(folder.resolve("authority.pem")));
        assertEquals(
                List.of("CN=Built from source,O=Sen CRM", "CN=Own authority"), names(folder.resolve("product.pem")));

        TrustManagerFactory everybody = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        everybody.init((KeyStore) null);
        X509Certificate sold = ((X509TrustManager) everybody.getTrustManagers()[0]).getAcceptedIssuers()[0];
        Path mixed = folder.resolve("mixed.pem");
        key.writeCertificates(mixed, List.of(sold));
        String said = assertThrows(GeneralSecurityException.class, () -> anchors.read(mixed))
                .getMessage();
        assertTrue(said.contains("is a public authority"), said);
    }

    private static List<String> names(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(found ->
                            ((X509Certificate) found).getSubjectX500Principal().getName())
                    .toList();
        }
    }

    private X509Certificate certificate(SigningKey key) throws Exception {
        Path file = folder.resolve("certificate.pem");
        key.writeCertificate(file);
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
