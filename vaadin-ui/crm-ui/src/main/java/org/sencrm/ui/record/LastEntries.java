package org.sencrm.ui.record;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.TimelineEntry;
import org.sencrm.ui.host.HostContext;

/** What happened around a record last. */
final class LastEntries extends Section {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 5;

    private final transient HostContext context;

    LastEntries(HostContext context, Reference record) {
        this.context = context;
        Caller caller = context.caller();
        context.background(
                () -> context.records().timeline(caller, record.type(), record.id(), SHOWN, null), this::show);
    }

    private void show(List<TimelineEntry> entries) {
        removeAll();
        add(new H2(context.text("quick.last")));
        if (entries.isEmpty()) {
            Paragraph nothing = new Paragraph(context.text("timeline.nothing"));
            nothing.addClassName("muted");
            add(nothing);
            return;
        }
        OrderedList rows = new OrderedList();
        rows.addClassName("events");
        entries.forEach(entry -> rows.add(new TimelineRow(context, entry)));
        add(rows);
    }
}
