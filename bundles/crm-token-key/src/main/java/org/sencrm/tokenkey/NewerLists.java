package org.sencrm.tokenkey;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/** What a known list of revoked certificates is replaced by: whoever answers in the place of an authority brings none back. */
final class NewerLists {

    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final String PART = "2.5.29.28";
    private static final String DELTA = "2.5.29.27";

    private final List<X509Certificate> authorities;

    NewerLists(Authorities authorities) {
        this.authorities = Stream.concat(authorities.roots().stream(), authorities.between().stream())
                .toList();
    }

    /**
     * Of the lists that came those that an authority signed and that are not older than the same one that is kept. A kept one
     * that none signed, as from before its authority was exchanged, holds up no other.
     */
    List<X509CRL> among(List<X509CRL> came, List<X509CRL> kept) {
        List<X509CRL> believed = kept.stream().filter(this::isSigned).toList();
        return came.stream()
                .filter(this::isSigned)
                .filter(list -> believed.stream().noneMatch(old -> isSame(list, old) && isOlder(list, old)))
                .toList();
    }

    /** The newer lists, and the kept ones in whose place none of them is. */
    List<X509CRL> together(List<X509CRL> newer, List<X509CRL> kept) {
        Stream<X509CRL> others = kept.stream()
                .filter(this::isSigned)
                .filter(old -> newer.stream().noneMatch(list -> isSame(list, old)));
        return Stream.concat(newer.stream(), others).toList();
    }

    private boolean isSigned(X509CRL list) {
        return authorities.stream().anyMatch(authority -> CertificateCheck.isOf(list, authority));
    }

    private static boolean isOlder(X509CRL list, X509CRL other) {
        return list.getThisUpdate().before(other.getThisUpdate());
    }

    /** An authority may have several: one for each of its keys, one for each part, and what came since the last whole one. */
    private static boolean isSame(X509CRL one, X509CRL other) {
        X500Principal issuer = one.getIssuerX500Principal();
        return issuer.equals(other.getIssuerX500Principal())
                && Arrays.equals(one.getExtensionValue(AUTHORITY_KEY), other.getExtensionValue(AUTHORITY_KEY))
                && Arrays.equals(one.getExtensionValue(PART), other.getExtensionValue(PART))
                && (one.getExtensionValue(DELTA) == null) == (other.getExtensionValue(DELTA) == null);
    }
}
