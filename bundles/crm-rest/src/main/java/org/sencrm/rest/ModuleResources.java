package org.sencrm.rest;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.cxf.endpoint.Server;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.rest.http.Services;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves what modules add to REST: a service with the property {@code crm.rest.base}, a word of small letters, is a
 * JAX-RS resource under {@code /api/v1/x/<word>}. Each has a server of its own, so that one that comes or goes disturbs
 * no other. A resource method may ask for {@code @Context Caller}; it is reached only by those who are signed in.
 */
@Component(
        service = {},
        immediate = true)
public class ModuleResources {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleResources.class);

    private static final String BASE = "crm.rest.base";
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,40}");

    private final RestRuntime runtime;
    private final Services services;
    private final Map<Object, Server> servers = new ConcurrentHashMap<>();

    @Activate
    public ModuleResources(@Reference RestRuntime runtime, @Reference Services services) {
        this.runtime = runtime;
        this.services = services;
    }

    @Reference(
            service = AnyService.class,
            target = "(" + BASE + "=*)",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addResource(Object resource, Map<String, Object> properties) {
        String word = String.valueOf(properties.get(BASE));
        if (!WORD.matcher(word).matches()) {
            LOG.warn("A REST resource of bundle {} has no proper {}", properties.get("service.bundleid"), BASE);
            return;
        }
        List<?> providers = List.of(new ValueJson(services), new ModuleSwitch(services, resource));
        servers.put(resource, runtime.serve("/v1/x/" + word, List.of(resource), providers));
        LOG.info("REST serves {} of bundle {}", word, properties.get("service.bundleid"));
    }

    void removeResource(Object resource) {
        Server server = servers.remove(resource);
        if (server != null) {
            server.destroy();
        }
    }

    @Deactivate
    void stop() {
        servers.values().forEach(Server::destroy);
        servers.clear();
    }
}
