package org.sencrm.rest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.ClientAddress;
import org.sencrm.api.access.ClientCertificate;

class ClientCertificateTest {

    private static final String STRANGER = "203.0.113.9";
    private static final String PROXY = "127.0.0.1";

    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, List<String>> headers = new HashMap<>(Map.of(
            ClientCertificate.HEADER, List.of("-----BEGIN%20CERTIFICATE-----"),
            ClientCertificate.VERIFIED, List.of("SUCCESS"),
            ClientCertificate.VOUCHER, List.of("a voucher")));

    private ClientCertificate of(String remote) {
        return ClientCertificate.of(
                remote, attributes::get, name -> Collections.enumeration(headers.getOrDefault(name, List.of())));
    }

    @Test
    void onlyOurOwnProxyTellsOfACertificate() {
        assertNull(of(STRANGER));
        ClientCertificate told = of(PROXY);

        assertEquals(Optional.of("a voucher"), told.voucher());
        assertFalse(told.isObjectedTo());
        assertEquals(Optional.empty(), told.certificate(), "this one cannot be read");
    }

    @Test
    void onALineThatEndsHereNoHeaderCounts() {
        attributes.put("javax.servlet.request.cipher_suite", "TLS_AES_128_GCM_SHA256");

        assertNull(of(PROXY));
        attributes.put("javax.servlet.request.X509Certificate", new X509Certificate[0]);
        assertNull(of(PROXY));
    }

    @Test
    void aHeaderThatComesTwiceIsNoneOfTheProxy() {
        headers.put(ClientCertificate.VOUCHER, List.of("a voucher", "a voucher"));
        assertEquals(Optional.of(""), of(PROXY).voucher());
        headers.put(ClientCertificate.HEADER, List.of("one", "two"));
        assertNull(of(PROXY));
    }

    @Test
    void whatTheProxyDoesNotThinkGoodIsObjectedTo() {
        headers.put(ClientCertificate.VERIFIED, List.of("FAILED:certificate has expired"));
        assertTrue(of(PROXY).isObjectedTo());
        headers.remove(ClientCertificate.VERIFIED);
        assertTrue(of(PROXY).isObjectedTo());
    }

    @Test
    void whereTheProxyWasShownNothingThereIsNone() {
        headers.put(ClientCertificate.HEADER, List.of(""));
        assertNull(of(PROXY));
    }

    @Test
    void aThreadServesALineUntilItIsClosed() {
        try (ClientAddress.Serving serving = ClientCertificate.serving(of(PROXY))) {
            assertNotNull(ClientCertificate.served());
            try (ClientAddress.Serving inner = ClientCertificate.serving(null)) {
                assertNull(ClientCertificate.served());
            }
            assertNotNull(ClientCertificate.served());
        }
        assertNull(ClientCertificate.served());
    }

    @Test
    void itsTextTellsNothing() {
        assertEquals("certificate told by the proxy", of(PROXY).toString());
    }
}
