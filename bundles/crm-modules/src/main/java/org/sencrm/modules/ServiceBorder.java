package org.sencrm.modules;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between the services of add-ons and those of the product. What an add-on publishes in a place that is not its own
 * is seen by nobody but itself, from the first moment on and whatever its ranking; and it does not see what would lead
 * it past the public interfaces. Bundles are known by their number, nothing else is kept.
 */
final class ServiceBorder implements FindHook, EventListenerHook {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceBorder.class);

    private final Map<Long, String> addOns = new ConcurrentHashMap<>();
    private final Map<String, String> trespasses = new ConcurrentHashMap<>();
    private final ServicePlaces places;

    ServiceBorder(ServicePlaces places) {
        this.places = places;
    }

    /** Takes the bundle for one of an add-on. */
    void watch(Bundle bundle, String module) {
        addOns.put(bundle.getBundleId(), module);
    }

    /** The bundle has gone. */
    void forget(Bundle bundle) {
        String module = addOns.remove(bundle.getBundleId());
        if (module != null) {
            trespasses.remove(module);
        }
    }

    /** By add-on the place of the product that it asked for. */
    Map<String, String> trespassers() {
        return Map.copyOf(trespasses);
    }

    @Override
    public void find(
            BundleContext asking, String name, String filter, boolean all, Collection<ServiceReference<?>> references) {
        references.removeIf(reference -> isHidden(reference, asking.getBundle()));
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        ServiceReference<?> reference = event.getServiceReference();
        if (event.getType() == ServiceEvent.REGISTERED) {
            note(reference);
        }
        if (event.getType() != ServiceEvent.UNREGISTERING) {
            listeners.keySet().removeIf(listening -> isHidden(reference, listening.getBundle()));
        }
    }

    private void note(ServiceReference<?> reference) {
        String module = addOns.get(reference.getBundle().getBundleId());
        if (module != null && !places.mayOffer(reference)) {
            String place = String.join(", ", (String[]) reference.getProperty(Constants.OBJECTCLASS));
            LOG.error("Add-on {} offers {}, which only the product may; nobody is shown it", module, place);
            trespasses.put(module, place);
        }
    }

    private boolean isHidden(ServiceReference<?> reference, Bundle asking) {
        Bundle owner = reference.getBundle();
        if (owner == null || asking == null || owner.equals(asking)) {
            return false;
        }
        if (addOns.containsKey(owner.getBundleId()) && !places.mayOffer(reference)) {
            return true;
        }
        return !places.maySee(reference, addOns.containsKey(asking.getBundleId()));
    }
}
