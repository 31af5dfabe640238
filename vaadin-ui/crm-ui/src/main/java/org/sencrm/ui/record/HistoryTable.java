package org.sencrm.ui.record;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Locale;
import org.sencrm.api.access.Caller;
import org.sencrm.api.duplicate.Duplicates;
import org.sencrm.api.record.Change;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** What was changed in a record: which field, from what to what, by whom, when, through what. */
final class HistoryTable extends Section {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 30;

    private final transient HostContext context;
    private final transient RecordType type;
    private final long id;
    private final transient FieldText words;
    private final HtmlContainer rows = new HtmlContainer("tbody");
    private final Button older;
    private long before;

    /** @param onUnmerged called when the record is two again */
    HistoryTable(HostContext context, RecordType type, long id, Runnable onUnmerged) {
        this.context = context;
        this.type = type;
        this.id = id;
        this.words = new FieldText(context);
        addClassNames("card", "history");
        older = new Button(context.text("timeline.older"), event -> load());
        older.setVisible(false);
        HtmlContainer table = new HtmlContainer("table");
        table.add(head(), rows);
        context.services().duplicates().ifPresent(duplicates -> offerUnmerge(duplicates, onUnmerged));
        add(table, older);
        load();
    }

    private void offerUnmerge(Duplicates duplicates, Runnable onUnmerged) {
        Reference record = Reference.to(type.name(), id);
        Button unmerge = new Button(context.text("merge.unmerge"), Icons.icon("undo"));
        unmerge.setVisible(false);
        unmerge.addClickListener(event -> Unmerge.run(context, duplicates, record, () -> {
            unmerge.setVisible(false);
            onUnmerged.run();
        }));
        Div place = new Div(unmerge);
        place.addClassName("unmerge");
        add(place);
        Caller caller = context.caller();
        context.background(() -> duplicates.isMerged(caller, type.name(), id), unmerge::setVisible);
    }

    private HtmlContainer head() {
        HtmlContainer row = new HtmlContainer("tr");
        for (String key : List.of("field", "from", "to", "who", "when", "through")) {
            HtmlContainer cell = new HtmlContainer("th");
            cell.setText(context.text("history." + key));
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        }
        HtmlContainer head = new HtmlContainer("thead");
        head.add(row);
        return head;
    }

    private void load() {
        Caller caller = context.caller();
        long from = before;
        context.background(() -> context.records().history(caller, type.name(), id, PAGE, from), this::append);
    }

    private void append(List<Change> changes) {
        changes.forEach(this::append);
        older.setVisible(changes.size() == PAGE);
        if (!changes.isEmpty()) {
            before = changes.get(changes.size() - 1).id();
        }
    }

    private void append(Change change) {
        if (change.fields().isEmpty()) {
            append(change, kind(change.kind()), "", "");
        }
        for (Change.FieldChange field : change.fields()) {
            append(
                    change,
                    words.label(type.name(), field.field()),
                    words.value(type.name(), field.field(), field.from()),
                    words.value(type.name(), field.field(), field.to()));
        }
    }

    private void append(Change change, String field, String from, String to) {
        HtmlContainer row = new HtmlContainer("tr");
        row.add(
                cell("field", field),
                cell("from", from),
                cell("to", to),
                cell("who", context.format(change.by())),
                cell("when", context.format(change.at())),
                cell("through", through(change.through())));
        rows.add(row);
    }

    private HtmlContainer cell(String key, String text) {
        HtmlContainer cell = new HtmlContainer("td");
        cell.setText(text);
        cell.getElement().setAttribute("data-label", context.text("history." + key));
        return cell;
    }

    private String kind(Change.Kind kind) {
        return context.text("timeline.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    private String through(String channel) {
        String key = "through." + channel;
        return context.messages().has(context.locale(), key) ? context.text(key) : channel;
    }
}
