package org.sencrm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys as programs for certificates write them. */
final class TlsFiles {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Pattern OTHER_KEY = Pattern.compile("-----BEGIN [A-Z ]+ PRIVATE KEY-----");

    private TlsFiles() {}

    /** Of a file in PEM form, in its order; at least one. */
    static List<X509Certificate> certificates(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(existing(file))) {
            List<X509Certificate> all = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (all.isEmpty()) {
                throw new Refused("there is no certificate in " + file);
            }
            return all;
        } catch (CertificateException e) {
            throw new Refused("the certificate in " + file + " cannot be read");
        }
    }

    /** The key that belongs to a certificate. */
    static PrivateKey key(Path file, PublicKey ofCertificate) throws IOException, GeneralSecurityException {
        String text = Files.readString(existing(file));
        Matcher found = KEY.matcher(text);
        if (!found.find()) {
            throw new Refused(
                    OTHER_KEY.matcher(text).find()
                            ? "the key in " + file
                                    + " is encrypted or of an old form; write it anew: openssl pkcs8 -topk8"
                                    + " -nodes -in OLD -out " + file
                            : "there is no key in " + file);
        }
        byte[] content = Base64.getMimeDecoder().decode(found.group(1));
        PrivateKey key =
                KeyFactory.getInstance(ofCertificate.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(content));
        if (!belongs(key, ofCertificate)) {
            throw new Refused("the key in " + file + " does not belong to the certificate");
        }
        return key;
    }

    private static boolean belongs(PrivateKey key, PublicKey ofCertificate) throws GeneralSecurityException {
        String algorithm = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256with" + key.getAlgorithm();
        byte[] message = {1};
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(message);
        byte[] signed = signature.sign();
        signature.initVerify(ofCertificate);
        signature.update(message);
        return signature.verify(signed);
    }

    private static Path existing(Path file) {
        if (!Files.isReadable(file)) {
            throw new Refused("there is no file for TLS that can be read: " + file);
        }
        return file;
    }
}
