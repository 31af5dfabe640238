package org.sencrm.rest.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.Test;

class FallbackServletTest {

    @Test
    void whoCameTooLateForTheWebServerIsFoundAllTheSame() throws Exception {
        Server server = new Server();
        LocalConnector connector = new LocalConnector(server);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.setServletHandler(new KeepingHandler());
        context.addServlet(new ServletHolder(new FallbackServlet()), "/");
        server.setHandler(context);
        server.start();
        try {
            assertAnswers(connector, "/late", "404");
            context.addServlet(new ServletHolder(new Late()), "/late");
            assertAnswers(connector, "/late", "204");
            assertAnswers(connector, "/nothing", "404");
            assertAnswers(connector, "/", "302");
        } finally {
            server.stop();
        }
    }

    private static void assertAnswers(LocalConnector connector, String path, String status) throws Exception {
        String answer = connector.getResponse("GET " + path + " HTTP/1.0\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
    }

    private static final class Late extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    /** Keeps for good who answered an address first, as the web server does that is asked in the wrong moment. */
    private static final class KeepingHandler extends ServletHandler {

        private final Map<String, ServletHolder> first = new HashMap<>();

        @Override
        public void doHandle(String target, Request asked, HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            ServletHolder found = (ServletHolder) asked.getUserIdentityScope();
            try {
                first.computeIfAbsent(target, unknown -> found).handle(asked, request, response);
            } finally {
                asked.setHandled(true);
            }
        }
    }
}
