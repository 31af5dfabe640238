package org.sencrm.ui.transfer;

import com.vaadin.flow.component.html.Span;
import org.sencrm.api.job.Job;
import org.sencrm.ui.host.HostContext;

/** How an import stands, in one word. */
final class StatePill extends Span {

    private static final long serialVersionUID = 1L;

    StatePill(HostContext context, Job.State state) {
        super(context.text("import.state." + state.code()));
        addClassNames("pill", tone(state));
    }

    private static String tone(Job.State state) {
        return switch (state) {
            case QUEUED, RUNNING -> "info";
            case DONE -> "good";
            case INTERRUPTED -> "warn";
            case FAILED -> "bad";
            case CANCELLED, UNDONE -> "neutral";
        };
    }
}
