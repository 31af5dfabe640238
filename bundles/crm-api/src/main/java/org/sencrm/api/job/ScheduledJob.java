package org.sencrm.api.job;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.sencrm.api.access.Caller;

/**
 * Work of a module that is done by itself at set times, published as a service with the properties {@link #NAME} and
 * {@link #SCHEDULE}. The label is the message {@code job.<name>}.
 *
 * <p>It runs as a job like any other ({@link Jobs}), on a thread for jobs, on one node at a time, and never twice at once.
 * What was due while the product was off, or was cut off by its end, is done once soon after the next start. When the
 * service goes the job is asked to stop, and the module is waited for some seconds: ask {@link Jobs.Progress#cancelled}
 * between steps that are short. A fault makes the run fail with its message, any other exception with a general one; both
 * count in the health of the module. It runs again at the next time, whatever came of this one.
 *
 * <pre>{@code
 * @Component(property = {ScheduledJob.NAME + "=acme.rates", ScheduledJob.SCHEDULE + "=daily 06:30"})
 * public final class FetchRates implements ScheduledJob {
 *     public Map<String, Object> run(Caller caller, Jobs.Progress progress) {
 *         ...
 *         return Map.of("rates", fetched);
 *     }
 * }
 * }</pre>
 */
@ConsumerType
public interface ScheduledJob {

    /** Service property: the name, unique in the product, at most 60 characters; begin it with a word of the module. */
    String NAME = "crm.job";

    /**
     * Service property: when it runs, in the time zone of the company. {@code daily 06:30}, {@code every 15 minutes}
     * (counted from the end of the last run, also {@code hours}), or {@code cron 30 6 * * 1-5}: minute, hour, day of the
     * month, month and day of the week (0 or 7 is Sunday), each a number, a range, a list, {@code *} or steps such as
     * {@code *}{@code /10}.
     */
    String SCHEDULE = "crm.schedule";

    /**
     * Does the work.
     *
     * @param caller the product itself, with every right
     * @return what came out: numbers and texts by name
     */
    Map<String, Object> run(Caller caller, Jobs.Progress progress);
}
