package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.TimelineEntry;
import org.sencrm.api.record.TimelineQuery;
import org.sencrm.ui.host.HostContext;

/** What happened around a record, newest first, with a place to write down more. */
final class TimelinePanel extends Section {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 20;

    private final transient HostContext context;
    private final transient Reference record;
    private final OrderedList rows = new OrderedList();
    private final Paragraph nothing = new Paragraph();
    private final Button older;
    private final TimelineFilter filter;
    private final transient List<TimelineEntry> entries = new ArrayList<>();

    TimelinePanel(HostContext context, Reference record) {
        this.context = context;
        this.record = record;
        this.filter = new TimelineFilter(context, this::load);
        addClassNames("card", "pad", "timeline");
        getElement().setAttribute("aria-label", context.text("record.timeline"));
        rows.addClassName("events");
        nothing.setText(context.text("timeline.nothing"));
        nothing.addClassName("muted");
        nothing.setVisible(false);
        older = new Button(context.text("timeline.older"), event -> loadOlder());
        older.setVisible(false);
        add(head());
        context.services()
                .comments()
                .ifPresent(comments -> add(CommentBox.writing(context, comments, record, this::load)));
        if (Activities.concern(context, record.type()) && Activities.mayAdd(context)) {
            add(new ActivityComposer(context, record, this::load));
        }
        add(rows, nothing, older);
        context.whenChanged(this, record, this::load);
        load();
    }

    private Div head() {
        Span gap = new Span();
        gap.addClassName("grow");
        Div head = new Div(new H2(context.text("record.timeline")), gap, filter);
        head.addClassName("row");
        return head;
    }

    /** Reads the newest entries again; what was unfolded further back stays. */
    void load() {
        int limit = Math.max(PAGE, entries.size());
        read(limit, null, newest -> {
            entries.clear();
            add(newest, limit);
        });
    }

    private void loadOlder() {
        read(PAGE, entries.get(entries.size() - 1).at(), further -> add(further, PAGE));
    }

    private void read(int limit, Instant before, java.util.function.Consumer<List<TimelineEntry>> onUi) {
        Caller caller = context.caller();
        TimelineQuery asked = filter.query(limit, before);
        context.background(() -> context.records().timeline(caller, record.type(), record.id(), asked), onUi);
    }

    private void add(List<TimelineEntry> more, int asked) {
        entries.addAll(more);
        filter.offer(more);
        older.setVisible(more.size() >= asked);
        draw();
    }

    private void draw() {
        rows.removeAll();
        entries.forEach(entry -> rows.add(row(entry)));
        nothing.setVisible(rows.getChildren().findAny().isEmpty());
    }

    private TimelineRow row(TimelineEntry entry) {
        TimelineRow row = new TimelineRow(context, entry);
        if (OwnComment.isOwn(context, entry)) {
            context.services()
                    .comments()
                    .ifPresent(comments -> row.add(new OwnComment(context, comments, row, entry, this::load)));
        }
        return row;
    }
}
