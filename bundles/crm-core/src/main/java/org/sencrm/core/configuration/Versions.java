package org.sencrm.core.configuration;

import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.access.Caller;
import org.sencrm.api.module.Modules;

/** The versions that a configuration is taken from. */
@Component(service = Versions.class)
public class Versions {

    /** Away for a moment at most: what brings modules starts after the core. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Modules modules;

    private final String product;

    @Activate
    public Versions(BundleContext context) {
        this(context.getBundle().getVersion().toString());
    }

    /** Outside of a container. */
    Versions(String product) {
        this.product = product;
    }

    String product() {
        return product;
    }

    /** By id, of the modules that run. */
    Map<String, String> modules(Caller caller) {
        Map<String, String> versions = new TreeMap<>();
        Modules present = modules;
        if (present != null) {
            present.list(caller).stream()
                    .filter(module -> module.state() == Modules.State.RUNNING)
                    .forEach(module -> versions.put(module.id(), module.version()));
        }
        return versions;
    }
}
