package org.sencrm.modules.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom the installation believes: certificates in PEM form in two folders, one of vendors that administrators fill and one
 * that comes with the product. Read anew each time, so that a certificate counts from when it is put there until it is
 * taken away. A certificate may be the signer's own or that of an authority above it, which says of itself that it is one.
 */
public final class TrustStore {

    private static final Logger LOG = LoggerFactory.getLogger(TrustStore.class);
    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    private static final int SHORTEST_RSA = 2048;

    private final Path vendors;
    private final Path product;

    /** Folders that are missing are empty. */
    public TrustStore(Path vendors, Path product) {
        this.vendors = vendors;
        this.product = product;
    }

    /** Who this is for a new package; the certificate must be valid at the moment. */
    Signer judgeNew(List<X509Certificate> chain, Instant now, Terms terms) {
        X509Certificate own = chain.get(0);
        Date date = Date.from(now);
        try {
            own.checkValidity(date);
        } catch (CertificateExpiredException e) {
            throw new Flaw(e, "pack.expired", subject(own), own.getNotAfter());
        } catch (CertificateNotYetValidException e) {
            throw new Flaw(e, "pack.notYet", subject(own), own.getNotBefore());
        }
        return judge(chain, date, terms);
    }

    /** Who this is for a package that was taken in while the certificate was valid, and runs on after its end. */
    Signer judgeKept(List<X509Certificate> chain, Terms terms) {
        return judge(chain, chain.get(0).getNotAfter(), terms);
    }

    private Signer judge(List<X509Certificate> chain, Date date, Terms terms) {
        X509Certificate own = chain.get(0);
        checkUse(own);
        Optional<X509Certificate> ours = anchor(chain, read(product), date);
        if (ours.isPresent()) {
            return Signer.of(Signer.Kind.PRODUCT, own, ours.get());
        }
        if (Signer.isDevelopment(own)) {
            checkDevelopment(terms);
            return Signer.of(Signer.Kind.DEVELOPMENT, own, own);
        }
        return anchor(chain, read(vendors), date)
                .map(anchor -> Signer.of(Signer.Kind.VENDOR, own, anchor))
                .orElseThrow(() -> new Flaw("pack.untrusted", subject(own)));
    }

    private static void checkDevelopment(Terms terms) {
        if (terms.production()) {
            throw new Flaw("pack.development.production");
        }
        if (!terms.developmentKeys()) {
            throw new Flaw("pack.development");
        }
    }

    private static void checkUse(X509Certificate certificate) {
        try {
            List<String> uses = certificate.getExtendedKeyUsage();
            boolean[] keyUsage = certificate.getKeyUsage();
            if (uses == null || !uses.contains(CODE_SIGNING) || (keyUsage != null && !keyUsage[0])) {
                throw new Flaw("pack.use", subject(certificate));
            }
        } catch (CertificateParsingException e) {
            throw new Flaw(e, "pack.certificate");
        }
        PublicKey key = certificate.getPublicKey();
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA) {
            throw new Flaw("pack.weak", subject(certificate));
        }
    }

    /** The trusted certificate that vouches for the chain; one that is no authority's vouches for itself alone. */
    private static Optional<X509Certificate> anchor(
            List<X509Certificate> chain, List<X509Certificate> trusted, Date date) {
        if (trusted.contains(chain.get(0))) {
            return Optional.of(chain.get(0));
        }
        Set<X509Certificate> authorities = trusted.stream()
                .filter(certificate -> certificate.getBasicConstraints() >= 0)
                .collect(Collectors.toSet());
        if (authorities.isEmpty()) {
            return Optional.empty();
        }
        try {
            PKIXParameters parameters = new PKIXParameters(authorities.stream()
                    .map(certificate -> new TrustAnchor(certificate, null))
                    .collect(Collectors.toSet()));
            // an installation need not reach the world; who is trusted no more is taken out of the folder
            parameters.setRevocationEnabled(false);
            parameters.setDate(date);
            List<X509Certificate> below =
                    chain.stream().filter(link -> !authorities.contains(link)).toList();
            PKIXCertPathValidatorResult result = (PKIXCertPathValidatorResult) CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(below), parameters);
            return Optional.of(result.getTrustAnchor().getTrustedCert());
        } catch (GeneralSecurityException e) {
            LOG.debug("The chain of {} is not trusted", subject(chain.get(0)), e);
            return Optional.empty();
        }
    }

    private static List<X509Certificate> read(Path folder) {
        List<X509Certificate> certificates = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return certificates;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pem")) {
            for (Path file : files) {
                read(file, certificates);
            }
        } catch (IOException e) {
            throw new Flaw(e, "pack.trust", folder.getFileName());
        }
        return certificates;
    }

    private static void read(Path file, List<X509Certificate> certificates) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .forEach(certificate -> certificates.add((X509Certificate) certificate));
        } catch (CertificateException e) {
            LOG.warn("The trusted certificate {} cannot be read", file.getFileName(), e);
        }
    }

    private static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }
}
