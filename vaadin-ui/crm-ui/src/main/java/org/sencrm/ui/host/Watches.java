package org.sencrm.ui.host;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Components that want to be told of something, each only while it is attached. A burst of news wakes a component once,
 * and at most once per pause. Thread safe.
 */
final class Watches {

    /** Long enough for a burst to end, too short to be felt. */
    private static final long SETTLE_MILLIS = 60;

    private final Set<Watch> attached = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock;
    private final long pauseMillis;

    /** @param pauseMillis least time between two wake-ups of one component */
    Watches(String threadName, long pauseMillis) {
        this.pauseMillis = pauseMillis;
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, threadName);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Called on the UI thread. */
    void add(UI ui, Component component, String topic, Runnable work) {
        Watch watch = new Watch(ui, topic, work);
        component.addAttachListener(event -> attached.add(watch));
        component.addDetachListener(event -> attached.remove(watch));
        if (component.isAttached()) {
            attached.add(watch);
        }
    }

    void wake(Predicate<String> topics) {
        for (Watch watch : attached) {
            if (topics.test(watch.topic)) {
                watch.wake();
            }
        }
    }

    /** Runs the work later, off the UI thread; not at all where everything was closed before. */
    void after(long millis, Runnable work) {
        try {
            clock.schedule(work, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            attached.clear();
        }
    }

    void close() {
        clock.shutdownNow();
        attached.clear();
    }

    private final class Watch {

        private final UI ui;
        private final String topic;
        private final Runnable work;
        private final AtomicBoolean waiting = new AtomicBoolean();
        private volatile long lastNanos = System.nanoTime() - TimeUnit.HOURS.toNanos(1);

        Watch(UI ui, String topic, Runnable work) {
            this.ui = ui;
            this.topic = topic;
            this.work = work;
        }

        void wake() {
            if (!waiting.compareAndSet(false, true)) {
                return;
            }
            long sinceLast = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastNanos);
            after(Math.max(SETTLE_MILLIS, pauseMillis - sinceLast), this::fire);
        }

        private void fire() {
            waiting.set(false);
            lastNanos = System.nanoTime();
            try {
                ui.access(this::runIfAttached);
            } catch (UIDetachedException closedMeanwhile) {
                attached.remove(this);
            }
        }

        private void runIfAttached() {
            if (attached.contains(this)) {
                work.run();
            }
        }
    }
}
