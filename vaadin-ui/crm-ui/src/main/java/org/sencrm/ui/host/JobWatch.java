package org.sencrm.ui.host;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;
import org.sencrm.api.access.Caller;
import org.sencrm.api.job.Job;

/**
 * Follows a job as long as a component is shown. The browser keeps the time between two looks, so that a page that was
 * closed asks for nothing and no thread waits.
 */
final class JobWatch {

    private static final int PAUSE_MILLIS = 700;

    private final HostContext context;
    private final Component page;
    private final long id;
    private final Consumer<Job> onJob;

    JobWatch(HostContext context, Component page, long id, Consumer<Job> onJob) {
        this.context = context;
        this.page = page;
        this.id = id;
        this.onJob = onJob;
    }

    /** Looks now and then again until the job is over. */
    void look() {
        Caller caller = context.caller();
        context.background(() -> context.services().jobs().get(caller, id), this::took);
    }

    private void took(Job job) {
        if (!page.isAttached()) {
            return;
        }
        onJob.accept(job);
        if (!job.state().isOver()) {
            page.getElement()
                    .executeJs("return new Promise(done => setTimeout(done, $0))", PAUSE_MILLIS)
                    .then(pauseIsOver -> look());
        }
    }
}
