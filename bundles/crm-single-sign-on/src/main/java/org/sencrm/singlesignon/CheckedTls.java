package org.sencrm.singlesignon;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Puts TLS over a line that is there already, and checks that the certificate is that of the host. */
final class CheckedTls extends SSLSocketFactory {

    private final SSLSocketFactory plain;

    /** @param certificates of the authorities that are trusted, PEM; null for those that the machine trusts */
    CheckedTls(String certificates) throws OutsideProblem {
        try {
            this.plain = context(certificates).getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new OutsideProblem(
                    "single-sign-on.problem.certificates", "the certificates in the settings cannot be read", e);
        }
    }

    private static SSLContext context(String certificates) throws GeneralSecurityException, IOException {
        if (certificates == null || certificates.isBlank()) {
            return SSLContext.getDefault();
        }
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        byte[] pem = certificates.strip().getBytes(StandardCharsets.UTF_8);
        int number = 0;
        for (Certificate one :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
            trusted.setCertificateEntry("authority-" + number++, one);
        }
        if (number == 0) {
            throw new CertificateException("none");
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Override
    public Socket createSocket(Socket line, String host, int port, boolean autoClose) throws IOException {
        SSLSocket secured = (SSLSocket) plain.createSocket(line, host, port, autoClose);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("LDAPS");
        secured.setSSLParameters(parameters);
        return secured;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return plain.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return plain.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unchecked();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        throw unchecked();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unchecked();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        throw unchecked();
    }

    private static IOException unchecked() {
        return new IOException("lines are made by the product, which checks the address");
    }
}
