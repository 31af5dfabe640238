package org.sencrm.ui.transfer;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.sencrm.api.access.Caller;
import org.sencrm.api.job.Job;
import org.sencrm.api.transfer.ImportOptions;
import org.sencrm.api.transfer.Imports;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.upload.Refusal;
import org.sencrm.ui.work.WorkProgress;

/**
 * Fourth step: a dry run tells what would happen. What would fail stands there by cause, each with one remedy; a remedy
 * starts the check anew.
 */
final class CheckStep extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Wizard wizard;
    private final transient HostContext context;
    private final transient Caller caller;
    private final Refusal refusal;
    private final Div content = new Div();
    private final StepButtons buttons;
    /** Id of the dry run that is on its way; 0 for none. */
    private long running;

    CheckStep(Wizard wizard) {
        this.wizard = wizard;
        context = wizard.context();
        caller = context.caller();
        refusal = new Refusal(context);
        buttons = new StepButtons(wizard, Step.MATCH, wizard.text("import.import"), this::startImport);
        buttons.hint(wizard.text("import.undoable"));
        addClassName("stack");
        add(refusal, content, buttons);
        check();
    }

    private void check() {
        refusal.clear();
        buttons.allow(false);
        start(wizard.draft().options().dry(), this::follow);
    }

    private void startImport() {
        start(wizard.draft().options(), started -> {
            wizard.started();
            wizard.showRun(started.id());
        });
    }

    private void start(ImportOptions options, Consumer<Imports.Status> then) {
        String type = wizard.draft().type();
        String fileId = wizard.draft().fileId();
        context.background(() -> wizard.imports().start(caller, type, fileId, options), then, refusal::say);
    }

    private void follow(Imports.Status started) {
        running = started.id();
        if (!isAttached()) {
            cancel();
            return;
        }
        WorkProgress progress = new WorkProgress(context, wizard.text("import.checking")).withCancel(this::cancel);
        progress.addClassNames("card", "pad");
        content.removeAll();
        content.add(progress);
        new StatusWatch(context, this, running, status -> {
                    if (StatusWatch.rests(status)) {
                        running = 0;
                        show(status);
                    } else {
                        progress.show(status.done(), status.total());
                    }
                })
                .look();
    }

    private void show(Imports.Status outcome) {
        content.removeAll();
        if (outcome.state() != Job.State.DONE) {
            refusal.say(outcome.message() == null ? wizard.text("import.check.stopped") : outcome.message());
            return;
        }
        wizard.draft().checked(outcome);
        content.add(new Outcome(wizard, outcome, this::check));
        long ready = outcome.created() + outcome.updated();
        buttons.name(wizard.text("import.import.rows", ready));
        buttons.allow(wizard.draft().reaches(Step.IMPORT));
    }

    private void cancel() {
        long id = running;
        context.background(() -> wizard.imports().cancel(caller, id), cancelled -> {});
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (running != 0) {
            cancel();
        }
    }
}
