package org.sencrm.rest.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.Test;

class FallbackServletTest {

    @Test
    void whatItAnsweredOnceIsNotRemembered() throws Exception {
        Server server = new Server();
        LocalConnector connector = new LocalConnector(server);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new FallbackServlet()), "/");
        server.setHandler(context);
        server.start();
        try {
            assertTrue(context.getServletHandler().isFilterChainsCached());
            String answer = connector.getResponse("GET /nothing HTTP/1.0\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
            assertFalse(context.getServletHandler().isFilterChainsCached());
        } finally {
            server.stop();
        }
    }
}
