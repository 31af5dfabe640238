package org.sencrm.tokenkey;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that also issues what it should not. */
final class TestAuthority {

    static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private static final String SIGNATURE = "SHA256withECDSA";

    private static long serials = 100;

    private final KeyPair keys;
    final X509Certificate certificate;

    private TestAuthority(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    static TestAuthority root(String name) throws Exception {
        return root(name, NOW.plus(Duration.ofDays(3000)));
    }

    static TestAuthority root(String name, Instant end) throws Exception {
        KeyPair keys = curve();
        return new TestAuthority(keys, new Wish(name).authority().until(end).sign(keys, name, keys));
    }

    /** An authority below this one. */
    TestAuthority below(String name) throws Exception {
        KeyPair own = curve();
        return new TestAuthority(own, new Wish(name).authority().sign(own, issuer(), keys));
    }

    /** A certificate for somebody. */
    X509Certificate issue(Wish wish) throws Exception {
        return wish.sign(wish.keys == null ? curve() : wish.keys, issuer(), keys);
    }

    /** A list of what was revoked, made an hour ago. */
    X509CRL list(Instant next, X509Certificate... revoked) throws Exception {
        return listOf(NOW.minusSeconds(3600), next, revoked);
    }

    /** A list of what was revoked, made at that time. */
    X509CRL listOf(Instant made, Instant next, X509Certificate... revoked) throws Exception {
        X509v2CRLBuilder list = new X509v2CRLBuilder(new X500Name(issuer()), Date.from(made));
        list.setNextUpdate(Date.from(next));
        for (X509Certificate each : revoked) {
            list.addCRLEntry(each.getSerialNumber(), Date.from(NOW.minusSeconds(7200)), CRLReason.keyCompromise);
        }
        return new JcaX509CRLConverter()
                .getCRL(list.build(new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate())));
    }

    private String issuer() {
        return certificate.getSubjectX500Principal().getName();
    }

    static KeyPair curve() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    static KeyPair rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    static String pem(X509Certificate... certificates) throws Exception {
        StringBuilder pem = new StringBuilder();
        for (X509Certificate each : certificates) {
            pem.append(pem("CERTIFICATE", each.getEncoded()));
        }
        return pem.toString();
    }

    static String pem(X509CRL list) throws Exception {
        return pem("X509 CRL", list.getEncoded());
    }

    private static String pem(String what, byte[] content) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    /** A certificate as somebody wishes it: good for a year from yesterday, for clients, unless said otherwise. */
    static final class Wish {

        private final String name;
        private Instant begin = NOW.minus(Duration.ofDays(1));
        private Instant end = NOW.plus(Duration.ofDays(365));
        private KeyPurposeId purpose = KeyPurposeId.id_kp_clientAuth;
        private int use = KeyUsage.digitalSignature;
        private boolean authority;
        private KeyPair keys;
        private String signature = SIGNATURE;

        Wish(String name) {
            this.name = name;
        }

        Wish from(Instant time) {
            begin = time;
            return this;
        }

        Wish until(Instant time) {
            end = time;
            return this;
        }

        Wish purpose(KeyPurposeId other) {
            purpose = other;
            return this;
        }

        Wish use(int other) {
            use = other;
            return this;
        }

        Wish keys(KeyPair other) {
            keys = other;
            return this;
        }

        Wish signature(String other) {
            signature = other;
            return this;
        }

        Wish authority() {
            authority = true;
            use = KeyUsage.keyCertSign | KeyUsage.cRLSign;
            purpose = null;
            return this;
        }

        private X509Certificate sign(KeyPair own, String issuer, KeyPair signer) throws Exception {
            JcaX509v3CertificateBuilder made = new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.valueOf(serials++),
                    Date.from(begin),
                    Date.from(end),
                    new X500Name(name),
                    own.getPublic());
            made.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            made.addExtension(Extension.keyUsage, true, new KeyUsage(use));
            if (purpose != null) {
                made.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(made.build(new JcaContentSignerBuilder(signature).build(signer.getPrivate())));
        }
    }
}
