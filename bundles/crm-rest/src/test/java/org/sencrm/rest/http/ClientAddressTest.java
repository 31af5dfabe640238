package org.sencrm.rest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sencrm.api.access.ClientAddress;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, , 203.0.113.9",
        "[2001:db8::1], , 2001:db8::1",
        // what a stranger claims
        "203.0.113.9, 10.0.0.1, 203.0.113.9",
        // what our proxy says, and not what it was told
        "127.0.0.1, 203.0.113.9, 203.0.113.9",
        "127.0.0.1, '1.2.3.4, 203.0.113.9', 203.0.113.9",
        "[::1], 203.0.113.9, 203.0.113.9",
        "127.0.0.1, unknown, 127.0.0.1",
        "127.0.0.1, '203.0.113.9, ', 127.0.0.1"
    })
    void onlyOurOwnProxyIsBelieved(String remote, String forwarded, String address) {
        assertEquals(address, ClientAddress.of(remote, forwarded));
    }

    @Test
    void aProxyThatAddsALineOfItsOwnIsBelievedAndNotTheLineBefore() {
        assertEquals(
                "203.0.113.9",
                ClientAddress.of("127.0.0.1", Collections.enumeration(List.of("1.2.3.4", "203.0.113.9"))));
        assertEquals("127.0.0.1", ClientAddress.of("127.0.0.1", Collections.emptyEnumeration()));
        assertEquals("127.0.0.1", ClientAddress.of("127.0.0.1", (Enumeration<String>) null));
    }

    @Test
    void nobodyIsBelievedWhoSpeaksTlsToTheProductItself() {
        Map<String, Object> byTls = Map.of("javax.servlet.request.cipher_suite", "TLS_AES_128_GCM_SHA256");
        Function<String, Enumeration<String>> headers =
                name -> Collections.enumeration(name.equals("X-Forwarded-For") ? List.of("203.0.113.9") : List.of());

        assertEquals("127.0.0.1", ClientAddress.of("127.0.0.1", byTls::get, headers));
        assertEquals("203.0.113.9", ClientAddress.of("127.0.0.1", name -> null, headers));
        assertEquals("198.51.100.7", ClientAddress.of("198.51.100.7", name -> null, headers));
    }
}
