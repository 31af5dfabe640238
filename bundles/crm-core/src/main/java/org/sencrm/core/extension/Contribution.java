package org.sencrm.core.extension;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/**
 * A service of a module that is fetched at its first use and not before: a hook may itself need the service that calls it,
 * and neither may wait for the other to start.
 */
public abstract class Contribution<T> {

    private final Map<String, Object> properties;

    private Contribution(Map<String, Object> properties) {
        this.properties = Map.copyOf(properties);
    }

    /** One that is there already. */
    public static <T> Contribution<T> of(T service, Map<String, Object> properties) {
        return new Contribution<>(properties) {
            @Override
            T service() {
                return service;
            }

            @Override
            boolean isFor(Object reference) {
                return service == reference;
            }

            @Override
            void release() {
                // nothing was fetched
            }
        };
    }

    /**
     * One that is fetched from the service registry.
     *
     * @param guard puts around it what protects its callers
     */
    public static <T> Contribution<T> of(BundleContext context, ServiceReference<T> reference, UnaryOperator<T> guard) {
        Map<String, Object> properties = new HashMap<>();
        for (String key : reference.getPropertyKeys()) {
            properties.put(key, reference.getProperty(key));
        }
        return new Contribution<>(properties) {
            private T service;

            @Override
            synchronized T service() {
                if (service == null) {
                    T found = context.getService(reference);
                    service = found == null ? null : guard.apply(found);
                }
                return service;
            }

            @Override
            boolean isFor(Object other) {
                return reference.equals(other);
            }

            @Override
            synchronized void release() {
                if (service != null) {
                    service = null;
                    context.ungetService(reference);
                }
            }
        };
    }

    /** The service; null where it has gone in the meantime. */
    abstract T service();

    abstract boolean isFor(Object reference);

    abstract void release();

    /** Whether a service property has one of the values; a property may hold several. */
    boolean has(String property, Collection<String> values) {
        return values(property).stream().anyMatch(values::contains);
    }

    Collection<String> values(String property) {
        Object value = properties.get(property);
        if (value instanceof String[] several) {
            return Arrays.asList(several);
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    int ranking() {
        return properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0;
    }
}
