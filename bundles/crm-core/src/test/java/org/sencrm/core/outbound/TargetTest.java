package org.sencrm.core.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sencrm.api.outbound.OutboundFailure;
import org.sencrm.api.outbound.OutboundFailure.Reason;

/** How an address may be spelled, and which addresses are public. */
class TargetTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "example.org",
                "//example.org/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "jar:http://example.org/!/",
                "http:example.org",
                "http://",
                "http:///path",
                "http://user@example.org/",
                "http://user:password@example.org/",
                "http://example.org@127.0.0.1/",
                "http://example.org\\@127.0.0.1/",
                "http://example.org/#fragment",
                "http://example.org:0/",
                "http://example.org:70000/",
                "http://example.org./",
                "http://localhost./",
                "http://exa mple.org/",
                "http://example.org/\r\nHost: other",
                "http://example.org/\u0000",
                "http://127。0。0。1/",
                "http://①②⑦.0.0.1/",
                "http://0x7f.1/",
                "http://0x7f.0.0.1/",
                "http://0x7f000001/",
                "http://0X7F000001/",
                "http://2130706433/",
                "http://017700000001/",
                "http://0177.0.0.1/",
                "http://0177.1/",
                "http://127.1/",
                "http://127.0.1/",
                "http://127.000.000.001/",
                "http://127.0.0.01/",
                "http://127.0.0.0x1/",
                "http://127.0.0.1./",
                "http://1/",
                "http://0/",
                "http://0x/",
                "http://1.2.3.4.5/",
                "http://256.1.1.1/",
                "http://name.1/",
                "http://name.0x1/",
                "http://%31%32%37.0.0.1/",
                "http://[::1%25lo]/",
                "http://[fe80::1%eth0]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::ffff:8.8.8.8]/",
                "http://-example.org/",
                "http://exa..mple.org/"
            })
    void oddSpellingsAreNoAddress(String address) {
        OutboundFailure failure = assertThrows(OutboundFailure.class, () -> Target.of(address));
        assertEquals(Reason.BAD_ADDRESS, failure.reason());
    }

    @Test
    void plainAddressesAre() throws Exception {
        Target named = Target.of("https://Hooks.Example.org/a/b?c=d%20e");
        assertEquals("hooks.example.org", named.host());
        assertEquals(443, named.port());
        assertNull(named.literal());
        assertEquals(8080, Target.of("http://192.168.1.10:8080").port());
        assertEquals(80, Target.of("http://xn--bcher-kva.example/").port());
        assertNotNull(Target.of("http://8.8.8.8/").literal());
        assertEquals("2606:4700::1111", Target.of("http://[2606:4700::1111]/").host());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:7f00:1::",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void innerAddressesAreNotPublic(String address) throws Exception {
        assertFalse(AddressRules.isPublic(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:4860:4860::8888",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void addressesBesideThemAre(String address) throws Exception {
        assertTrue(AddressRules.isPublic(InetAddress.getByName(address)));
    }
}
