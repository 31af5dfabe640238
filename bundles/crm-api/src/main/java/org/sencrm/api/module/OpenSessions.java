package org.sencrm.api.module;

import org.osgi.annotation.versioning.ConsumerType;

/** Tells how many people have the product open now; published as a service by whatever they use it through. */
@ConsumerType
public interface OpenSessions {

    /** Answered from memory. */
    int count();
}
