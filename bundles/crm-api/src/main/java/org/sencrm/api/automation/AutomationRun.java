package org.sencrm.api.automation;

import java.time.Instant;
import org.sencrm.api.record.Reference;

/**
 * One run of an automation.
 *
 * @param id of the run; grows with time
 * @param record that it was about
 * @param message what was done or went wrong, in the language of the company; null for nothing to say
 */
public record AutomationRun(long id, long automation, Reference record, State state, String message, Instant at) {

    public enum State {
        DONE,
        FAILED,
        /** Left out, as too many automations had started each other. */
        STOPPED;

        /** The name in REST. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
