package org.sencrm.ui.start;

import com.vaadin.flow.internal.EncodeUtil;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.file.Files;
import org.sencrm.api.file.StoredFile;
import org.sencrm.ui.file.Preview;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostParts;

/**
 * Gives browsers the files of records, to those who may read the record. Whatever a file holds, nothing in it runs as a
 * part of the product: only what is known to be a picture, a PDF or plain text is shown, all else is to be saved.
 */
final class FileHandler implements RequestHandler {

    private static final long serialVersionUID = 1L;
    private static final String BELOW = "/" + Addresses.FILE;
    private static final String SEALED = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'";

    private final transient HostParts parts;

    FileHandler(HostParts parts) {
        this.parts = parts;
    }

    @Override
    public boolean handleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        String path = request.getPathInfo();
        if (path == null || !path.startsWith(BELOW)) {
            return false;
        }
        String id = path.substring(BELOW.length());
        Optional<Caller> caller = parts.sessions()
                .caller(session)
                .filter(person -> !parts.sessions().isHeldUp(session));
        Optional<Files> files = parts.services().files();
        response.setHeader("Cache-Control", "private, no-store");
        if (caller.isEmpty() || files.isEmpty() || !id.matches("\\d{1,18}")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND, "");
            return true;
        }
        boolean save = request.getParameter(Addresses.DOWNLOAD) != null;
        try {
            send(files.get(), caller.get(), Long.parseLong(id), save, response);
        } catch (Fault unreadable) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND, "");
        }
        return true;
    }

    private static void send(Files files, Caller caller, long id, boolean save, VaadinResponse response)
            throws IOException {
        StoredFile file = files.get(caller, id);
        try (InputStream content = files.open(caller, id)) {
            Preview preview = Preview.of(file);
            boolean shown = preview != Preview.NONE && !save;
            response.setContentType(preview == Preview.TEXT ? "text/plain;charset=UTF-8" : file.mediaType());
            response.setHeader("Content-Length", Long.toString(file.size()));
            response.setHeader(
                    "Content-Disposition",
                    (shown ? "inline" : "attachment") + "; filename*=UTF-8''" + EncodeUtil.rfc5987Encode(file.name()));
            // the browser's own reader of PDF, which is apart from every page, does not start inside a sandbox
            response.setHeader("Content-Security-Policy", preview == Preview.PDF ? SEALED : SEALED + "; sandbox");
            content.transferTo(response.getOutputStream());
        }
    }
}
