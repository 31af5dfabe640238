package org.sencrm.api.access;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The certificate of the line on which a request came: whoever sends it holds the key of the certificate, and nothing else is
 * known. Nobody has looked yet whether the certificate is good for anything. It comes from the line itself where the product
 * speaks TLS, and otherwise from three headers that the proxy on this machine writes over whatever others sent: {@link
 * #HEADER}, {@link #VERIFIED} and {@link #VOUCHER}. Immutable; its text tells nothing.
 *
 * @since 1.6
 */
public final class ClientCertificate {

    /** Header with the certificate as PEM, escaped as in an address; empty for none. */
    public static final String HEADER = "X-Client-Certificate";

    /** Header with what the proxy thinks of the certificate: {@code SUCCESS}, {@code NONE}, or {@code FAILED:} and why. */
    public static final String VERIFIED = "X-Client-Verified";

    /** Header with a secret between proxy and product, by which others on this machine are told from the proxy. */
    public static final String VOUCHER = "X-Client-Voucher";

    /** Attribute of a request that came by TLS to the product itself. */
    static final String ENCRYPTED = "javax.servlet.request.cipher_suite";

    private static final String FROM_LINE = "javax.servlet.request.X509Certificate";
    private static final String GOOD = "SUCCESS";

    private static final ThreadLocal<ClientCertificate> SERVED = new ThreadLocal<>();

    private final X509Certificate ofLine;
    private final String escaped;
    private final String voucher;
    private final boolean objected;

    private ClientCertificate(X509Certificate ofLine, String escaped, String voucher, boolean objected) {
        this.ofLine = ofLine;
        this.escaped = escaped;
        this.voucher = voucher;
        this.objected = objected;
    }

    /** The certificate of a line that ends at the product itself. */
    public static ClientCertificate ofLine(X509Certificate certificate) {
        return new ClientCertificate(Objects.requireNonNull(certificate, "certificate"), null, null, false);
    }

    /**
     * What a request came with. Headers count only where the request comes from this machine and not by TLS, as from our own
     * proxy.
     *
     * @param remote address at the other end of the line
     * @param attributes of the request, by name
     * @param headers every line of a header, by name; null for none
     * @return null for none
     */
    public static ClientCertificate of(
            String remote, Function<String, Object> attributes, Function<String, Enumeration<String>> headers) {
        if (attributes.apply(ENCRYPTED) != null) {
            return attributes.apply(FROM_LINE) instanceof X509Certificate[] chain && chain.length > 0
                    ? ofLine(chain[0])
                    : null;
        }
        String escaped = only(headers.apply(HEADER));
        if (escaped.isEmpty() || !ClientAddress.isThisMachine(remote)) {
            return null;
        }
        boolean good = only(headers.apply(VERIFIED)).equals(GOOD);
        return new ClientCertificate(null, escaped, only(headers.apply(VOUCHER)), !good);
    }

    /** Of several lines one is somebody else's. */
    private static String only(Enumeration<String> lines) {
        List<String> all = lines == null ? List.of() : Collections.list(lines);
        return all.size() == 1 ? all.get(0).trim() : "";
    }

    /**
     * The certificate for whose line the thread works now.
     *
     * @return null for none
     */
    public static ClientCertificate served() {
        return SERVED.get();
    }

    /**
     * Lets the thread work for a line until the answer is closed, which has to be done on the same thread.
     *
     * @param certificate null for none
     */
    public static ClientAddress.Serving serving(ClientCertificate certificate) {
        ClientCertificate before = SERVED.get();
        set(certificate);
        return () -> set(before);
    }

    private static void set(ClientCertificate certificate) {
        if (certificate == null) {
            SERVED.remove();
        } else {
            SERVED.set(certificate);
        }
    }

    /** The certificate; empty where what the proxy told cannot be read. */
    public Optional<X509Certificate> certificate() {
        if (ofLine != null) {
            return Optional.of(ofLine);
        }
        try {
            byte[] pem = URLDecoder.decode(escaped, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
        } catch (CertificateException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The secret that came with it, by which to tell the proxy from others; empty where no proxy stands between. */
    public Optional<String> voucher() {
        return Optional.ofNullable(voucher);
    }

    /** Whether the proxy itself does not think the certificate good. */
    public boolean isObjectedTo() {
        return objected;
    }

    @Override
    public String toString() {
        return ofLine == null ? "certificate told by the proxy" : "certificate of the line";
    }
}
