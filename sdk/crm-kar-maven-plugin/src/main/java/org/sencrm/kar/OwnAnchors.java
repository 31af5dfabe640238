package org.sencrm.kar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Certificates by which a release believes packages as its own. An authority that sells certificates to everybody is none of
 * them: anybody could sign as the product.
 */
final class OwnAnchors {

    private final List<X509Certificate> sold;

    OwnAnchors() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        sold = new ArrayList<>();
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager known) {
                sold.addAll(Arrays.asList(known.getAcceptedIssuers()));
            }
        }
    }

    /** Those of the file; {@link GeneralSecurityException} where one is, or was given out as an authority by, a public one. */
    List<X509Certificate> read(Path file) throws GeneralSecurityException, IOException {
        List<X509Certificate> found = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                found.add(checked((X509Certificate) certificate));
            }
        }
        return found;
    }

    private X509Certificate checked(X509Certificate certificate) throws GeneralSecurityException {
        if (certificate.getBasicConstraints() >= 0 && sold.stream().anyMatch(issuer -> isOf(certificate, issuer))) {
            throw new GeneralSecurityException(
                    certificate.getSubjectX500Principal() + " is a public authority and cannot stand for the product");
        }
        return certificate;
    }

    private static boolean isOf(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            // of the same name, with another key
            return false;
        }
    }
}
