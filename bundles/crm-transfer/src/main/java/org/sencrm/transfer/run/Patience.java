package org.sencrm.transfer.run;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long to wait before the next try at something that failed: longer each time, a minute at most. Thread safe. */
final class Patience {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Map<Long, Wait> waits = new ConcurrentHashMap<>();

    private record Wait(Duration length, long endNanos) {}

    boolean isOver(long id) {
        Wait wait = waits.get(id);
        return wait == null || System.nanoTime() - wait.endNanos >= 0;
    }

    /** After one more failure. */
    void lose(long id) {
        waits.merge(id, wait(SHORTEST), (last, first) -> {
            Duration twice = last.length.multipliedBy(2);
            return wait(twice.compareTo(LONGEST) > 0 ? LONGEST : twice);
        });
    }

    void forget(long id) {
        waits.remove(id);
    }

    private static Wait wait(Duration length) {
        return new Wait(length, System.nanoTime() + length.toNanos());
    }
}
