package org.sencrm.ui.privacy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.job.Job;
import org.sencrm.api.privacy.PersonalData;
import org.sencrm.api.privacy.PersonalData.Line;
import org.sencrm.api.privacy.PersonalData.Plan;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.ValueView;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.work.WorkProgress;

/** Hands out what is known of a person, or shows what would be erased and erases it. */
final class Answer extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient PersonalData data;
    private final transient RecordData request;
    private final Div body = new Div();

    Answer(HostContext context, PersonalData data, RecordData request) {
        this.context = context;
        this.data = data;
        this.request = request;
        addClassName("stack");
        body.addClassName("stack");
        body.getElement().setAttribute("aria-live", "polite");
        add(new H2(context.text("request.answer")), body);
        offer();
    }

    private void offer() {
        body.removeAll();
        Div buttons = new Div(new Button(context.text("request.export"), event -> export()));
        buttons.addClassNames("row", "tight");
        if ("erase".equals(request.text("kind"))) {
            buttons.add(new Button(context.text("request.plan"), event -> plan()));
        }
        Paragraph about = new Paragraph(context.text("request.about"));
        about.addClassName("muted");
        body.add(about, buttons);
    }

    private void export() {
        Caller caller = context.caller();
        start(() -> data.export(caller, request.id()), "request.exporting", "request.exported");
    }

    private void plan() {
        Caller caller = context.caller();
        context.background(() -> data.plan(caller, request.id()), this::show, context::report);
    }

    private void show(Plan plan) {
        body.removeAll();
        Paragraph about = new Paragraph(context.text("request.plan.about"));
        Button erase = new Button(context.text("request.erase"), event -> erase(plan));
        erase.addThemeVariants(ButtonVariant.LUMO_ERROR);
        Div buttons = new Div(erase, new Button(context.text("work.cancel"), event -> offer()));
        buttons.addClassNames("row", "tight");
        UnorderedList lines = new UnorderedList();
        lines.addClassNames("plain", "stack");
        plan.lines().forEach(line -> lines.add(item(line)));
        body.add(about, new Paragraph(context.text("request.plan.persons")), links(plan.persons()), lines);
        if (!plan.alike().isEmpty()) {
            Div alike = new Div();
            alike.setText(context.text("request.plan.alike", plan.alike().size()));
            alike.addClassNames("banner", "warn");
            body.add(alike, links(plan.alike()));
        }
        body.add(buttons);
    }

    private static UnorderedList links(List<Reference> records) {
        UnorderedList links = new UnorderedList();
        links.addClassName("related-rows");
        records.forEach(record -> links.add(new ListItem(ValueView.recordLink(record))));
        return links;
    }

    private ListItem item(Line line) {
        Span what = new Span(context.text("request.fate." + line.what().code()) + ": "
                + context.messages().many(context.locale(), line.type()) + " (" + context.format(line.records()) + ")");
        Div beside = new Div();
        beside.addClassNames("small", "muted");
        beside.setText(Stream.of(
                        line.reason() == null ? "" : line.reason(),
                        counted("files", line.files()),
                        counted("comments", line.comments()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · ")));
        return new ListItem(what, beside);
    }

    private String counted(String what, long count) {
        return count == 0 ? "" : context.text("request.plan." + what) + ": " + context.format(count);
    }

    private void erase(Plan plan) {
        Caller caller = context.caller();
        start(() -> data.erase(caller, request.id(), plan.digest()), "request.erasing", "request.erased");
    }

    /** All that belongs to the person is looked up before the job begins. */
    private void start(Supplier<Job> work, String doing, String done) {
        context.background(work, job -> follow(job.id(), doing, done));
    }

    private void follow(long job, String doing, String done) {
        WorkProgress progress = new WorkProgress(context, context.text(doing));
        body.removeAll();
        body.add(progress);
        context.followJob(this, job, now -> {
            progress.show(now.done(), now.total());
            if (now.state() == Job.State.DONE) {
                context.inform(context.text(done));
                context.open(Reference.to(request.type(), request.id()));
                offer();
            } else if (now.state().isOver()) {
                offer();
                Div failed = new Div();
                failed.setText(now.message() == null ? context.text("request.stopped") : now.message());
                failed.addClassNames("banner", "bad");
                failed.getElement().setAttribute("role", "alert");
                body.add(failed);
            }
        });
    }
}
