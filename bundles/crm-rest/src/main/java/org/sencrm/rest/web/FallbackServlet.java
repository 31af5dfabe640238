package org.sencrm.rest.web;

import java.io.IOException;
import java.util.Locale;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.servlet.ServletHolder;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.sencrm.rest.http.Language;
import org.sencrm.rest.http.SecurityHeaders;
import org.sencrm.rest.problem.Problems;
import org.sencrm.rest.problem.Refusal;

/** Answers where nothing else does: leads from the bare address to the screens, and knows nothing at any other. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("crm-fallback")
@HttpWhiteboardServletPattern("/")
public class FallbackServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Request asked = Request.getBaseRequest(request);
        if (asked.getUserIdentityScope() instanceof ServletHolder found
                && !getServletName().equals(found.getName())) {
            answerBy(found, asked, request, response);
            return;
        }
        SecurityHeaders.forData(response);
        if ("/".equals(request.getRequestURI())) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", "/ui/");
            return;
        }
        Locale locale = Language.of(request, Locale.ENGLISH);
        Problems.of(Refusal.notFound("problem.not-found.detail"), request.getRequestURI(), locale)
                .send(response);
    }

    /**
     * The web server keeps, by address, the chain that ends in the servlet which answered there. Who asks in the very moment
     * in which the right servlet comes makes it keep this one, for good: {@code /health} would not be found until the next
     * start. Which servlet an address belongs to it looks up each time all the same, so the request finds its way from here.
     */
    private static void answerBy(
            ServletHolder found, Request asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        found.handle(asked, request, response);
    }
}
