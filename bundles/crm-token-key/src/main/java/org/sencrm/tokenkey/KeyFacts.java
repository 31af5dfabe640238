package org.sencrm.tokenkey;

import org.osgi.service.component.annotations.Component;
import org.sencrm.api.signin.Factor;

/**
 * The second factor of which a key is being told, on the thread that saves the key: the way in which {@link KeyNews} passes to
 * {@link KeyRules} what nobody else may write.
 */
@Component(service = KeyFacts.class)
public final class KeyFacts {

    private final ThreadLocal<Factor> told = new ThreadLocal<>();

    void during(Factor factor, Runnable save) {
        told.set(factor);
        try {
            save.run();
        } finally {
            told.remove();
        }
    }

    /** Null where somebody else saves. */
    Factor current() {
        return told.get();
    }
}
