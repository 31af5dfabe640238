package org.sencrm.ui.light;

import com.vaadin.flow.server.VaadinResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletResponse;

/**
 * What a browser gets.
 *
 * @param status of HTTP
 * @param html the page; empty where the browser is sent elsewhere
 * @param address where to; empty for a page
 */
record Answer(int status, String html, String address) {

    static Answer page(int status, String html) {
        return new Answer(status, html, "");
    }

    /** Leads to another page, so that loading it again does nothing twice. */
    static Answer to(String address) {
        return new Answer(HttpServletResponse.SC_SEE_OTHER, "", address);
    }

    void send(VaadinResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
                        + " frame-ancestors 'none'");
        if (!address.isEmpty()) {
            response.setHeader("Location", address);
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }
}
