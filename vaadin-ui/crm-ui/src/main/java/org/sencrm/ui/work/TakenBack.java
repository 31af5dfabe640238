package org.sencrm.ui.work;

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
     * Starts it; what somebody changed since stays as it is.
     *
     * @param job whose changes are taken back
     * @param onEnd runs on the thread of the job, when everything is as it was; not where it was stopped
     */
    public static void start(HostContext context, long job, Runnable onEnd) {
        Records records = context.records();
        try {
            context.services().jobs().start(context.caller(), JOB, (caller, progress) -> {
                Records.Reverted step = records.revert(caller, job, STEP);
                while (!step.finished() && !progress.cancelled()) {
                    step = records.revert(caller, job, STEP);
                }
                if (step.finished()) {
                    onEnd.run();
                }
                return Map.of();
            });
            context.inform(context.text("bulk.started"));
        } catch (Fault refused) {
            context.report(refused);
        }
    }
}
