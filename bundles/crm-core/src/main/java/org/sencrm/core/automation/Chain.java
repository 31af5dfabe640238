package org.sencrm.core.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The automations, by their ids, of which one started the other, up to what the thread does now. */
final class Chain {

    private static final ThreadLocal<List<Long>> CURRENT = new ThreadLocal<>();

    private Chain() {}

    /** Empty where no automation is at work. */
    static List<Long> current() {
        List<Long> current = CURRENT.get();
        return current == null ? List.of() : current;
    }

    /** Does the work as that of the last of them. */
    static <T> T run(List<Long> before, long automation, Supplier<T> work) {
        List<Long> chain = new ArrayList<>(before);
        chain.add(automation);
        CURRENT.set(List.copyOf(chain));
        try {
            return work.get();
        } finally {
            CURRENT.remove();
        }
    }
}
