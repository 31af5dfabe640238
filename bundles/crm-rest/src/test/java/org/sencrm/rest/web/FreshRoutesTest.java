package org.sencrm.rest.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.HandlerCollection;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.junit.jupiter.api.Test;

class FreshRoutesTest {

    @Test
    void contextsThatAreThereAndThatComeRememberNoServlet() throws Exception {
        Server server = new Server();
        HandlerCollection handlers = new HandlerCollection(true);
        ServletContextHandler there = new ServletContextHandler();
        handlers.addHandler(there);
        server.setHandler(handlers);
        server.start();
        try {
            assertTrue(there.getServletHandler().isFilterChainsCached());
            Handler routes = new FreshRoutes();
            handlers.addHandler(routes);
            routes.start();
            assertFalse(there.getServletHandler().isFilterChainsCached());

            ServletContextHandler later = new ServletContextHandler();
            handlers.addHandler(later);
            later.start();
            assertFalse(later.getServletHandler().isFilterChainsCached());
        } finally {
            server.stop();
        }
    }
}
