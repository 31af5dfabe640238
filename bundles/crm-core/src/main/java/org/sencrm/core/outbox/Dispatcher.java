package org.sencrm.core.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sencrm.api.outbox.Outcome;
import org.sencrm.api.outbox.Parcel;
import org.sencrm.api.outbox.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands parcels that are due to their senders: one thread looks what is due, a few threads send. Of each target one parcel
 * is on its way at a time, and one that failed rests a little, so that dead targets do not keep all senders busy. Nothing is
 * looked at before the first parcel or the first quiet moment after the start.
 */
final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int SENDERS = 4;
    private static final Duration LEASE = Duration.ofSeconds(Sender.LONGEST_SECONDS);
    private static final Duration QUIET_START = Duration.ofSeconds(5);
    /** Another node may have died with a parcel, or a sender have come. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private static final Duration REST = Duration.ofSeconds(10);
    private static final Duration KEEP_FAILED = Duration.ofDays(30);
    private static final Duration PRUNE_EVERY = Duration.ofHours(1);
    private static final long CLOSE_SECONDS = 20;

    private final OutboxTable table;
    private final Clock clock;
    private final Supplier<Collection<String>> kinds;
    private final Function<String, Sender> senders;
    private final ThreadPoolExecutor workers;
    private final Thread thread = new Thread(this::run, "crm-outbox");
    private final Set<String> busy = new HashSet<>();
    /** Until when targets rest. */
    private final Map<String, Instant> resting = new HashMap<>();

    private boolean signalled;
    private boolean running = true;
    private Instant pruned = Instant.MIN;

    /**
     * @param kinds that can be sent now
     * @param senders by kind; null where it went in the meantime
     */
    Dispatcher(OutboxTable table, Clock clock, Supplier<Collection<String>> kinds, Function<String, Sender> senders) {
        this.table = table;
        this.clock = clock;
        this.kinds = kinds;
        this.senders = senders;
        AtomicInteger number = new AtomicInteger();
        this.workers = new ThreadPoolExecutor(0, SENDERS, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), task -> {
            Thread worker = new Thread(task, "crm-outbox-" + number.incrementAndGet());
            worker.setDaemon(true);
            return worker;
        });
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Waits for what is on its way; nobody is interrupted, as Derby closes the database's files at that. */
    void close() throws InterruptedException {
        synchronized (this) {
            running = false;
            notifyAll();
        }
        thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        workers.shutdown();
        if (!workers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Some parcels did not leave in time; they are sent again after the next start");
        }
    }

    /** Something may be due. */
    synchronized void signal() {
        signalled = true;
        notifyAll();
    }

    private void run() {
        await(QUIET_START);
        while (isRunning()) {
            Duration wait = LONGEST_WAIT;
            try {
                wait = round();
                prune();
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("The outbox could not be looked at; it is tried again", e);
            }
            await(wait);
        }
    }

    /** Sends off what is due; gives how long nothing more will be. */
    private Duration round() {
        Collection<String> present = kinds.get();
        while (isRunning() && !present.isEmpty() && hasSender()) {
            Parcel next = table.next(clock.instant(), present, unavailable());
            if (next == null) {
                return untilDue(table.nextDue(present, unavailable()));
            }
            Parcel claimed = table.claim(next, clock.instant().plus(LEASE));
            if (claimed != null) {
                occupy(claimed.target());
                workers.execute(() -> send(claimed));
            }
        }
        return LONGEST_WAIT;
    }

    private Duration untilDue(Instant due) {
        if (due == null) {
            return LONGEST_WAIT;
        }
        Duration until = Duration.between(clock.instant(), due);
        return until.compareTo(LONGEST_WAIT) < 0 ? until : LONGEST_WAIT;
    }

    private void send(Parcel parcel) {
        try {
            settle(parcel, outcome(parcel));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("What became of parcel {} could not be noted; it is sent again", parcel.id(), e);
        } finally {
            release(parcel.target());
        }
    }

    private Outcome outcome(Parcel parcel) {
        Sender sender = senders.apply(parcel.kind());
        if (sender == null) {
            return Outcome.again("noSender");
        }
        try {
            return sender.send(parcel);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The sender of {} failed with parcel {}", parcel.kind(), parcel.id(), e);
            return Outcome.again("internal");
        }
    }

    private void settle(Parcel parcel, Outcome outcome) {
        Duration pause = RetryPlan.pauseAfter(parcel.tries());
        switch (outcome.state()) {
            case DONE -> table.remove(parcel);
            case FAILED -> table.fail(parcel, outcome.problem());
            case AGAIN -> {
                rest(parcel.target());
                if (pause == null) {
                    table.fail(parcel, outcome.problem());
                } else {
                    table.postpone(parcel, clock.instant().plus(pause), outcome.problem());
                }
            }
        }
    }

    private void prune() {
        if (pruned.isBefore(clock.instant().minus(PRUNE_EVERY))) {
            pruned = clock.instant();
            table.prune(pruned, KEEP_FAILED);
        }
    }

    private synchronized boolean isRunning() {
        return running;
    }

    private synchronized boolean hasSender() {
        return busy.size() < SENDERS;
    }

    /** Targets that get nothing now. */
    private synchronized Set<String> unavailable() {
        Instant now = clock.instant();
        resting.values().removeIf(end -> !end.isAfter(now));
        Set<String> targets = new HashSet<>(busy);
        targets.addAll(resting.keySet());
        return targets;
    }

    private synchronized void rest(String target) {
        resting.put(target, clock.instant().plus(REST));
    }

    private synchronized void occupy(String target) {
        busy.add(target);
    }

    private synchronized void release(String target) {
        busy.remove(target);
        signalled = true;
        notifyAll();
    }

    /** Until something may be due, but no longer than this. */
    private synchronized void await(Duration longest) {
        long end = System.nanoTime() + Math.max(1, longest.toNanos());
        while (running && !signalled) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                break;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                LOG.warn("The thread of the outbox was interrupted and goes on");
            }
        }
        signalled = false;
    }
}
