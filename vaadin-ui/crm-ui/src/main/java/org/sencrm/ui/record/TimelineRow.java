package org.sencrm.ui.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.TimelineEntry;
import org.sencrm.api.talk.Comments;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.field.RelativeTime;
import org.sencrm.ui.field.ValueView;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** One thing that happened: what, in words, by whom and when. */
final class TimelineRow extends ListItem {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN_CHANGES = 4;

    private final transient HostContext context;
    private final transient FieldText words;

    TimelineRow(HostContext context, TimelineEntry entry) {
        this.context = context;
        this.words = new FieldText(context);
        addClassName("event");
        Span mark = new Span(Icons.icon(Activities.icon(entry.kind())));
        mark.addClassName("ico");
        if (entry.change() == null) {
            mark.addClassName("g");
        }
        Div text = new Div(title(entry));
        text.addClassName("event-text");
        String detail = detail(entry);
        if (Comments.KIND.equals(entry.kind())) {
            Div said = new Div();
            said.setText(entry.text());
            said.addClassName("lines");
            text.add(said);
        } else if (!detail.isEmpty()) {
            Div second = new Div();
            second.setText(detail);
            second.addClassNames("muted", "lines");
            text.add(second);
        }
        Span origin = origin(entry);
        origin.addClassNames("faint", "small", "origin");
        origin.getElement().setAttribute("title", context.format(entry.at()));
        add(mark, text, origin);
    }

    private Component title(TimelineEntry entry) {
        String kind = context.text("timeline.kind." + entry.kind());
        if (entry.change() != null) {
            Span title = new Span(headline(entry.change(), kind));
            title.addClassName("strong");
            return title;
        }
        if (Comments.KIND.equals(entry.kind())) {
            Span sort = new Span(kind);
            sort.addClassName("muted");
            return sort;
        }
        Span sort = new Span(kind + " · ");
        sort.addClassName("muted");
        Div title = new Div(sort, subject(entry));
        if (entry.open()) {
            Span planned = new Span(context.text("timeline.planned"));
            planned.addClassNames("pill", "warn");
            title.add(planned);
        }
        return title;
    }

    private Component subject(TimelineEntry entry) {
        if (entry.subject() != null && entry.subject().label() != null) {
            Component link = ValueView.recordLink(entry.subject());
            link.getElement().getClassList().add("strong");
            return link;
        }
        Span title = new Span(entry.title());
        title.addClassName("strong");
        return title;
    }

    private String headline(Change change, String kind) {
        List<Change.FieldChange> fields = change.fields();
        return change.kind() == Change.Kind.UPDATED && !fields.isEmpty() ? words(change, fields.get(0)) : kind;
    }

    private String detail(TimelineEntry entry) {
        if (entry.change() == null) {
            return entry.text() == null ? "" : entry.text();
        }
        List<Change.FieldChange> fields = entry.change().fields();
        if (entry.change().kind() != Change.Kind.UPDATED || fields.size() < 2) {
            return "";
        }
        String more = fields.size() > SHOWN_CHANGES
                ? "\n" + context.text("timeline.more", fields.size() - SHOWN_CHANGES)
                : "";
        return fields.stream()
                        .limit(SHOWN_CHANGES)
                        .skip(1)
                        .map(field -> words(entry.change(), field))
                        .collect(Collectors.joining("\n"))
                + more;
    }

    /** For example {@code Stage: Engaging → Won}. */
    private String words(Change change, Change.FieldChange field) {
        String type = change.record().type();
        String from = words.value(type, field.field(), field.from());
        String to = words.value(type, field.field(), field.to());
        String none = context.text("value.none").toLowerCase(Locale.ROOT);
        return words.label(type, field.field()) + ": " + (from.isEmpty() ? none : from) + " → "
                + (to.isEmpty() ? none : to);
    }

    private Span origin(TimelineEntry entry) {
        RelativeTime time = new RelativeTime(context);
        Span origin = new Span();
        if (entry.by() != null) {
            origin.add(new Span(context.format(entry.by())));
        }
        origin.add(new Span(entry.open() ? time.due(entry.at()) : time.past(entry.at())));
        return origin;
    }
}
