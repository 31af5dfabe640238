package org.sencrm.api.health;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of the product that can tell how it is. Published as a service and asked for each {@code GET /health}: the answer
 * comes from memory, on any thread, and throws nothing.
 */
@ConsumerType
public interface HealthCheck {

    /** The word under which it is shown, lower case, e.g. {@code schema}. */
    String name();

    State state();

    /** From well to useless. */
    enum State {
        UP,
        /** The product works, but some of it is missing. */
        DEGRADED,
        /** The product cannot work. */
        DOWN;

        /** The name in REST. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
