package org.sencrm.ui.record;

import org.sencrm.api.access.Caller;
import org.sencrm.api.duplicate.Duplicates;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.host.HostContext;

/** Makes two records again of what a merge made one. */
final class Unmerge {

    private Unmerge() {}

    /** @param onDone called where it went well */
    static void run(HostContext context, Duplicates duplicates, Reference record, Runnable onDone) {
        Caller caller = context.caller();
        context.background(() -> duplicates.unmerge(caller, record.type(), record.id()), unmerged -> {
            context.inform(
                    unmerged.kept().isEmpty()
                            ? context.text("merge.undone")
                            : context.text("merge.undoneBut", unmerged.kept().size()));
            onDone.run();
        });
    }
}
