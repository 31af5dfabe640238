package org.sencrm.ui.record;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.TimelineEntry;
import org.sencrm.api.record.TimelineQuery;
import org.sencrm.ui.field.AriaName;
import org.sencrm.ui.host.HostContext;

/** Which entries of a timeline the person wants to see: of what kind, and by whom. */
final class TimelineFilter extends Div {

    private static final long serialVersionUID = 1L;

    private static final String ALL = "all";
    private static final Set<String> ACTIVITIES = Set.of("call", "meeting", "task", "email", "note");
    private static final Set<String> CHANGES = Set.of("created", "updated", "trashed", "restored");
    /** What is offered, by the last word of its text. */
    private static final Map<String, Set<String>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put(ALL, Set.of());
        KINDS.put("activities", ACTIVITIES);
        KINDS.put("comments", Set.of("comment"));
        KINDS.put("changes", CHANGES);
        List.of("call", "meeting", "email", "task", "note").forEach(kind -> KINDS.put(kind, Set.of(kind)));
    }

    private final Select<String> kind = new Select<>();
    private final Select<Reference> person = new Select<>();
    /** Everybody of whom an entry was read so far, by id. */
    private final transient Map<Long, Reference> people = new LinkedHashMap<>();

    TimelineFilter(HostContext context, Runnable onChange) {
        addClassNames("row", "timeline-filter");
        kind.setItems(KINDS.keySet());
        kind.setItemLabelGenerator(each -> context.text("timeline.show." + each));
        kind.setValue(ALL);
        AriaName.give(kind, context.text("timeline.filter"));
        person.setEmptySelectionAllowed(true);
        person.setEmptySelectionCaption(context.text("timeline.anybody"));
        person.setItemLabelGenerator(each -> each == null ? context.text("timeline.anybody") : context.format(each));
        person.setPlaceholder(context.text("timeline.anybody"));
        AriaName.give(person, context.text("timeline.person"));
        kind.addValueChangeListener(event -> onChange.run());
        person.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                onChange.run();
            }
        });
        add(kind, person);
        offer(List.of());
    }

    TimelineQuery query(int limit, Instant before) {
        long by = person.getValue() == null ? 0 : person.getValue().id();
        return new TimelineQuery(limit, before, KINDS.get(kind.getValue()), by);
    }

    /** Offers the people of these entries too. */
    void offer(Collection<TimelineEntry> entries) {
        int before = people.size();
        entries.stream()
                .map(TimelineEntry::by)
                .filter(Objects::nonNull)
                .filter(by -> by.label() != null)
                .forEach(by -> people.putIfAbsent(by.id(), by));
        if (people.size() != before) {
            Reference chosen = person.getValue();
            person.setItems(new ArrayList<>(people.values()));
            person.setValue(chosen == null ? null : people.get(chosen.id()));
        }
        person.setVisible(people.size() > 1);
    }
}
