package org.sencrm.testkit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Constants;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.RecordChange;
import org.sencrm.api.record.RecordListener;
import org.sencrm.core.extension.Contribution;
import org.sencrm.core.record.TestEngine;

/** The changes of one test on their way to the listeners. */
final class Events {

    private static final int PATIENCE_SECONDS = 10;
    /** Comes behind every change that was committed before it. */
    private static final RecordChange MARK =
            new RecordChange(Long.MAX_VALUE, "", 0, 0, Change.Kind.PURGED, Caller.system(), Set.of());

    private final TestEngine engine;
    private final Semaphore marks = new Semaphore(0);

    Events(TestEngine engine) {
        this.engine = engine;
        RecordListener last = changes -> marks.release(
                (int) changes.stream().filter(change -> change == MARK).count());
        engine.extensions.listeners().add(Contribution.of(last, Map.of(Constants.SERVICE_RANKING, Integer.MIN_VALUE)));
    }

    void tell(RecordListener listener) {
        RecordListener unmarked = changes -> {
            List<RecordChange> real =
                    changes.stream().filter(change -> change != MARK).toList();
            if (!real.isEmpty()) {
                listener.changed(real);
            }
        };
        engine.extensions.listeners().add(Contribution.of(unmarked, Map.of()));
    }

    void fire(RecordChange change) {
        engine.feed.committed(change);
    }

    void settle() {
        engine.feed.committed(MARK);
        try {
            if (!marks.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("a listener is not done after " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while listeners were told", e);
        }
    }
}
