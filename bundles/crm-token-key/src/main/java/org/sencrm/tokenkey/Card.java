package org.sencrm.tokenkey;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.sencrm.api.signin.FactorKind.Carrier;

/** A certificate as a factor: by what it is known again, and what people see of it. */
record Card(X509Certificate certificate) {

    /** What is shown of a name, which may be long. */
    private static final int LONGEST_NAME = 500;

    private static final int LONGEST_SERIAL = 100;

    /** The state of the factor. */
    String state() {
        return "sha256 " + fingerprint();
    }

    Carrier carrier() {
        return new Carrier(
                fingerprint(),
                certificate.getNotAfter().toInstant(),
                Map.of(
                        "serial",
                        cut(certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT), LONGEST_SERIAL),
                        "subject",
                        cut(certificate.getSubjectX500Principal().getName(), LONGEST_NAME),
                        "issuer",
                        cut(certificate.getIssuerX500Principal().getName(), LONGEST_NAME)));
    }

    private String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has no fingerprint", e);
        }
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(most, text.length()));
    }
}
