package org.sencrm.rest.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.sencrm.rest.http.Language;
import org.sencrm.rest.http.SecurityHeaders;
import org.sencrm.rest.problem.Texts;

/**
 * The page on which REST can be tried out: Swagger UI before our own OpenAPI document. The page holds no data, so anybody
 * may open it; the document is asked for with the token that is typed in.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("crm-rest-docs")
@HttpWhiteboardServletPattern({"/api/docs", "/api/docs/*"})
public class DocsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String PAGE = "index.html";

    /** All files that there are, with their media types. */
    private static final Map<String, String> FILES = Map.of(
            PAGE,
            "text/html; charset=UTF-8",
            "docs.js",
            "text/javascript; charset=UTF-8",
            "docs.css",
            "text/css; charset=UTF-8",
            "swagger-ui-bundle.js",
            "text/javascript; charset=UTF-8",
            "swagger-ui.css",
            "text/css; charset=UTF-8");

    private static final Pattern TEXT = Pattern.compile("\\{([a-zA-Z.]+)}");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.forPage(response);
        String path = request.getPathInfo();
        if (path == null) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", "/api/docs/");
            return;
        }
        String file = "/".equals(path) ? PAGE : path.substring(1);
        String mediaType = FILES.get(file);
        if (mediaType == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(mediaType);
        try (InputStream in = DocsServlet.class.getResourceAsStream("/docs/" + file)) {
            if (PAGE.equals(file)) {
                Locale locale = Language.of(request, Locale.ENGLISH);
                response.getOutputStream().write(spoken(in, locale).getBytes(StandardCharsets.UTF_8));
            } else {
                in.transferTo(response.getOutputStream());
            }
        }
    }

    /** The page with its texts in place; they are ours and hold nothing that HTML would read. */
    private static String spoken(InputStream in, Locale locale) throws IOException {
        String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return TEXT.matcher(page)
                .replaceAll(
                        key -> key.group(1).equals("lang") ? locale.getLanguage() : Texts.text(locale, key.group(1)));
    }
}
