package org.sencrm.ui.transfer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.StreamResource;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.job.Job;
import org.sencrm.api.transfer.Imports;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.upload.Refusal;
import org.sencrm.ui.work.WorkProgress;

/** Last step, with an address of its own: an import on its way, and what came out of it. */
final class ImportRun extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final long id;
    private final transient Consumer<Imports.Status> onStatus;
    private final Refusal refusal;
    private final Div content = new Div();
    private WorkProgress progress;

    /** @param onStatus told how the import stands, whenever that is known anew */
    ImportRun(HostContext context, long id, Consumer<Imports.Status> onStatus) {
        this.context = context;
        this.id = id;
        this.onStatus = onStatus;
        refusal = new Refusal(context);
        addClassName("stack");
        add(refusal, content);
        ask((imports, who) -> imports.status(who, id), this::follow, refusal::say);
    }

    private void follow(Imports.Status first) {
        show(first);
        if (!StatusWatch.rests(first)) {
            new StatusWatch(context, this, id, this::show).look();
        }
    }

    private void show(Imports.Status status) {
        onStatus.accept(status);
        if (!StatusWatch.rests(status)) {
            showProgress(status);
            return;
        }
        progress = null;
        content.removeAll();
        content.add(result(status));
        if (!status.problems().isEmpty()) {
            content.add(problems(status));
        }
    }

    private void showProgress(Imports.Status status) {
        if (progress == null) {
            progress = new WorkProgress(context, context.text("import.running"))
                    .withCancel(() -> ask((imports, who) -> imports.cancel(who, id), cancelled -> {}, refusal::say));
            progress.addClassNames("card", "pad");
            content.removeAll();
            content.add(progress);
        }
        progress.show(status.done(), status.total());
    }

    private Div result(Imports.Status status) {
        H2 heading = new H2(context.text("import.result." + status.state().code()));
        Div head = new Div(heading, new StatePill(context, status.state()));
        head.addClassName("row");
        Div figures = new Div(
                figure("created", status.created()),
                figure("updated", status.updated()),
                figure("skipped", status.skipped()),
                figure("failed", status.failed()));
        figures.addClassName("figures");
        Div card = new Div(head, figures);
        card.addClassNames("card", "pad", "stack");
        card.getElement().setAttribute("role", "status");
        if (status.message() != null) {
            refusal.say(status.message());
        }
        card.add(ways(status));
        return card;
    }

    private Div figure(String name, long number) {
        Span figure = new Span(context.format(number));
        figure.addClassName("big");
        Span label = new Span(context.text("import.result.count." + name));
        label.addClassName("muted");
        return new Div(figure, label);
    }

    private Div ways(Imports.Status status) {
        Div ways = new Div();
        ways.addClassName("row");
        if (context.may(Right.READ, status.type())) {
            Button list = new Button(
                    context.text("import.result.list", context.messages().many(context.locale(), status.type())),
                    event -> context.openList(status.type(), ""));
            list.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            ways.add(list);
        }
        if (status.state() == Job.State.INTERRUPTED || status.state() == Job.State.CANCELLED) {
            ways.add(new Button(context.text("import.resume"), event -> resume()));
        }
        if (status.failed() > 0) {
            ways.add(errorFile(status));
        }
        if (canBeUndone(status)) {
            ways.add(new Button(context.text("import.undo"), event -> confirmUndo(status)));
        }
        Anchor another = new Anchor(Addresses.IMPORT + "?type=" + status.type(), context.text("import.another"));
        another.getElement().setAttribute("router-link", true);
        another.addClassName("link");
        ways.add(another);
        return ways;
    }

    static boolean canBeUndone(Imports.Status status) {
        return !status.dryRun()
                && status.state() != Job.State.UNDONE
                && StatusWatch.rests(status)
                && status.created() + status.updated() > 0;
    }

    private Anchor errorFile(Imports.Status status) {
        Caller caller = context.caller();
        StreamResource file = new StreamResource(
                status.fileName() + ".errors.csv",
                (stream, session) -> Wizard.imports(context).errors(caller, id, stream));
        file.setContentType("text/csv; charset=UTF-8");
        file.setCacheTime(0);
        Anchor download = new Anchor(file, context.text("import.errors.download"));
        download.getElement().setAttribute("download", true);
        download.addClassName("link");
        return download;
    }

    private void confirmUndo(Imports.Status status) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(context.text("import.undo.title", status.fileName()));
        question.setText(context.text("import.undo.text", status.created(), status.updated()));
        question.setCancelable(true);
        question.setCancelText(context.text("import.undo.keep"));
        question.setConfirmText(context.text("import.undo"));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(event -> undo(status));
        question.open();
    }

    private void undo(Imports.Status before) {
        WorkProgress undoing = new WorkProgress(context, context.text("import.undoing"));
        undoing.addClassNames("card", "pad");
        content.removeAll();
        content.add(undoing);
        refusal.clear();
        ask((imports, who) -> imports.undo(who, id), this::follow, failure -> {
            show(before);
            refusal.say(failure);
        });
    }

    private Div problems(Imports.Status status) {
        Div card = new Div();
        card.addClassNames("card", "problems");
        status.problems().forEach(problem -> card.add(new TroubleRow(context, id, problem)));
        return card;
    }

    private void resume() {
        refusal.clear();
        ask((imports, who) -> imports.resume(who, id), this::follow, refusal::say);
    }

    private void ask(
            BiFunction<Imports, Caller, Imports.Status> question,
            Consumer<Imports.Status> onAnswer,
            Consumer<Throwable> onFailure) {
        Caller caller = context.caller();
        context.background(() -> question.apply(Wizard.imports(context), caller), onAnswer, onFailure);
    }
}
