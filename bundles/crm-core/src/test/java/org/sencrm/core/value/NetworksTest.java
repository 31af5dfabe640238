package org.sencrm.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.9, true",
        "203.0.113.0/24, 203.0.114.9, false",
        "203.0.113.128/25, 203.0.113.127, false",
        "203.0.113.9, 203.0.113.9, true",
        "203.0.113.9, 203.0.113.8, false",
        "0.0.0.0/0, 198.51.100.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:DB9::1, false",
        "2001:db8::/33, 2001:db8:8000::, false",
        "2001:db8::7, 2001:0db8:0:0:0:0:0:7, true",
        "203.0.113.0/24, ::ffff:203.0.113.9, true",
        "::ffff:203.0.113.0/120, 203.0.113.9, true",
        "::ffff:203.0.113.0/120, 203.0.114.9, false",
        "'10.0.0.0/8, 192.0.2.0/24', 192.0.2.200, true",
        "'10.0.0.0/8;192.0.2.0/24', 192.0.3.1, false",
        "203.0.113.0/24, 127.0.0.1, true",
        "203.0.113.0/24, ::1, true",
        "203.0.113.0/24, example.com, false",
        "203.0.113.0/24, '', false",
        "203.0.113.0/24, 203.0.113.9%eth0, false",
        "203.0.113.0/24, , false"
    })
    void anAddressIsWithinOrNot(String list, String address, boolean within) {
        assertEquals(within, Networks.of(list).hold(address));
    }

    @Test
    void noListIsNoLimit() {
        assertTrue(Networks.of(null).hold("198.51.100.1"));
        assertTrue(Networks.of(" \n ").hold(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "office",
                "fade",
                "203.0.113",
                "203.0.113.0/33",
                "203.0.113.0/-1",
                "203.0.113.0/",
                "203.0.113.0/08",
                "203.0.113.0/24/24",
                "203.0.113.256",
                "0203.0.113.0",
                "0xcb.0.113.0",
                "2001:db8::/129",
                "2001:db8:::/32",
                "12345::",
                "fe80::1%eth0",
                "::ffff:203.0.113.0/24",
                "[2001:db8::]/32"
            })
    void whatIsNoNetworkIsRefused(String text) {
        Refusal refused = assertThrows(Refusal.class, () -> Networks.of("10.0.0.0/8 " + text));
        assertEquals("networks.malformed", refused.messageKey());
        assertEquals(text, refused.arguments()[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9/24, 203.0.113.0/24",
        "203.0.113.129/25, 203.0.113.128/25",
        "2001:db8::1/32, 2001:db8:0:0:0:0:0:0/32",
        "::ffff:203.0.113.9/120, 203.0.113.0/24"
    })
    void bitsBehindTheLengthAreRefusedWithWhatWasMeant(String text, String meant) {
        Refusal refused = assertThrows(Refusal.class, () -> Networks.of(text));
        assertEquals("networks.hostBits", refused.messageKey());
        assertEquals(meant, refused.arguments()[1]);
    }

    @Test
    void aListHasItsBounds() {
        assertThrows(Refusal.class, () -> Networks.of("10.0.0.0/8 ".repeat(201)));
    }

    @Test
    void nobodyLeavesOutWhereTheyAre() {
        Networks office = Networks.of("203.0.113.0/24");
        assertSame(office, office.keeping("203.0.113.9"));
        assertSame(office, office.keeping("127.0.0.1"));
        assertSame(office, office.keeping(null));
        assertFalse(office.hold("198.51.100.1"));
        assertThrows(Refusal.class, () -> office.keeping("198.51.100.1"));
    }

    @Test
    void anAddressOfIpv4IsOneVisitorHoweverItIsWritten() {
        assertEquals("203.0.113.7", Networks.visitor("203.0.113.7"));
        assertEquals("203.0.113.7", Networks.visitor("::ffff:203.0.113.7"));
        assertEquals("203.0.113.7", Networks.visitor("::ffff:cb00:7107"));
    }

    @Test
    void allAddressesOfANetworkOfIpv6AreOneVisitor() {
        String visitor = Networks.visitor("2001:db8:1:2:3:4:5:6");

        assertEquals(visitor, Networks.visitor("2001:db8:1:2::1"));
        assertEquals(visitor, Networks.visitor("2001:DB8:1:2:ffff:ffff:ffff:ffff"));
        assertNotEquals(visitor, Networks.visitor("2001:db8:1:3::1"));
        assertEquals(Networks.visitor("fe80::1"), Networks.visitor("fe80::2%eth0"));
    }

    @Test
    void whatIsNoAddressIsAVisitorOfItsOwn() {
        assertEquals("", Networks.visitor(""));
        assertEquals("unknown", Networks.visitor("unknown"));
    }
}
