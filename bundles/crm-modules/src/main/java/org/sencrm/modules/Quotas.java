package org.sencrm.modules;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** How much each add-on sends and asks, and how much it may. */
final class Quotas {

    static final String THREADS = "threads";
    static final String PARCELS = "parcels";
    static final String CALLS = "outsideCalls";
    static final String CALLS_AT_ONCE = "outsideCallsAtOnce";

    /** What a module may where no setting {@code modules.limit.<name>} says otherwise. */
    static final Map<String, Integer> DEFAULTS = Map.of(THREADS, 50, PARCELS, 600, CALLS, 300, CALLS_AT_ONCE, 8);

    /** So many minutes in a row over a limit are no mishap. */
    private static final int PATIENCE_MINUTES = 3;

    private final Clock clock;
    private final Map<Key, Meter> meters = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> callsNow = new ConcurrentHashMap<>();
    private volatile ToIntFunction<String> limits = DEFAULTS::get;

    Quotas(Clock clock) {
        this.clock = clock;
    }

    /** @param limits by name, one of {@link #DEFAULTS} */
    void limits(ToIntFunction<String> limits) {
        this.limits = limits;
    }

    int limit(String name) {
        return limits.applyAsInt(name);
    }

    /** The limits that {@link #exceeded} may name. */
    Map<String, Integer> limits() {
        return Map.of(THREADS, limit(THREADS), PARCELS, limit(PARCELS), CALLS, limit(CALLS));
    }

    boolean takeParcel(String module) {
        return meter(module, PARCELS).take(limit(PARCELS));
    }

    /** Where it is true the call has to be ended. */
    boolean beginCall(String module) {
        AtomicInteger now = callsNow.computeIfAbsent(module, name -> new AtomicInteger());
        if (now.incrementAndGet() > limit(CALLS_AT_ONCE)
                || !meter(module, CALLS).take(limit(CALLS))) {
            now.decrementAndGet();
            return false;
        }
        return true;
    }

    void endCall(String module) {
        callsNow.get(module).decrementAndGet();
    }

    int count(String module, String name) {
        return meter(module, name).count();
    }

    /** Names of the limits that the module is over now. */
    List<String> exceeded(String module, int threads) {
        List<String> exceeded = new ArrayList<>();
        if (threads > limit(THREADS)) {
            exceeded.add(THREADS);
        }
        for (String name : List.of(PARCELS, CALLS)) {
            if (meter(module, name).isExceeded()) {
                exceeded.add(name);
            }
        }
        return exceeded;
    }

    /** Modules that do not take the hint. */
    Set<String> hopeless() {
        return meters.entrySet().stream()
                .filter(entry -> entry.getValue().badMinutes() >= PATIENCE_MINUTES)
                .map(entry -> entry.getKey().module())
                .collect(Collectors.toSet());
    }

    private record Key(String module, String name) {}

    private Meter meter(String module, String name) {
        return meters.computeIfAbsent(new Key(module, name), key -> new Meter(clock));
    }
}
