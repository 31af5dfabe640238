package org.sencrm.api.module;

import java.time.Instant;
import org.sencrm.api.record.Reference;

/**
 * One operation on a module, as the journal has it.
 *
 * @param module its id
 * @param from version before; null where it was not installed
 * @param to version that was wanted; null for none
 * @param by who wanted it; null where the product itself did, or that is not known
 * @param at when it began; null where that is not known
 */
public record ModuleEvent(
        String module, Modules.Action action, String from, String to, Result result, Reference by, Instant at) {

    /** How it ended. */
    public enum Result {
        /** It has not ended. */
        RUNNING,
        DONE,
        /** It did not work, and everything is as it was before. */
        TAKEN_BACK,
        /** The module is there and did not start. */
        QUARANTINED
    }
}
