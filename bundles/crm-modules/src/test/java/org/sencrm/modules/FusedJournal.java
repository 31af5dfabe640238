package org.sencrm.modules;

import java.util.function.IntConsumer;
import org.sencrm.api.module.Modules.Action;

/** The real journal, before each line of which the process may end. */
final class FusedJournal extends Journal {

    private final Fuse fuse;

    FusedJournal(Home home, Fuse fuse) {
        super(home);
        this.fuse = fuse;
    }

    @Override
    Entry begin(Action action, ModuleState before, ModuleState after, IntConsumer told) {
        fuse.step();
        return super.begin(action, before, after, told);
    }

    @Override
    void note(Entry entry, Step step) {
        fuse.step();
        super.note(entry, step);
    }
}
