package org.sencrm.modules;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sencrm.api.outbound.OutboundFailure;

class DeclaredHostsTest {

    private final DeclaredHosts hosts =
            new DeclaredHosts("acme-visits", List.of("api.acme.example", "Maps.example:8443"));

    @Test
    void whatIsDeclaredIsReached() {
        for (String address : List.of(
                "https://api.acme.example/v1?q=1",
                "https://API.acme.example:9000/",
                "https://maps.example:8443/tiles",
                "no address",
                "mailto:lan@example.com")) {
            assertDoesNotThrow(() -> hosts.check(address), address);
        }
    }

    @Test
    void anythingElseIsRefusedWithTheNameOfTheModule() {
        for (String address : List.of(
                "https://evil.example/",
                "https://api.acme.example.evil.example/",
                "https://api.acme.example@evil.example/",
                "https://maps.example/tiles")) {
            OutboundFailure failure = assertThrows(OutboundFailure.class, () -> hosts.check(address), address);
            assertEquals(OutboundFailure.Reason.NOT_DECLARED, failure.reason());
            assertEquals(true, failure.getMessage().startsWith("module acme-visits asks "), failure.getMessage());
        }
    }

    @Test
    void aConnectionIsLimitedToWhatIsDeclaredAsWell() {
        assertDoesNotThrow(() -> hosts.check("API.acme.example", 636));
        assertDoesNotThrow(() -> hosts.check("maps.example", 8443));
        for (String host :
                List.of("maps.example", "evil.example", "::1", "[::1]", "api.acme.example@evil.example", "")) {
            assertThrows(OutboundFailure.class, () -> hosts.check(host, 636), host);
        }
    }
}
