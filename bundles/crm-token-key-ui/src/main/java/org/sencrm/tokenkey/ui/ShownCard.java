package org.sencrm.tokenkey.ui;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.sencrm.api.access.ClientCertificate;

/** What the browser showed when it made the line of the request in hand, as people read it. Nobody has judged it yet. */
record ShownCard(String subject, String issuer, Instant validUntil) {

    /** @return empty where it showed nothing, or nothing that can be read */
    static Optional<ShownCard> now() {
        return Optional.ofNullable(ClientCertificate.served())
                .flatMap(ClientCertificate::certificate)
                .map(ShownCard::of);
    }

    private static ShownCard of(X509Certificate certificate) {
        return new ShownCard(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotAfter().toInstant());
    }
}
