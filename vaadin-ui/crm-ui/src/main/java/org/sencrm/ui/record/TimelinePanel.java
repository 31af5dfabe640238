package org.sencrm.ui.record;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.TimelineEntry;
import org.sencrm.ui.field.AriaName;
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
    private final Select<Shown> filter = new Select<>();
    private final transient List<TimelineEntry> entries = new ArrayList<>();

    /** Which entries are shown. */
    private enum Shown {
        ALL,
        ACTIVITIES,
        CHANGES;

        boolean fits(TimelineEntry entry) {
            return this == ALL || (this == CHANGES) == (entry.change() != null);
        }
    }

    TimelinePanel(HostContext context, Reference record) {
        this.context = context;
        this.record = record;
        addClassNames("card", "pad", "timeline");
        getElement().setAttribute("aria-label", context.text("record.timeline"));
        rows.addClassName("events");
        nothing.setText(context.text("timeline.nothing"));
        nothing.addClassName("muted");
        nothing.setVisible(false);
        older = new Button(context.text("timeline.older"), event -> loadOlder());
        older.setVisible(false);
        add(head());
        if (Activities.concern(context, record.type()) && Activities.mayAdd(context)) {
            add(new ActivityComposer(context, record, this::load));
        }
        add(rows, nothing, older);
        load();
    }

    private Div head() {
        configureFilter();
        Span gap = new Span();
        gap.addClassName("grow");
        Div head = new Div(new H2(context.text("record.timeline")), gap, filter);
        head.addClassName("row");
        return head;
    }

    private void configureFilter() {
        filter.setItems(Shown.values());
        filter.setItemLabelGenerator(
                each -> context.text("timeline.show." + each.name().toLowerCase(java.util.Locale.ROOT)));
        filter.setValue(Shown.ALL);
        filter.addClassName("timeline-filter");
        filter.addValueChangeListener(event -> draw());
        AriaName.give(filter, context.text("timeline.filter"));
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
        context.background(() -> context.records().timeline(caller, record.type(), record.id(), limit, before), onUi);
    }

    private void add(List<TimelineEntry> more, int asked) {
        entries.addAll(more);
        older.setVisible(more.size() >= asked);
        draw();
    }

    private void draw() {
        rows.removeAll();
        entries.stream().filter(filter.getValue()::fits).forEach(entry -> rows.add(new TimelineRow(context, entry)));
        nothing.setVisible(rows.getChildren().findAny().isEmpty());
    }
}
