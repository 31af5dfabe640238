package org.sencrm.modules;

import java.time.Clock;
import java.util.function.IntConsumer;
import org.sencrm.api.module.Modules.Action;

/** The real journal, before each line of which the process may end. */
final class FusedJournal extends Journal {

    private final Fuse fuse;

    FusedJournal(Home home, Clock clock, Fuse fuse) {
        super(home, clock);
        this.fuse = fuse;
    }

    @Override
    Entry begin(Action action, ModuleState before, ModuleState after, long by, IntConsumer told) {
        fuse.step();
        return super.begin(action, before, after, by, told);
    }

    @Override
    void note(Entry entry, Step step) {
        fuse.step();
        super.note(entry, step);
    }
}
