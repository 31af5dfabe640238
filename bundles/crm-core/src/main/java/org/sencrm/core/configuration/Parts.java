package org.sencrm.core.configuration;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.configuration.ConfigurationPart;
import org.sencrm.api.guard.Guard;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.extension.Contributions;

/** The parts of the configuration that are there now. Services are fetched when they are needed. Thread safe. */
@Component(service = Parts.class)
public final class Parts {

    private static final String LAST = String.valueOf(Integer.MAX_VALUE);

    private final BundleContext context;
    private final Guard guard;
    private final Contributions<ConfigurationPart> parts = new Contributions<>();

    @Activate
    public Parts(BundleContext context, @Reference Guard guard) {
        this.context = context;
        this.guard = guard;
    }

    /** Outside of a container: parts are added by hand. */
    public Parts() {
        this(null, null);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(ServiceReference<ConfigurationPart> part) {
        parts.add(Contribution.of(
                context, part, found -> guard.around(ConfigurationPart.class, found, () -> Locale.ENGLISH)));
    }

    void unbind(ServiceReference<ConfigurationPart> part) {
        parts.remove(part);
    }

    public void add(String name, int order, ConfigurationPart part) {
        parts.add(Contribution.of(part, Map.of(ConfigurationPart.NAME, name, ConfigurationPart.ORDER, order)));
    }

    /** In the order in which they are applied. */
    List<Part> all() {
        return parts.values(ConfigurationPart.NAME).stream()
                .flatMap(name -> find(name).stream())
                .sorted(Comparator.comparingInt(Part::order).thenComparing(Part::name))
                .toList();
    }

    Optional<Part> find(String name) {
        String order = parts.values(ConfigurationPart.NAME, name, ConfigurationPart.ORDER).stream()
                .findFirst()
                .orElse(LAST);
        return parts.first(ConfigurationPart.NAME, name)
                .map(service -> new Part(name, Integer.parseInt(order), service));
    }
}
