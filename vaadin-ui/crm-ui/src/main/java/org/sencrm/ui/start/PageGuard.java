package org.sencrm.ui.start;

import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.host.Preferences;
import org.sencrm.ui.light.LightPages;

/**
 * Finishes the one HTML page that Flow sends: language and looks of the person, and a content security policy.
 *
 * <p>What Flow 23 needs of the policy, and why: its client runs what {@code executeJs} sends by {@code new Function}
 * ({@code unsafe-eval}); Polymer and Lit put {@code style} elements into shadow roots ({@code style-src
 * 'unsafe-inline'}); the signs inside Vaadin's components are fonts in its style sheets ({@code font-src data:}). The inline scripts of the page itself carry a nonce, so that inline script of any other origin does
 * not run.
 */
final class PageGuard implements IndexHtmlRequestListener {

    private static final long serialVersionUID = 1L;
    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final transient HostServices services;

    PageGuard(HostServices services) {
        this.services = services;
    }

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse page) {
        VaadinSession session = VaadinSession.getCurrent();
        Preferences preferences = new Preferences(session, services.settings());
        Preferences.known(page.getVaadinRequest().getParameter(Preferences.ASKED))
                .ifPresent(preferences::speak);
        Element html = page.getDocument().getElementsByTag("html").first();
        html.attr("lang", session.getLocale().getLanguage());
        preferences.theme().ifPresentOrElse(theme -> html.attr("theme", theme), () -> followSystem(page.getDocument()));
        html.attr("data-density", preferences.density());
        leadWithoutScripts(page.getDocument(), session.getLocale());
        protect(page.getDocument(), page.getVaadinResponse());
    }

    private void leadWithoutScripts(Document page, Locale language) {
        page.body()
                .prependElement("noscript")
                .appendElement("a")
                .attr("href", LightPages.ADDRESS)
                .text(services.messages().text(language, "light.noScripts"));
    }

    /** Before anything is drawn, so that nobody is dazzled. */
    private static void followSystem(Document page) {
        page.head()
                .prependElement("script")
                .appendChild(new DataNode("document.documentElement.setAttribute('theme',"
                        + "matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');"));
    }

    private static void protect(Document page, VaadinResponse response) {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        page.getElementsByTag("script").forEach(script -> script.attr("nonce", nonce));
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self' 'unsafe-eval' 'nonce-" + nonce + "'; style-src 'self'"
                        + " 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; manifest-src 'self';"
                        + " frame-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'self'; object-src 'none'");
        response.setHeader("Cache-Control", "no-store");
    }
}
