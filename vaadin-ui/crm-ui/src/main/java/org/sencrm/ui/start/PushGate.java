package org.sencrm.ui.start;

import java.util.Dictionary;
import java.util.Hashtable;
import org.ops4j.pax.web.service.spi.model.events.WebElementEvent;
import org.ops4j.pax.web.service.spi.model.events.WebElementEventListener;
import org.ops4j.pax.web.service.spi.model.events.WebSocketEventData;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.http.context.ServletContextHelper;

/**
 * Brings the UI up in the one order in which Pax Web gives it push: servlet context, WebSocket, Vaadin servlet. Pax Web
 * drops a WebSocket whose context is not there yet, and Declarative Services alone cannot promise the order.
 */
@Component
public class PushGate implements WebElementEventListener {

    private final ComponentContext component;
    private final ServiceRegistration<ServletContextHelper> uiContext;

    @Activate
    public PushGate(ComponentContext component) {
        this.component = component;
        BundleContext bundle = component.getBundleContext();
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("osgi.http.whiteboard.context.name", UiContext.NAME);
        properties.put("osgi.http.whiteboard.context.path", UiContext.PATH);
        uiContext = bundle.registerService(ServletContextHelper.class, new UiContext(bundle.getBundle()), properties);
        component.enableComponent(PushEndpoint.NAME);
    }

    @Override
    public void registrationEvent(WebElementEvent event) {
        if (event.getType() == WebElementEvent.State.DEPLOYED
                && event.getData() instanceof WebSocketEventData
                && event.getBundle() == component.getBundleContext().getBundle()) {
            component.enableComponent(UiServlet.NAME);
        }
    }

    @Deactivate
    void close() {
        uiContext.unregister();
    }
}
