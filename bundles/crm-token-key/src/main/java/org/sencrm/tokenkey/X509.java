package org.sencrm.tokenkey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.ClientCertificate;
import org.sencrm.api.setting.SecretSettings;
import org.sencrm.api.setting.Settings;
import org.sencrm.api.signin.FactorKind;

/**
 * Certificates of smart cards and USB tokens. The line is the answer: whoever made it holds the key of its certificate. The
 * state is the certificate's fingerprint, so that one of the same name is another one. It counts where somebody signs in or
 * sets it up, and not as a proof of somebody who is signed in, as a card that is plugged in would prove it for anybody who sits
 * there.
 */
@Component(property = FactorKind.KIND + "=" + X509.WORD)
public final class X509 implements FactorKind {

    static final String WORD = "x509";

    /** Setting of the company: the certificates of the authorities, PEM. */
    static final String AUTHORITIES = "tokenKey.authorities";

    /** Secret setting of the company: what the proxy tells in {@link ClientCertificate#VOUCHER}. */
    static final String VOUCHER = "tokenKey.voucher";

    private static final String PENDING = "pending";

    private final Settings settings;
    private final SecretSettings secrets;
    private final CertificateCheck check;

    @Activate
    public X509(
            @Reference Settings settings, @Reference SecretSettings secrets, @Reference RevocationLists revocations) {
        this.settings = settings;
        this.secrets = secrets;
        this.check = new CertificateCheck(revocations);
    }

    @Override
    public boolean isAvailable() {
        return !authorities().isEmpty();
    }

    private Authorities authorities() {
        return Authorities.of(settings.get(AUTHORITIES, ""));
    }

    @Override
    public Enrolment enrol(String account, String issuer) {
        return new Enrolment(PENDING, Map.of());
    }

    /** Nothing is worked out; that there are options tells that nothing is typed. */
    @Override
    public Optional<Map<String, Object>> options(String nonce, List<String> states) {
        return isAvailable() ? Optional.of(Map.of("certificate", "connection")) : Optional.empty();
    }

    /** Without a line no answer is right. */
    @Override
    public Optional<String> verify(String state, String answer, Instant at) {
        return Optional.empty();
    }

    @Override
    public Verdict judge(String state, String answer, Attempt attempt) {
        boolean pending = state.equals(PENDING);
        if (!pending && attempt.nonce() == null) {
            return Verdict.wrong();
        }
        ClientCertificate shown = attempt.certificate();
        if (shown == null) {
            return Verdict.wrong("noCertificate");
        }
        if (!isOfTheProxy(shown)) {
            return Verdict.wrong("notOfTheProxy");
        }
        Optional<X509Certificate> certificate = shown.certificate();
        return certificate.isEmpty()
                ? Verdict.wrong("unreadable")
                : judge(pending ? null : state, shown, new Card(certificate.get()), attempt.at());
    }

    /** @param state null for one that is being set up */
    private Verdict judge(String state, ClientCertificate shown, Card card, Instant at) {
        Optional<String> fault = check.fault(card.certificate(), authorities(), at);
        if (fault.isPresent()) {
            return Verdict.wrong(fault.get());
        }
        if (shown.isObjectedTo()) {
            return Verdict.wrong("refusedByTheProxy");
        }
        if (state != null && !state.equals(card.state())) {
            return Verdict.wrong("anotherCertificate");
        }
        return Verdict.right(card.state(), card.carrier());
    }

    /** A line that ends here needs no voucher; behind a proxy nothing counts until there is one. */
    private boolean isOfTheProxy(ClientCertificate shown) {
        return shown.voucher()
                .map(told -> secrets.find(VOUCHER)
                        .filter(known -> MessageDigest.isEqual(
                                known.getBytes(StandardCharsets.UTF_8), told.getBytes(StandardCharsets.UTF_8)))
                        .isPresent())
                .orElse(true);
    }
}
