package org.sencrm.ui.start;

import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.sencrm.ui.bundle.ModuleBundles;
import org.sencrm.ui.bundle.WebFile;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.Sessions;

/**
 * Gives browsers the files of modules. An address holds the version of the content, so it never means anything else and is
 * kept by browsers; who is not signed in gets what a module needs at the sign-in, and learns nothing else about what is
 * installed.
 */
final class WebFileHandler implements RequestHandler {

    private static final long serialVersionUID = 1L;
    private static final String BELOW = ModuleBundles.ADDRESS.substring(Addresses.UI.length());

    private final transient ModuleBundles bundles;
    private final transient Sessions sessions;

    WebFileHandler(ModuleBundles bundles, Sessions sessions) {
        this.bundles = bundles;
        this.sessions = sessions;
    }

    @Override
    public boolean handleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        String path = request.getPathInfo();
        if (path == null || !path.startsWith(BELOW)) {
            return false;
        }
        Optional<WebFile> file = bundles.file(path.substring(BELOW.length()), !sessions.isSignedIn(session));
        if (file.isPresent()) {
            send(file.get(), response);
        } else {
            response.setHeader("Cache-Control", "no-store");
            response.sendError(HttpServletResponse.SC_NOT_FOUND, "");
        }
        return true;
    }

    private static void send(WebFile file, VaadinResponse response) throws IOException {
        response.setContentType(file.type());
        response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
        // a picture that is opened by itself runs nothing either
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        try (InputStream content = file.content().openStream()) {
            content.transferTo(response.getOutputStream());
        }
    }
}
