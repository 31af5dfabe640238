package org.sencrm.tokenkey;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a certificate is good for signing in: its days, its use, how strong it is, the way to an authority, and whether it was
 * revoked. The rules of the way are those of PKIX as Java has them.
 */
final class CertificateCheck {

    private static final String CLIENT_USE = "1.3.6.1.5.5.7.3.2";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NO_AUTHORITY = -1;
    private static final String PKIX = "PKIX";

    private final RevocationLists revocations;

    CertificateCheck(RevocationLists revocations) {
        this.revocations = revocations;
    }

    /** What is wrong with it, in a word for the security log; empty for nothing. */
    Optional<String> fault(X509Certificate shown, Authorities authorities, Instant at) {
        try {
            shown.checkValidity(Date.from(at));
            if (!isForClients(shown)) {
                return Optional.of("notForSigningIn");
            }
            if (Strength.isWeak(shown)) {
                return Optional.of("weak");
            }
            return authorities.isEmpty()
                    ? Optional.of("otherAuthority")
                    : Optional.ofNullable(faultOfWay(shown, authorities, at));
        } catch (CertificateExpiredException over) {
            return Optional.of("expired");
        } catch (CertificateNotYetValidException early) {
            return Optional.of("notYetValid");
        } catch (GeneralSecurityException unreadable) {
            return Optional.of("unreadable");
        }
    }

    /** One that says for what it is has to say so of this, too; an authority does not sign in. */
    private static boolean isForClients(X509Certificate shown) throws CertificateParsingException {
        boolean[] use = shown.getKeyUsage();
        List<String> uses = shown.getExtendedKeyUsage();
        return shown.getBasicConstraints() == NO_AUTHORITY
                && (use == null || use[DIGITAL_SIGNATURE])
                && (uses == null || uses.contains(CLIENT_USE));
    }

    private String faultOfWay(X509Certificate shown, Authorities authorities, Instant at)
            throws GeneralSecurityException {
        PKIXCertPathBuilderResult way;
        try {
            way = way(shown, authorities, at);
        } catch (CertPathBuilderException none) {
            return "otherAuthority";
        }
        X509Certificate root = way.getTrustAnchor().getTrustedCert();
        if (at.isAfter(root.getNotAfter().toInstant())
                || at.isBefore(root.getNotBefore().toInstant())) {
            return "authorityOver";
        }
        List<X509Certificate> certificates = certificates(way.getCertPath());
        if (Strength.isWeakKey(root.getPublicKey()) || certificates.stream().anyMatch(Strength::isWeak)) {
            return "weak";
        }
        return faultOfRevocation(way, certificates, at);
    }

    private static PKIXCertPathBuilderResult way(X509Certificate shown, Authorities authorities, Instant at)
            throws GeneralSecurityException {
        X509CertSelector selector = new X509CertSelector();
        selector.setCertificate(shown);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(authorities.anchors(), selector);
        List<X509Certificate> known = new ArrayList<>(authorities.between());
        known.add(shown);
        parameters.addCertStore(store(known));
        parameters.setDate(Date.from(at));
        parameters.setRevocationEnabled(false);
        return (PKIXCertPathBuilderResult) CertPathBuilder.getInstance(PKIX).build(parameters);
    }

    private String faultOfRevocation(PKIXCertPathBuilderResult way, List<X509Certificate> certificates, Instant at)
            throws GeneralSecurityException {
        Collection<X509CRL> lists = revocations.all();
        try {
            validate(way, lists, at);
            return null;
        } catch (CertPathValidatorException refused) {
            if (refused.getReason() == BasicReason.REVOKED) {
                return "revoked";
            }
            if (refused.getReason() != BasicReason.UNDETERMINED_REVOCATION_STATUS) {
                return refused.getReason() == BasicReason.ALGORITHM_CONSTRAINED ? "weak" : "brokenWay";
            }
        }
        if (isOnAnyList(way.getTrustAnchor(), certificates, lists)) {
            return "revoked";
        }
        return revocations.areNeeded() ? "noCurrentRevocationList" : null;
    }

    private static void validate(PKIXCertPathBuilderResult way, Collection<X509CRL> lists, Instant at)
            throws GeneralSecurityException {
        CertPathValidator validator = CertPathValidator.getInstance(PKIX);
        PKIXRevocationChecker revoked = (PKIXRevocationChecker) validator.getRevocationChecker();
        // the lists that are here, and nobody is asked while somebody waits
        revoked.setOptions(
                EnumSet.of(PKIXRevocationChecker.Option.PREFER_CRLS, PKIXRevocationChecker.Option.NO_FALLBACK));
        PKIXParameters parameters = new PKIXParameters(Set.of(way.getTrustAnchor()));
        parameters.addCertStore(store(lists));
        parameters.addCertPathChecker(revoked);
        parameters.setDate(Date.from(at));
        validator.validate(way.getCertPath(), parameters);
    }

    /** Also on one that is out of date: what was revoked stays so. */
    private static boolean isOnAnyList(
            TrustAnchor anchor, List<X509Certificate> certificates, Collection<X509CRL> lists) {
        for (int i = 0; i < certificates.size(); i++) {
            X509Certificate issuer = i + 1 < certificates.size() ? certificates.get(i + 1) : anchor.getTrustedCert();
            X509Certificate each = certificates.get(i);
            if (lists.stream().anyMatch(list -> isOf(list, issuer) && list.isRevoked(each))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the authority made and signed the list. */
    static boolean isOf(X509CRL list, X509Certificate issuer) {
        try {
            if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                return false;
            }
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException somebodyElses) {
            return false;
        }
    }

    private static List<X509Certificate> certificates(CertPath way) {
        return way.getCertificates().stream().map(X509Certificate.class::cast).toList();
    }

    private static CertStore store(Collection<?> content) throws GeneralSecurityException {
        return CertStore.getInstance("Collection", new CollectionCertStoreParameters(content));
    }
}
