package org.sencrm.api.guard;

import java.time.Duration;
import java.time.Instant;

/**
 * What the guard noticed of one module since the product started.
 *
 * @param module its id, e.g. {@code crm-sales}
 * @param calls how often the product called into it
 * @param errors calls that failed, were too long or asked too much
 * @param statements database statements that ran inside its calls
 * @param slowStatements those of them that took longer than half a second
 * @param time spent inside its calls, that of nested modules included
 * @param paused whether calls are refused for the moment
 * @param lastError what went wrong last, for an administrator; null for nothing
 * @param lastErrorAt null for never
 */
public record ModuleHealth(
        String module,
        long calls,
        long errors,
        long statements,
        long slowStatements,
        Duration time,
        boolean paused,
        String lastError,
        Instant lastErrorAt) {}
