package org.sencrm.rest.web;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.eclipse.jetty.servlet.ServletHandler;
import org.eclipse.jetty.util.component.Container;
import org.osgi.service.component.annotations.Component;

/**
 * Lets Jetty look up anew for each request which servlet answers an address. Otherwise it remembers: who asks for an
 * address in the very moment in which its servlet comes can make it remember the one that answered before, for good, and
 * {@code /health} would not be found until the next start. Jetty calls it, on its own threads.
 */
@Component(service = Handler.class)
public class FreshRoutes extends AbstractHandler {

    private final Container.InheritedListener listener = new Container.InheritedListener() {
        @Override
        public void beanAdded(Container parent, Object child) {
            if (child instanceof ServletHandler servlets) {
                servlets.setFilterChainsCached(false);
            }
        }

        @Override
        public void beanRemoved(Container parent, Object child) {
            // what has gone remembers nothing
        }
    };

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        getServer().addBean(listener, false);
    }

    @Override
    protected void doStop() throws Exception {
        getServer().removeBean(listener);
        super.doStop();
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response) {
        // answers nothing itself
    }
}
