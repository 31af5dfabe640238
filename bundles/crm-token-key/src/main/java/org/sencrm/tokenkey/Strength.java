package org.sencrm.tokenkey;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Locale;

/** What is too weak to be believed: short keys, and signatures over digests that can be forged. */
final class Strength {

    private static final int SHORTEST_RSA = 2048;
    private static final int SHORTEST_CURVE = 256;
    private static final List<String> FORGED = List.of("MD2", "MD5", "SHA1");

    private Strength() {}

    static boolean isWeak(X509Certificate certificate) {
        String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT).replace("-", "");
        return FORGED.stream().anyMatch(signature::contains) || isWeakKey(certificate.getPublicKey());
    }

    static boolean isWeakKey(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() < SHORTEST_RSA;
        }
        if (key instanceof ECPublicKey curve) {
            return curve.getParams().getOrder().bitLength() < SHORTEST_CURVE;
        }
        return !(key instanceof EdECPublicKey);
    }
}
