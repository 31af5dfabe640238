package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.ui.field.RelativeTime;
import org.sencrm.ui.field.ValueView;
import org.sencrm.ui.host.HostContext;

/** The next open activity about a record: done with one click, and then the one after it is planned. */
final class NextStep extends Section {

    private static final long serialVersionUID = 1L;

    private static final String TASK = "task";

    private final transient HostContext context;
    private final transient Reference record;
    private final transient Runnable onChange;

    NextStep(HostContext context, Reference record, Runnable onChange) {
        this.context = context;
        this.record = record;
        this.onChange = onChange;
        addClassNames("card", "pad", "next-step");
        getElement().setAttribute("aria-label", context.text("next.title"));
        setVisible(false);
        context.whenChanged(this, Activities.TYPE, this::load);
        load();
    }

    private void load() {
        Caller caller = context.caller();
        Query open = Query.of(Activities.TYPE)
                .where(Rsql.equal(Activities.REGARDING, record.id()))
                .where(Activities.DONE + "=isnull=true")
                .where(Activities.DUE + "=isnull=false")
                .sortedBy(Activities.DUE)
                .reading(Activities.NAME, Activities.KIND, Activities.DUE, Activities.OWNER)
                .limitedTo(1);
        context.background(() -> context.records().list(caller, open).items(), this::show);
    }

    private void show(List<RecordData> found) {
        removeAll();
        add(new H2(context.text("next.title")));
        if (found.isEmpty()) {
            showNone();
        } else {
            showStep(found.get(0));
        }
        setVisible(!found.isEmpty() || Activities.mayAdd(context));
    }

    private void showNone() {
        removeClassNames("late", "today", "ok");
        Paragraph none = new Paragraph(context.text("next.none"));
        none.addClassName("muted");
        Button plan = new Button(context.text("next.plan"), event -> plan(Map.of(Activities.KIND, TASK)));
        add(none, plan);
    }

    private void showStep(RecordData step) {
        Instant due = (Instant) step.get(Activities.DUE);
        RelativeTime time = new RelativeTime(context);
        String urgency = time.urgency(due).className();
        removeClassNames("late", "today", "ok");
        addClassName(urgency);
        Span dot = new Span();
        dot.addClassNames("dot", urgency);
        dot.getElement().setAttribute("aria-hidden", "true");
        Div name = new Div(
                dot, ValueView.recordLink(new Reference(Activities.TYPE, step.id(), step.text(Activities.NAME))));
        name.addClassNames("row", "tight");
        Reference owner = step.reference(Activities.OWNER);
        Span when = new Span(time.due(due) + (owner == null ? "" : " · " + context.format(owner)));
        when.addClassName("muted");
        add(name, when);
        if (context.may(Right.UPDATE, Activities.TYPE)) {
            add(buttons(step));
        }
    }

    private Div buttons(RecordData step) {
        Button done = new Button(context.text("next.done"), event -> finish(step));
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button later = new Button(
                context.text("next.reschedule"),
                event -> QuickForm.edit(context, type(), step.id(), saved -> onChange.run()));
        Div row = new Div(done, later);
        row.addClassName("row");
        return row;
    }

    private void finish(RecordData step) {
        saver(step, saved -> {
                    context.informWithUndo(
                            context.text("next.finished", step.text(Activities.NAME)), () -> reopen(saved));
                    onChange.run();
                    if (Activities.mayAdd(context)) {
                        plan(after(step));
                    }
                })
                .save(step.version(), Map.of(Activities.DONE, Instant.now()));
    }

    private void reopen(RecordData finished) {
        saver(finished, saved -> onChange.run())
                .save(finished.version(), Collections.singletonMap(Activities.DONE, null));
    }

    private Saver saver(RecordData step, java.util.function.Consumer<RecordData> onSaved) {
        return new Saver(context, Activities.TYPE, step.id(), onSaved, context::report, context::report);
    }

    /** What usually follows: the same again, a week from now. */
    private Map<String, Object> after(RecordData done) {
        Instant nextWeek = ZonedDateTime.now(context.caller().zone())
                .plusWeeks(1)
                .truncatedTo(ChronoUnit.HOURS)
                .toInstant();
        Map<String, Object> next = new HashMap<>();
        next.put(Activities.NAME, done.text(Activities.NAME));
        next.put(Activities.KIND, done.get(Activities.KIND));
        next.put(Activities.DUE, nextWeek);
        return next;
    }

    private void plan(Map<String, Object> known) {
        Map<String, Object> suggested = new HashMap<>(known);
        suggested.put(Activities.REGARDING, record);
        QuickForm.create(context, type(), suggested, saved -> onChange.run());
    }

    private RecordType type() {
        return context.types().get(Activities.TYPE);
    }
}
