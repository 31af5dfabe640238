package org.sencrm.modules.pack;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Who signed a package.
 *
 * @param name how people read the signer: the organisation, else the common name
 * @param subject the certificate's whole name
 * @param fingerprint SHA-256 of the certificate
 * @param anchor SHA-256 of the trusted certificate that vouches for this one, or is it; null where that was not noted
 * @param validUntil end of the certificate; what is installed runs on after it
 */
public record Signer(Kind kind, String name, String subject, String fingerprint, String anchor, Instant validUntil) {

    /** By whose word a signer is believed. */
    public enum Kind {
        /** The product's own key. */
        PRODUCT,
        /** A vendor whom an administrator trusts. */
        VENDOR,
        /** The key of a developer's machine, believed only where that was asked for. */
        DEVELOPMENT
    }

    /** The unit that marks the certificate of a developer's machine. */
    public static final String DEVELOPMENT_UNIT = "Sen CRM development";

    static Signer of(Kind kind, X509Certificate certificate, X509Certificate anchor) {
        Map<String, String> parts = parts(certificate);
        String subject = certificate.getSubjectX500Principal().getName();
        try {
            return new Signer(
                    kind,
                    parts.getOrDefault("O", parts.getOrDefault("CN", subject)),
                    subject,
                    Sha256.of(certificate.getEncoded()),
                    Sha256.of(anchor.getEncoded()),
                    certificate.getNotAfter().toInstant());
        } catch (CertificateEncodingException e) {
            throw new Flaw(e, "pack.certificate");
        }
    }

    static boolean isDevelopment(X509Certificate certificate) {
        return DEVELOPMENT_UNIT.equals(parts(certificate).get("OU"));
    }

    /**
     * Whether both are one: a vendor keeps the name over many certificates, as long as the same authority vouches for it or an
     * administrator trusts the very certificate; a developer's certificate says nothing but itself.
     *
     * @param other the one that comes
     */
    public boolean isSameAs(Signer other) {
        if (kind != other.kind) {
            return false;
        }
        return switch (kind) {
            case PRODUCT -> true;
            case VENDOR -> subject.equals(other.subject) && isVouchedForAlike(other);
            case DEVELOPMENT -> fingerprint.equals(other.fingerprint);
        };
    }

    /** One authority cannot give away a name that it did not vouch for. */
    private boolean isVouchedForAlike(Signer other) {
        return anchor == null
                || other.anchor == null
                || anchor.equals(other.anchor)
                || fingerprint.equals(other.fingerprint)
                || other.anchor.equals(other.fingerprint);
    }

    private static Map<String, String> parts(X509Certificate certificate) {
        Map<String, String> parts = new HashMap<>();
        try {
            for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                parts.put(part.getType().toUpperCase(Locale.ROOT), String.valueOf(part.getValue()));
            }
        } catch (InvalidNameException e) {
            throw new Flaw(e, "pack.certificate");
        }
        return parts;
    }
}
