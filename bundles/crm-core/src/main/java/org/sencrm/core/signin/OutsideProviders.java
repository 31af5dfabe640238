package org.sencrm.core.signin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.guard.Guard;
import org.sencrm.api.signin.OutsideProvider;
import org.sencrm.api.signin.OutsideSignIn.Offer;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.extension.Contributions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outside providers that are there now, each behind the guard of its module. */
@Component(service = OutsideProviders.class)
public final class OutsideProviders {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideProviders.class);
    private static final String PROPER = "[a-z][a-z0-9-]{0,39}";

    private final BundleContext context;
    private final Guard guard;
    private final Contributions<OutsideProvider> providers = new Contributions<>();

    @Activate
    public OutsideProviders(BundleContext context, @Reference Guard guard) {
        this.context = context;
        this.guard = guard;
    }

    /** Outside of a container: providers are added by hand. */
    OutsideProviders() {
        this(null, null);
    }

    Contributions<OutsideProvider> contributed() {
        return providers;
    }

    /** Those that are set up. */
    List<Offer> offered() {
        return providers.values(OutsideProvider.ID).stream()
                .filter(id -> id.matches(PROPER))
                .flatMap(id -> label(id).stream().map(label -> new Offer(id, label)))
                .toList();
    }

    private Optional<String> label(String id) {
        try {
            return find(id).flatMap(OutsideProvider::label);
        } catch (Fault broken) {
            LOG.warn("A provider is not offered: {}", broken.getMessage());
            return Optional.empty();
        }
    }

    Optional<OutsideProvider> find(String id) {
        return providers.first(OutsideProvider.ID, id);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindProvider(ServiceReference<OutsideProvider> provider) {
        providers.add(Contribution.of(
                context, provider, found -> guard.around(OutsideProvider.class, found, () -> Locale.ENGLISH)));
    }

    void unbindProvider(ServiceReference<OutsideProvider> provider) {
        providers.remove(provider);
    }
}
