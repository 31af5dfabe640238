package org.sencrm.modules;

import java.util.List;

/** The product's own modules follow it: those that are installed and come with it in another build than the one here. */
final class Followers {

    private final States states;
    private final Packages packages;

    Followers(States states, Packages packages) {
        this.states = states;
        this.packages = packages;
    }

    /** What they are to follow to. */
    List<Release> due() {
        return packages.bundled().stream().filter(this::isDue).toList();
    }

    /** An older product takes nothing back: the tables are those of the newer version. */
    private boolean isDue(Release release) {
        ModuleState state = states.get(release.id());
        if (!state.isInstalled()) {
            return false;
        }
        boolean otherBuild = release.version().equals(state.version()) && !packages.isKept(release);
        return otherBuild || release.isNewerThan(state.version());
    }
}
