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
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
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
