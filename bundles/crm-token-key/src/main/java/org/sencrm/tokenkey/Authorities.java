package org.sencrm.tokenkey;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The authorities whose certificates count; a certificate that is none of an authority is left out.
 *
 * @param roots those that are trusted by themselves: whose own authority is not among the given ones, or is themselves
 * @param between those that another one of the given ones stands for
 */
record Authorities(List<X509Certificate> roots, List<X509Certificate> between) {

    /** @param pem certificates one after the other; nothing counts where they cannot be read */
    static Authorities of(String pem) {
        List<X509Certificate> all = read(pem);
        Set<Object> names =
                all.stream().map(X509Certificate::getSubjectX500Principal).collect(Collectors.toSet());
        return new Authorities(
                all.stream().filter(each -> isRoot(each, names)).toList(),
                all.stream().filter(each -> !isRoot(each, names)).toList());
    }

    private static boolean isRoot(X509Certificate each, Set<Object> names) {
        return each.getIssuerX500Principal().equals(each.getSubjectX500Principal())
                || !names.contains(each.getIssuerX500Principal());
    }

    private static List<X509Certificate> read(String pem) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .filter(each -> each.getBasicConstraints() >= 0)
                    .toList();
        } catch (CertificateException unreadable) {
            return List.of();
        }
    }

    boolean isEmpty() {
        return roots.isEmpty();
    }

    Set<TrustAnchor> anchors() {
        return roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
    }
}
