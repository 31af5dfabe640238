package org.sencrm.modules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sencrm.modules.pack.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done with modules each time the product starts, before anything else can be asked of them: all that should be
 * there is installed, all else removed, and then one after the other is started, the product's own first. Where areas have
 * to follow a new product nothing starts before they did, as that changes tables and others may need them.
 */
final class FirstRound {

    private static final Logger LOG = LoggerFactory.getLogger(FirstRound.class);

    private final States states;
    private final Packages packages;
    private final Journal journal;
    private final Platform platform;
    private final Runner runner;
    private final Followers followers;
    private final boolean safe;
    private final Map<ModuleState, Release> ready = new TreeMap<>(Comparator.comparing(ModuleState::id));

    FirstRound(States states, Packages packages, Journal journal, Platform platform, Runner runner, boolean safe) {
        this.states = states;
        this.packages = packages;
        this.journal = journal;
        this.platform = platform;
        this.runner = runner;
        this.followers = new Followers(states, packages);
        this.safe = safe;
    }

    /**
     * Sets up what needs no database.
     *
     * @param newProduct whether the product was put in place anew since the last start
     * @return whether areas have to follow the product, or may have to, before {@link #start}
     */
    boolean setUp(boolean newProduct) {
        Set<String> held = unfinished();
        boolean waits = false;
        if (newProduct) {
            List<String> due = followers.due().stream().map(Release::id).toList();
            waits = !due.isEmpty() || !held.isEmpty();
            held.addAll(due);
            takeBundled(states.isEmpty(), held);
        }
        Set<String> wanted = new HashSet<>();
        for (ModuleState state : states.all().values()) {
            if (!held.contains(state.id())) {
                prepare(state).ifPresent(release -> ready.put(state, release));
            }
            wanted.addAll(runner.locations(state.id()));
        }
        removeOthers(wanted);
        return waits;
    }

    /** Those are brought to an end first, which needs the database. */
    private Set<String> unfinished() {
        return journal.unfinished().stream()
                .filter(entry -> !journal.isOvertaken(entry))
                .map(Journal.Entry::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** At the very first start those are installed with which the product begins, and files that were damaged come anew. */
    private void takeBundled(boolean first, Set<String> held) {
        for (Release release : packages.bundled()) {
            ModuleState state = states.get(release.id());
            boolean isThere = release.version().equals(state.version()) && !held.contains(release.id());
            boolean begins = first && packages.isInitial(release);
            if (isThere || begins) {
                try {
                    packages.store(release, Locale.ENGLISH);
                    if (begins) {
                        states.put(state.updated(release.version(), 0));
                    }
                } catch (IOException | RuntimeException e) {
                    LOG.error("Module {} cannot be taken over from the product", release.id(), e);
                }
            }
        }
    }

    private Optional<Release> prepare(ModuleState state) {
        try {
            return runner.prepare(state);
        } catch (Exception e) {
            LOG.error("Module {} {} cannot be set up", state.id(), state.version(), e);
            return Optional.empty();
        }
    }

    private void removeOthers(Set<String> wanted) {
        Set<String> others = new HashSet<>(platform.installed());
        others.removeAll(wanted);
        try {
            runner.removeBundles(others);
        } catch (Exception e) {
            LOG.error("Bundles of modules that are gone cannot be removed", e);
        }
    }

    /** Starts what is set up, and then every module has had its turn. */
    void start() {
        List<String> suspects = runner.suspects();
        List<Map.Entry<ModuleState, Release>> turns = new ArrayList<>(ready.entrySet());
        turns.sort(Comparator.comparing(turn -> !turn.getValue().own()));
        for (Map.Entry<ModuleState, Release> turn : turns) {
            ModuleState state = turn.getKey();
            Release release = turn.getValue();
            if (!state.isOn()) {
                continue;
            }
            if (suspects.contains(state.id()) && (safe || !release.own())) {
                LOG.error("The product ended while module {} was starting; it is quarantined", state.id());
                runner.quarantine(state, Reason.of(Runner.DIED));
            } else if (!runner.isHeldBack(release)) {
                runner.start(state, release);
            }
        }
        runner.firstRoundIsThrough();
    }
}
