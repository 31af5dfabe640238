package org.sencrm.core.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Unavailable;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.RecordListener;
import org.sencrm.core.extension.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells followers and listeners of committed changes, on one thread, in batches. Changes of one record come in their order.
 */
@Component(service = ChangeFeed.class)
public final class ChangeFeed {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final int BATCH = 500;
    /** From so many waiting changes on, whoever adds one waits a little, so that memory stays bounded. */
    private static final int CROWD = 20_000;

    private static final long PAUSE_MILLIS = 20;
    /** Wakes the thread up to stop. An interrupt would do the same, but Derby closes the database's files at one. */
    private static final RecordChange STOP =
            new RecordChange(0, "", 0, 0, Change.Kind.PURGED, Caller.system(), Set.of());

    private final Extensions extensions;
    private final List<Witness> witnesses = new CopyOnWriteArrayList<>();
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<RecordChange> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger unfollowed = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "crm-changes");
    private volatile boolean running = true;

    @Activate
    public ChangeFeed(@Reference Extensions extensions) {
        this.extensions = extensions;
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    public void close() throws InterruptedException {
        running = false;
        queue.add(STOP);
        thread.join(TimeUnit.SECONDS.toMillis(10));
    }

    /** Static as the next one, so that no change is written before the witness is there. */
    @Reference(target = "(" + Witness.NAME + "=webhooks)")
    void bindWebhooks(Witness witness) {
        bind(witness);
    }

    @Reference(target = "(" + Witness.NAME + "=automations)")
    void bindAutomations(Witness witness) {
        bind(witness);
    }

    @Reference(target = "(" + Witness.NAME + "=audit)")
    void bindAudit(Witness witness) {
        bind(witness);
    }

    public void bind(Witness witness) {
        witnesses.add(witness);
    }

    public void attach(Follower follower) {
        followers.add(follower);
    }

    public void detach(Follower follower) {
        followers.remove(follower);
    }

    /** To be called in the transaction of the change. */
    public void changing(RecordChange change) {
        witnesses.forEach(witness -> witness.changing(change));
    }

    /** To be called after the commit. */
    public void committed(RecordChange change) {
        unfollowed.incrementAndGet();
        queue.add(change);
        if (queue.size() > CROWD && Thread.currentThread() != thread) {
            pause();
        }
    }

    /** Whether the followers know of every change that was committed. */
    public boolean isCurrent() {
        return unfollowed.get() == 0;
    }

    private void run() {
        boolean more = false;
        while (running) {
            try {
                List<RecordChange> batch = next(more ? 0 : 1);
                if (!batch.isEmpty()) {
                    tell(batch);
                }
                more = false;
                for (Follower follower : followers) {
                    more |= follower.work();
                }
            } catch (InterruptedException e) {
                LOG.warn("The thread of the changes was interrupted and goes on");
            } catch (RuntimeException | LinkageError e) {
                LOG.error("The followers of changes failed", e);
                more = false;
            }
        }
    }

    private List<RecordChange> next(long seconds) throws InterruptedException {
        List<RecordChange> batch = new ArrayList<>();
        RecordChange first = queue.poll(seconds, TimeUnit.SECONDS);
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, BATCH - 1);
            batch.removeIf(change -> change == STOP);
            batch.sort(Comparator.comparingLong(RecordChange::changeId));
        }
        return batch;
    }

    private void tell(List<RecordChange> batch) {
        for (Follower follower : followers) {
            try {
                follower.changed(batch);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("A follower of changes failed", e);
            }
        }
        unfollowed.addAndGet(-batch.size());
        for (RecordListener listener : extensions.listeners().all()) {
            try {
                listener.changed(batch);
            } catch (Unavailable toldByTheGuard) {
                LOG.debug("A listener is away", toldByTheGuard);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("The listener {} failed", listener.getClass().getName(), e);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
