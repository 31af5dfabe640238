package org.sencrm.core.upkeep;

import java.time.Clock;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.job.Jobs;
import org.sencrm.api.job.ScheduledJob;
import org.sencrm.core.store.Database;

/** Sweeps once a day, in the small hours, when nobody waits for it. */
@Component(property = {ScheduledJob.NAME + "=core.sweep", ScheduledJob.SCHEDULE + "=daily 03:10"})
public final class DailySweep implements ScheduledJob {

    private final Leftovers leftovers;

    @Activate
    public DailySweep(@Reference Database database) {
        leftovers = new Leftovers(database, Clock.systemUTC());
    }

    @Override
    public Map<String, Object> run(Caller caller, Jobs.Progress progress) {
        return Map.of("rows", leftovers.sweep(progress));
    }
}
