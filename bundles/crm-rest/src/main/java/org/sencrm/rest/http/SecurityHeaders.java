package org.sencrm.rest.http;

import javax.servlet.http.HttpServletResponse;

/** What every answer says to the browser, should one be at the other end. */
public final class SecurityHeaders {

    private SecurityHeaders() {}

    /** For data: never kept, never guessed at, never shown as a page. */
    public static void forData(HttpServletResponse response) {
        common(response, "default-src 'none'; frame-ancestors 'none'; sandbox");
        response.setHeader("Cache-Control", "no-store");
    }

    /** For the page on which the interface is tried out: its own scripts and styles, and calls to this very host. */
    public static void forPage(HttpServletResponse response) {
        common(
                response,
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.setHeader("Cache-Control", "no-cache");
    }

    private static void common(HttpServletResponse response, String policy) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }
}
