package org.sencrm.core.schedule;

import java.util.function.Supplier;
import org.sencrm.api.job.ScheduledJob;

/**
 * A job that is there now.
 *
 * @param key by which it is removed again
 * @param schedule as it is written
 * @param service gives the service behind its guard, when it runs and not before; null where it has gone
 * @param release lets go of the service
 */
record Planned(
        Object key,
        String name,
        String module,
        String schedule,
        Schedule times,
        Supplier<ScheduledJob> service,
        Runnable release) {}
