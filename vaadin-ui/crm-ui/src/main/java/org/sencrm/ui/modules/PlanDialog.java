package org.sencrm.ui.modules;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.job.Job;
import org.sencrm.api.module.Modules;
import org.sencrm.ui.field.FactList;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.work.WorkProgress;

/** Tells what an operation on a module would do, does it when agreed, and shows how far it is. */
final class PlanDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient Caller caller;
    private final transient Modules.Plan plan;
    private final transient Runnable onDone;
    private final Div problem = new Div();
    private final Div content = new Div();
    private final Button go;
    private final Button cancel;

    /** @param onDone called when the operation has ended, well or not */
    PlanDialog(HostContext context, Modules.Plan plan, Runnable onDone) {
        this.context = context;
        this.plan = plan;
        this.onDone = onDone;
        caller = context.caller();
        setHeaderTitle(context.text(key("title"), plan.label(), plan.version()));
        setWidth("min(640px, 96vw)");
        go = new Button(context.text(key("go")), event -> run());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (plan.action() == Modules.Action.UNINSTALL || plan.action() == Modules.Action.PURGE) {
            go.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        go.setEnabled(plan.possible());
        cancel = new Button(context.text("work.cancel"), event -> close());
        getFooter().add(cancel, go);
        problem.addClassNames("banner", "bad");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        content.addClassName("stack");
        add(problem, content);
        describe();
    }

    private void describe() {
        for (String warning : plan.warnings()) {
            Div banner = new Div(new Span(warning));
            banner.addClassNames("banner", plan.possible() ? "warn" : "bad");
            content.add(banner);
        }
        UnorderedList sentences = new UnorderedList();
        sentences.addClassName("plan-words");
        new PlanWords(context::text).sentences(plan).forEach(sentence -> sentences.add(new ListItem(sentence)));
        Div details = new Div();
        part(details, "adds", plan.adds());
        part(details, "stops", plan.stops());
        part(details, "refreshes", plan.refreshes());
        part(details, "changes", plan.changes());
        part(details, "tables", plan.tables());
        content.add(sentences);
        if (comes()) {
            content.add(trust());
        }
        if (details.getComponentCount() > 0) {
            content.add(new NativeDetails(context.text("store.plan.details"), details));
        }
    }

    /** Whether a program comes that is not there yet. */
    private boolean comes() {
        return plan.action() == Modules.Action.INSTALL || plan.action() == Modules.Action.UPDATE;
    }

    /** Whom one trusts by agreeing, and with what. */
    private Div trust() {
        FactList facts = new FactList();
        SignerFacts.addTo(facts, context, plan.signer());
        UnorderedList uses = new UnorderedList();
        uses.addClassName("plan-words");
        new PermissionWords(context).of(plan.permissions()).forEach(sentence -> uses.add(new ListItem(sentence)));
        return new Div(facts.with(context.text("store.uses"), uses));
    }

    private void part(Div details, String name, List<String> items) {
        if (!items.isEmpty()) {
            UnorderedList list = new UnorderedList();
            items.forEach(item -> list.add(new ListItem(item)));
            details.add(new H3(context.text("store.plan.part." + name)), list);
        }
    }

    private void run() {
        go.setEnabled(false);
        cancel.setEnabled(false);
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        WorkProgress progress = new WorkProgress(context, context.text(key("running"), plan.label()));
        content.removeAll();
        content.add(progress);
        context.background(
                () -> ModulesView.modules(context).run(caller, plan.id()), job -> follow(job, progress), this::failed);
    }

    private void follow(Job started, WorkProgress progress) {
        context.followJob(this, started.id(), job -> saw(job, progress));
    }

    private void saw(Job job, WorkProgress progress) {
        progress.show(job.done(), job.total());
        if (job.state() == Job.State.DONE) {
            close();
            context.inform(context.text(key("done"), plan.label()));
            onDone.run();
        } else if (job.state().isOver()) {
            say(job.message() == null ? context.text("store.failed") : job.message());
        }
    }

    private void failed(Throwable failure) {
        if (failure instanceof Fault) {
            say(context.explain(failure));
        } else {
            say(context.text("store.failed"));
            context.report(failure);
        }
    }

    private void say(String message) {
        problem.setText(message);
        problem.setVisible(true);
        content.removeAll();
        cancel.setText(context.text("action.close"));
        cancel.setEnabled(true);
        setCloseOnEsc(true);
        onDone.run();
    }

    private String key(String part) {
        return "store." + PlanWords.of(plan.action()) + "." + part;
    }
}
