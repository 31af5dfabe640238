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
 * there is installed, all else removed, and then one after the other is started, the product's own first.
 */
final class FirstRound {

    private static final Logger LOG = LoggerFactory.getLogger(FirstRound.class);

    private final States states;
    private final Packages packages;
    private final Journal journal;
    private final Platform platform;
    private final Runner runner;
    private final boolean safe;

    FirstRound(States states, Packages packages, Journal journal, Platform platform, Runner runner, boolean safe) {
        this.states = states;
        this.packages = packages;
        this.journal = journal;
        this.platform = platform;
        this.runner = runner;
        this.safe = safe;
    }

    /** @param newProduct whether the product was put in place anew since the last start */
    void run(boolean newProduct) {
        if (newProduct) {
            takeBundled(states.isEmpty());
        }
        // those are brought to an end first, which needs the database
        Set<String> unfinished = journal.unfinished().stream()
                .filter(entry -> !journal.isOvertaken(entry))
                .map(Journal.Entry::id)
                .collect(Collectors.toSet());
        Map<ModuleState, Release> ready = new TreeMap<>(Comparator.comparing(ModuleState::id));
        Set<String> wanted = new HashSet<>();
        for (ModuleState state : states.all().values()) {
            if (!unfinished.contains(state.id())) {
                prepare(state).ifPresent(release -> ready.put(state, release));
            }
            wanted.addAll(runner.locations(state.id()));
        }
        removeOthers(wanted);
        start(ready);
        runner.firstRoundIsThrough();
    }

    /** The modules that belong to the product follow its version; at the very first start those are installed that it begins with. */
    private void takeBundled(boolean first) {
        for (Release release : packages.bundled()) {
            ModuleState state = states.get(release.id());
            boolean same = release.version().equals(state.version());
            boolean follows = state.isInstalled() && (same || release.isNewerThan(state.version()));
            if (follows || (first && packages.isInitial(release))) {
                try {
                    packages.store(release, Locale.ENGLISH);
                    if (!same) {
                        states.put(state.updated(
                                release.version(), state.previous().size() + 1));
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

    private void start(Map<ModuleState, Release> ready) {
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
    }
}
