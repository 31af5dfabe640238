package org.sencrm.core.upkeep;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.core.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sweeps once a day, first some minutes after the start, when nobody waits for it. Each node does so by itself: what one
 * has swept is not there for the others.
 */
@Component(
        service = {},
        immediate = true)
public final class DailySweep {

    private static final Logger LOG = LoggerFactory.getLogger(DailySweep.class);
    private static final long FIRST_MINUTES = 10;
    private static final long CLOSE_SECONDS = 10;

    private final Leftovers leftovers;
    private final ScheduledExecutorService clock;

    @Activate
    public DailySweep(@Reference Database database) {
        leftovers = new Leftovers(database, Clock.systemUTC());
        clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "crm-sweep");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(this::sweep, FIRST_MINUTES, TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
    }

    /** Without an interrupt: Derby closes the database's files at one. */
    @Deactivate
    void close() throws InterruptedException {
        clock.shutdown();
        if (!clock.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("The sweep did not end in time");
        }
    }

    private void sweep() {
        try {
            leftovers.sweep();
        } catch (RuntimeException e) {
            LOG.warn("Old rows could not be swept out; it is tried again tomorrow", e);
        }
    }
}
