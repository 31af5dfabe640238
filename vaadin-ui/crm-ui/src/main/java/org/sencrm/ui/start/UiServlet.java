package org.sencrm.ui.start;

import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.di.ResourceProvider;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.internal.ReflectionCache;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinContext;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.sencrm.api.access.ClientAddress;
import org.sencrm.api.access.ClientCertificate;
import org.sencrm.ui.host.Background;
import org.sencrm.ui.host.ChangeFeed;
import org.sencrm.ui.host.HostParts;
import org.sencrm.ui.host.HostServices;
import org.sencrm.ui.host.ModuleFeed;
import org.sencrm.ui.host.NotificationFeed;
import org.sencrm.ui.host.Sessions;
import org.sencrm.ui.removed.FailedView;
import org.sencrm.ui.removed.MissingView;

/** Starts Vaadin Flow without its OSGi add-on. {@link PushGate} enables it when WebSockets are ready. */
@Component(
        name = UiServlet.NAME,
        service = Servlet.class,
        scope = ServiceScope.PROTOTYPE,
        enabled = false,
        property = {"servlet.init.closeIdleSessions=true", "servlet.init.heartbeatInterval=300"})
@HttpWhiteboardContextSelect(UiContext.SELECT)
@HttpWhiteboardServletName("crm-ui")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletAsyncSupported
public class UiServlet extends VaadinServlet {

    static final String NAME = "org.sencrm.ui.servlet";

    private static final long serialVersionUID = 1L;

    private final transient HostParts parts;

    @Activate
    public UiServlet(
            @Reference HostServices services,
            @Reference Background background,
            @Reference ChangeFeed changes,
            @Reference NotificationFeed notifications,
            @Reference ModuleFeed modules,
            @Reference Sessions sessions) {
        parts = new HostParts(services, background, changes, notifications, modules, sessions);
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(VaadinServlet.class.getClassLoader());
        try {
            VaadinContext context = new VaadinServletContext(config.getServletContext());
            Map<Class<?>, Collection<Class<?>>> services = new HashMap<>();
            services.put(ResourceProvider.class, List.of(HostResourceProvider.class));
            new LookupInitializer().initialize(context, services, lookup -> context.setAttribute(Lookup.class, lookup));
            VaadinAppShellInitializer.init(Set.of(AppShell.class), context);
            ApplicationRouteRegistry registry = ApplicationRouteRegistry.getInstance(context);
            Routes.register(RouteConfiguration.forRegistry(registry));
            registry.setErrorNavigationTargets(Set.of(MissingView.class, FailedView.class));
            super.init(config);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        VaadinServletService service = new HostServletService(this, configuration, parts);
        service.init();
        return service;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        if (Collections.list(request.getHeaders("Host")).size() > 1) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (Origin.isForeign(request.getHeader("Origin"), request.getHeader("Host"))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String address = ClientAddress.of(request.getRemoteAddr(), request::getAttribute, request::getHeaders);
        ClientCertificate shown =
                ClientCertificate.of(request.getRemoteAddr(), request::getAttribute, request::getHeaders);
        try (ClientAddress.Serving from = ClientAddress.serving(address);
                ClientAddress.Serving by = ClientCertificate.serving(shown)) {
            super.service(request, response);
        }
    }

    @Override
    public void destroy() {
        super.destroy();
        ReflectionCache.clearAll();
    }
}
