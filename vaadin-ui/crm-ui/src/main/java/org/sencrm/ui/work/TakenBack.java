package org.sencrm.ui.work;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Map;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Records;
import org.sencrm.ui.host.HostContext;

/** What a job of the person changed gets its old values back, in a job of its own. */
public final class TakenBack {

    private static final String JOB = "bulk";
    private static final int STEP = 200;

    private TakenBack() {}

    /**
     * Starts it from the UI thread, and says when everything is as it was; what somebody changed since stays as it is.
     *
     * @param job whose changes are taken back
     * @param dangerous whether the person proves anew who they are, as for the changes
     */
    public static void start(HostContext context, long job, boolean dangerous) {
        if (dangerous) {
            context.withProof(() -> {
                context.services().access().requireProof(context.caller());
                start(context, job);
            });
        } else {
            start(context, job);
        }
    }

    private static void start(HostContext context, long job) {
        Records records = context.records();
        UI ui = UI.getCurrent();
        try {
            context.services().jobs().start(context.caller(), JOB, (caller, progress) -> {
                Records.Reverted step = records.revert(caller, job, STEP);
                while (!step.finished() && !progress.cancelled()) {
                    step = records.revert(caller, job, STEP);
                }
                if (step.finished()) {
                    say(context, ui);
                }
                return Map.of();
            });
            context.inform(context.text("bulk.started"));
        } catch (Fault refused) {
            context.report(refused);
        }
    }

    private static void say(HostContext context, UI ui) {
        try {
            ui.access(() -> context.inform(context.text("bulk.undone")));
        } catch (UIDetachedException closed) {
            // the records say it themselves
            return;
        }
    }
}
