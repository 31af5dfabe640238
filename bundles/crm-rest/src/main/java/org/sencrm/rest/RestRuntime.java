package org.sencrm.rest;

import java.util.List;
import java.util.function.Supplier;
import javax.servlet.Servlet;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.sencrm.rest.http.CallerProvider;
import org.sencrm.rest.http.IfMatchProvider;
import org.sencrm.rest.http.InputReader;
import org.sencrm.rest.http.JsonBodyWriter;
import org.sencrm.rest.http.ParametersProvider;
import org.sencrm.rest.http.ProblemMapper;

/**
 * The JAX-RS runtime of this bundle: a bus, a registry of addresses and a servlet that looks them up. It owns all three,
 * so that nothing waits for the servlet that the transport's own bundle would register some time later. Nothing is made
 * before the first server is asked for.
 */
@Component(service = RestRuntime.class)
public class RestRuntime {

    private final DestinationRegistry registry = new DestinationRegistryImpl();
    private final HTTPTransportFactory transport = new HTTPTransportFactory(registry);
    private Bus bus;

    /**
     * Serves resources until the server is destroyed.
     *
     * @param address below the servlet
     * @param providers beside those that every address needs
     */
    synchronized Server serve(String address, List<?> resources, List<?> providers) {
        return inRuntime(() -> {
            if (bus == null) {
                bus = new ExtensionManagerBus();
                bus.setProperty(FaultListener.class.getName(), new BrokenLineLog());
            }
            JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
            factory.setBus(bus);
            factory.setDestinationFactory(transport);
            factory.setAddress(address);
            factory.setProviders(List.of(
                    new JsonBodyWriter(),
                    new InputReader(),
                    new ProblemMapper(),
                    new CallerProvider(),
                    new ParametersProvider(),
                    new IfMatchProvider()));
            factory.setProviders(providers);
            factory.setServiceBeans(List.copyOf(resources));
            return factory.create();
        });
    }

    /** A servlet before all servers, those of later included. Whoever takes it initialises and destroys it. */
    Servlet servlet() {
        return new CXFNonSpringServlet(registry, false);
    }

    @Deactivate
    synchronized void close() {
        if (bus != null) {
            bus.shutdown(true);
        }
    }

    /** The runtime finds its parts through the thread's class loader. */
    private static <T> T inRuntime(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(JAXRSServerFactoryBean.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
