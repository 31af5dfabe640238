package org.sencrm.ui.home;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;

/** What the person has to do: overdue, today, next; each done on the spot, with a way back. */
final class TodayCard extends Section {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final Span summary = new Span();
    private final Div rows = new Div();

    TodayCard(HostContext context) {
        this.context = context;
        addClassNames("card", "pad", "today");
        summary.addClassName("muted");
        summary.getElement().setAttribute("aria-live", "polite");
        Div head = new Div(new H2(context.text("home.today")), summary);
        head.addClassName("row");
        add(head, rows);
        if (context.may(Right.CREATE, TodaysWork.TYPE)) {
            add(new QuickAdd(context));
        }
        showWaiting();
        load();
        context.whenChanged(this, TodaysWork.TYPE, this::load);
    }

    private void showWaiting() {
        for (int i = 0; i < 3; i++) {
            Div line = new Div();
            line.addClassName("skeleton");
            rows.add(line);
        }
    }

    private void load() {
        Caller caller = context.caller();
        Records records = context.records();
        context.background(() -> TodaysWork.of(records, caller), this::show);
    }

    private void show(TodaysWork work) {
        rows.removeAll();
        summary.setText(
                context.text("home.summary", work.overdueCount(), work.today().size()));
        addPart("home.overdue", "late", work.overdue());
        addPart("home.due", "today", work.today());
        addPart("home.next", "ok", work.next());
        if (work.isEmpty()) {
            Paragraph nothing = new Paragraph(context.text("home.nothing"));
            nothing.addClassName("muted");
            rows.add(nothing);
        }
        Anchor all = new Anchor(
                Addresses.list(TodaysWork.TYPE) + "?"
                        + Addresses.filter(TodaysWork.openOf(context.caller())).getQueryString(),
                context.text("home.more"));
        all.getElement().setAttribute("router-link", true);
        all.addClassNames("link", "small");
        rows.add(all);
    }

    private void addPart(String name, String tone, List<RecordData> activities) {
        if (activities.isEmpty()) {
            return;
        }
        Div part = new Div();
        part.setText(context.text(name));
        part.addClassName("part");
        rows.add(part);
        activities.forEach(activity -> rows.add(row(activity, tone)));
    }

    private Div row(RecordData activity, String tone) {
        Span dot = new Span();
        dot.addClassNames("dot", tone);
        dot.getElement().setAttribute("aria-hidden", "true");
        Anchor name = new Anchor(Addresses.record(activity.type(), activity.id()), activity.text("name"));
        name.getElement().setAttribute("router-link", true);
        name.addClassName("strong");
        Div about = new Div();
        about.setText(about(activity));
        about.addClassName("muted");
        Span due = new Span(context.formats().near((Instant) activity.get(TodaysWork.DUE_AT)));
        due.addClassNames("muted", "nowrap", "due");
        Div row = new Div(dot, new Div(name, about), due);
        row.addClassName("event");
        if (context.services().access().mayUpdate(context.caller(), activity.type(), activity.id())) {
            Button done = new Button(context.text("home.done"), event -> finish(activity));
            done.setDisableOnClick(true);
            row.add(done);
        }
        return row;
    }

    private String about(RecordData activity) {
        return Stream.of(activity.reference("regarding"), activity.reference("contact"))
                .filter(Objects::nonNull)
                .map(context::format)
                .collect(Collectors.joining(" · "));
    }

    private void finish(RecordData activity) {
        setDone(
                activity,
                Instant.now(),
                done -> context.informWithUndo(
                        context.text("home.doneNotice", activity.text("name")),
                        () -> setDone(done, null, open -> load())));
    }

    private void setDone(RecordData activity, Instant when, java.util.function.Consumer<RecordData> then) {
        Caller caller = context.caller();
        Records records = context.records();
        Map<String, Object> patch = Collections.singletonMap(TodaysWork.DONE_AT, when);
        context.background(
                () -> records.update(caller, activity.type(), activity.id(), activity.version(), patch),
                changed -> {
                    load();
                    then.accept(changed);
                },
                failure -> {
                    load();
                    context.report(failure);
                });
    }
}
