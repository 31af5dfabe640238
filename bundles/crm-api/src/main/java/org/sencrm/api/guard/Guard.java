package org.sencrm.api.guard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Stands between the product and what modules contribute. Whoever calls into a module calls through it; the record engine
 * and the host of the screens do so for all contributions. Thread safe.
 *
 * <p>A guarded call runs on the caller's thread. A {@link org.sencrm.api.fault.Fault} of the module is its answer and passes
 * unchanged. Anything else that it throws becomes {@link org.sencrm.api.fault.Unavailable} with a message that names the
 * module. A call that takes longer than ten seconds is interrupted and counts as failed; so does one that runs more than
 * 20,000 statements. A module of which half of the last twenty calls failed is paused for thirty seconds: calls are refused
 * at once. An add-on of which seven calls in a row failed is taken out until an administrator switches it on; a call that
 * was too long counts for three. At most 32 calls are inside one module at a time. What belongs to the product itself is not guarded.
 */
@ProviderType
public interface Guard {

    /** More statements one call does not run. */
    int MOST_STATEMENTS = 20_000;

    /**
     * The service behind the guard of the module whose bundle its class comes from.
     *
     * @param contract the interface by which it is called
     * @param language of messages where no argument of the call tells who is asking
     */
    <T> T around(Class<T> contract, T service, Supplier<Locale> language);

    /**
     * As {@link #around}, for work that may take as long as it needs, such as a job: neither its time nor its statements
     * are limited, and it takes no turn from others. What it throws is treated and counted alike.
     */
    default <T> T unhurried(Class<T> contract, T service, Supplier<Locale> language) {
        return around(contract, service, language);
    }

    /**
     * The id of the module that a service comes from, by the bundle of its class.
     *
     * @param service as the module published it, or what {@link #around} made of it
     * @return empty for the product's core
     */
    default Optional<String> moduleOf(Object service) {
        return Optional.empty();
    }

    /** What was noticed of each module since the product started, by name; only modules that were called. */
    List<ModuleHealth> health();
}
