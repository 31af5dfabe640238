package org.sencrm.rest.web;

import java.io.IOException;
import java.util.Locale;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.servlet.ServletContextHandler;
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
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        lookUpAnew(request);
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
     * Jetty remembers which servlet answered an address. Who asks in the very moment in which the right one comes makes it
     * remember this one, for good: {@code /health} would not be found until the next start. So from the first request that
     * leads here on it looks up each time.
     */
    private static void lookUpAnew(HttpServletRequest request) {
        ServletContextHandler context = ServletContextHandler.getServletContextHandler(
                Request.getBaseRequest(request).getContext());
        context.getServletHandler().setFilterChainsCached(false);
    }
}
