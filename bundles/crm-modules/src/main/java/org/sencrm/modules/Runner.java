package org.sencrm.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sencrm.modules.pack.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the framework to what should be of a module: its bundles installed, and started where it is on. A module that
 * throws, takes too long or takes the whole product down while it starts is stopped and quarantined.
 */
final class Runner {

    static final String THREW = "modules.error.threw";
    static final String SLOW = "modules.error.slow";
    static final String DIED = "modules.error.died";
    static final String HUNG = "modules.error.hung";
    static final String LOST = "modules.error.lost";
    static final String FAILING = "modules.error.failing";
    static final String THREADS = "modules.error.threads";
    static final String HOLDING = "modules.error.holding";
    static final String GREEDY = "modules.error.greedy";
    static final String TRESPASSED = "modules.error.trespassed";
    static final String ENDED_BY_FORCE = "modules.notice.endedByForce";
    static final String RUNS_ON = "modules.notice.runsOn";

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final Home home;
    private final Platform platform;
    private final Packages packages;
    private final States states;
    private final boolean safe;
    private final Supplier<Duration> limit;
    private volatile boolean throughFirstRound;
    private final Map<String, Reason> failures = new ConcurrentHashMap<>();
    private final Map<String, Reason> badStops = new ConcurrentHashMap<>();

    /**
     * @param safe whether add-ons are not started
     * @param limit for one bundle to start or stop
     */
    Runner(Home home, Platform platform, Packages packages, States states, boolean safe, Supplier<Duration> limit) {
        this.home = home;
        this.platform = platform;
        this.packages = packages;
        this.states = states;
        this.safe = safe;
        this.limit = limit;
    }

    /** Why an installed module could not even be started; null where nothing is known. */
    Reason failure(String id) {
        return failures.get(id);
    }

    /**
     * Why the last stop of the module was none as it should be, for a sentence that begins with the module's label; null
     * where it was one. Of this process only: with it goes what a module may have left.
     */
    Reason badStop(String id) {
        return badStops.get(id);
    }

    boolean isHeldBack(Release release) {
        return safe && !release.own();
    }

    /** Whether the module may still be on its way: before the first round of starts is through, or right now. */
    boolean isStarting(String id) {
        return !throughFirstRound || Files.exists(home.starting().resolve(id));
    }

    /** Every module that should run has had its turn after the start of the product. */
    void firstRoundIsThrough() {
        throughFirstRound = true;
    }

    /** Whether a bundle of the module runs. */
    boolean runs(String id) {
        return locations(id).stream().anyMatch(platform::isRunning);
    }

    /** Makes the framework have what should be, and tells whether that worked; a failure is kept and logged. */
    boolean settle(ModuleState state) {
        try {
            Optional<Release> release = prepare(state);
            if (release.isEmpty() || !state.isOn() || isHeldBack(release.get())) {
                return true;
            }
            return start(state, release.get());
        } catch (Exception e) {
            LOG.error("Module {} {} cannot be set up", state.id(), state.version(), e);
            failures.putIfAbsent(state.id(), Reason.of(THREW));
            return false;
        }
    }

    /** Installs the bundles that should be there and removes all others of the module; starts nothing. */
    Optional<Release> prepare(ModuleState state) throws Exception {
        failures.remove(state.id());
        if (!state.isInstalled() || state.mode() == ModuleState.Mode.QUARANTINED) {
            platform.remove(locations(state.id()), limit.get());
            return Optional.empty();
        }
        Release release = packages.stored(state.id(), state.version()).orElse(null);
        if (release == null) {
            failures.put(state.id(), Reason.of(LOST));
            throw new IOException("the files of module " + state.id() + " " + state.version() + " are not there");
        }
        List<Release.Part> parts = parts(release);
        Set<String> wanted = parts.stream().map(Release.Part::location).collect(Collectors.toSet());
        List<String> others = new ArrayList<>(locations(state.id()));
        others.removeAll(wanted);
        if (!others.isEmpty()) {
            platform.remove(others, limit.get());
        }
        Optional<Reason> flaw = packages.flaw(release);
        if (flaw.isPresent()) {
            stop(state.id());
            failures.put(state.id(), flaw.get());
            throw new Flawed(flaw.get());
        }
        platform.install(parts, release.own());
        return Optional.of(release);
    }

    /** Starts what is installed; quarantines the module where that fails. */
    boolean start(ModuleState state, Release release) {
        Path mark = home.starting().resolve(state.id());
        try {
            Home.write(mark, state.version());
            badStops.remove(state.id());
            for (Release.Part part : parts(release)) {
                platform.start(part, limit.get());
                checkPlaces(state.id());
            }
            LOG.info("Module {} {} runs", state.id(), state.version());
            return true;
        } catch (TimeoutException e) {
            LOG.error(
                    "Module {} did not start within {} s",
                    state.id(),
                    limit.get().toSeconds());
            quarantine(state, Reason.of(SLOW));
        } catch (Trespass e) {
            quarantine(state, Reason.of(TRESPASSED, e.place()));
        } catch (Exception e) {
            LOG.error("Module {} did not start", state.id(), e);
            quarantine(state, Reason.of(THREW));
        } finally {
            delete(mark);
        }
        return false;
    }

    private void checkPlaces(String id) throws Trespass {
        String place = platform.trespassers().get(id);
        if (place != null) {
            throw new Trespass(place);
        }
    }

    /** Modules that were being started when the last process ended. */
    List<String> suspects() {
        return Home.list(home.starting()).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    /** Takes the module out of the framework, with all it holds, until somebody switches it on. */
    void quarantine(ModuleState state, Reason why) {
        states.put(state.quarantined(why));
        try {
            remove(state.id());
        } catch (Exception e) {
            LOG.error("A bundle of module {} cannot be taken out before the next start", state.id(), e);
        }
        delete(home.starting().resolve(state.id()));
    }

    /** Stops all bundles of the module as far as they let themselves be stopped. */
    void stop(String id) {
        List<String> running = new ArrayList<>(locations(id));
        // what was started last goes first
        Collections.reverse(running);
        for (String location : running) {
            try {
                platform.stop(location, limit.get());
            } catch (TimeoutException e) {
                LOG.error(
                        "A bundle of module {} did not stop within {} s",
                        id,
                        limit.get().toSeconds());
                badStops.put(id, Reason.of(ENDED_BY_FORCE, limit.get().toSeconds()));
            } catch (Exception e) {
                LOG.error("A bundle of module {} cannot be stopped", id, e);
            }
        }
        int left = platform.endThreads(id);
        if (left > 0) {
            badStops.put(id, Reason.of(RUNS_ON, left));
            LOG.error("Module {} was stopped and leaves {} threads that run on until the next start", id, left);
        }
    }

    void removeBundles(Collection<String> locations) throws Exception {
        if (!locations.isEmpty()) {
            platform.remove(locations, limit.get());
        }
    }

    /** Takes all bundles of the module out. */
    void remove(String id) throws Exception {
        stop(id);
        platform.remove(locations(id), limit.get());
    }

    /** The bundles that come with the module here and now. */
    List<Release.Part> parts(Release release) {
        return release.parts(name -> platform.version(name).isPresent());
    }

    /** Locations of the installed bundles of the module, in the order in which they were installed. */
    List<String> locations(String id) {
        String folder = home.releases(id).toUri().toString();
        String inside = folder.endsWith("/") ? folder : folder + "/";
        return platform.installed().stream()
                .filter(location -> location.contains(inside))
                .sorted(Comparator.comparingLong(
                        location -> platform.number(location).orElse(Long.MAX_VALUE)))
                .toList();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
