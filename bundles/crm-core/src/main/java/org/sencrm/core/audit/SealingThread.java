package org.sencrm.core.audit;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a second what waits to be sealed. Nobody interrupts it, as Derby closes the database's files at that. */
final class SealingThread {

    private static final Logger LOG = LoggerFactory.getLogger(SealingThread.class);
    private static final long EVERY_MILLIS = 1_000;
    private static final long AFTER_FAILURE_MILLIS = 10_000;
    /** Of the rounds, so many seal nothing of the change log. */
    private static final int CHANGES_EVERY = 10;

    /** So many, that is an hour, the end of the chain stays unsaid in the security log, which is no part of the database. */
    private static final int HEAD_EVERY = 3_600;

    private static final Logger WITNESS = LoggerFactory.getLogger("org.sencrm.security");

    private final Sightings sightings;
    private final Sealer sealer;
    private final AuditLog log;
    private final Thread thread = new Thread(this::run, "crm-audit");
    private boolean running = true;

    SealingThread(Sightings sightings, Sealer sealer, AuditLog log) {
        this.sightings = sightings;
        this.sealer = sealer;
        this.log = log;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void close() throws InterruptedException {
        synchronized (this) {
            running = false;
            notifyAll();
        }
        thread.join(TimeUnit.SECONDS.toMillis(CHANGES_EVERY));
    }

    private void run() {
        boolean more = false;
        for (int round = 0; waited(EVERY_MILLIS); round++) {
            try {
                sightings.write();
                sealer.sealEvents();
                if (more || round % CHANGES_EVERY == 0) {
                    more = sealer.sealChanges();
                    log.covered(sealer.head().changesTo());
                }
                if (round % HEAD_EVERY == 0) {
                    Head head = sealer.head();
                    WITNESS.info("audit.head entries={} hash={}", head.entries(), head.hash());
                }
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("The audit trail could not be sealed; it is tried again", e);
                waited(AFTER_FAILURE_MILLIS);
            }
        }
        sealLast();
    }

    /** What happened since the last round; where the database is gone already, the next start seals it. */
    private void sealLast() {
        try {
            sightings.write();
            sealer.sealEvents();
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("The last entries of the audit trail wait for the next start", e);
        }
    }

    /** Whether to go on. */
    private synchronized boolean waited(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            for (long left = millis;
                    running && left > 0;
                    left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
                wait(left);
            }
        } catch (InterruptedException e) {
            LOG.warn("The thread of the audit trail was interrupted and goes on");
        }
        return running;
    }
}
