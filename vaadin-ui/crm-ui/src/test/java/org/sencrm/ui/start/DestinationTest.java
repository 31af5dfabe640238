package org.sencrm.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DestinationTest {

    @Test
    void aPageOfTheProductIsKept() {
        for (String page : new String[] {
            "/ui", "/ui/", "/ui/accounts/12", "/ui/accounts?filter=name%3D%3DSen&lang=vi", "/ui/light/accounts/7"
        }) {
            assertEquals(page, Destination.of(page));
        }
    }

    @Test
    void everythingElseIsHome() {
        for (String elsewhere : new String[] {
            null,
            "",
            "/",
            "//evil.example",
            "https://evil.example/ui/",
            "/uix",
            "/ui\\evil.example",
            "/ui/\r\nSet-Cookie: a=b",
            "/ui/a#b",
            "/ui@evil.example",
            "javascript:alert(1)",
            "/ui/outside/oidc/go",
            "/ui/" + "a".repeat(2_000)
        }) {
            assertEquals("/ui/", Destination.of(elsewhere), String.valueOf(elsewhere));
        }
    }
}
