package org.sencrm.ui.transfer;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;
import org.sencrm.api.access.Caller;
import org.sencrm.api.job.Job;
import org.sencrm.api.transfer.Imports;
import org.sencrm.ui.host.HostContext;

/**
 * Follows an import, whose work may be done by several jobs one after the other, as long as its page is open. The browser
 * keeps the time between two looks, so that a page that was closed asks for nothing and no thread waits.
 */
final class StatusWatch {

    private static final int PAUSE_MILLIS = 500;

    private final HostContext context;
    private final Component page;
    private final long id;
    private final Consumer<Imports.Status> onStatus;

    StatusWatch(HostContext context, Component page, long id, Consumer<Imports.Status> onStatus) {
        this.context = context;
        this.page = page;
        this.id = id;
        this.onStatus = onStatus;
    }

    /** Whether an import does not go on by itself. */
    static boolean rests(Imports.Status status) {
        return status.state().isOver() || status.state() == Job.State.INTERRUPTED;
    }

    /** Looks now and then again until the import rests. */
    void look() {
        Caller caller = context.caller();
        context.background(() -> Wizard.imports(context).status(caller, id), this::took);
    }

    private void took(Imports.Status status) {
        if (!page.isAttached()) {
            return;
        }
        onStatus.accept(status);
        if (!rests(status)) {
            page.getElement()
                    .executeJs("return new Promise(done => setTimeout(done, $0))", PAUSE_MILLIS)
                    .then(pauseIsOver -> look());
        }
    }
}
