package org.sencrm.ui.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.audit.AuditEntry;
import org.sencrm.api.audit.AuditQuery;
import org.sencrm.api.audit.AuditTrail;
import org.sencrm.api.record.Reference;
import org.sencrm.ui.field.RowsTable;
import org.sencrm.ui.host.HostContext;

/** The entries that fit the filters, the newest first; more at the press of a button. */
final class AuditPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 25;
    private static final List<String> COLUMNS = List.of("when", "who", "what", "subject", "details", "address");

    private final transient HostContext context;
    private final transient AuditTrail trail;
    private final transient EntryWords words;
    private final transient List<AuditEntry> shown = new ArrayList<>();
    private final transient Map<Reference, String> names = new HashMap<>();
    private final AuditFilters filters;
    private final Div table = new Div();
    private final Button more;
    /** Answers to what was asked before are not shown any more. */
    private int asked;

    AuditPanel(HostContext context, AuditTrail trail) {
        this.context = context;
        this.trail = trail;
        this.words = new EntryWords(context);
        this.filters = new AuditFilters(context, this::reload);
        addClassName("stack");
        table.getElement().setAttribute("aria-live", "polite");
        more = new Button(context.text("audit.more"), event -> load());
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.setVisible(false);
        Div said = new Div();
        Div tools = new Div(new CheckButton(context, trail, said), new CsvLink(context, trail, filters));
        tools.addClassName("row");
        add(tools, said, filters, table, more);
        load();
    }

    private void reload() {
        shown.clear();
        load();
    }

    private void load() {
        Caller caller = context.caller();
        long before = shown.isEmpty() ? 0 : shown.get(shown.size() - 1).number();
        AuditQuery query = filters.query().limitedTo(AT_ONCE).before(before);
        int question = ++asked;
        SubjectNames subjects = new SubjectNames(context.types(), context.records(), caller);
        context.background(
                () -> {
                    List<AuditEntry> entries = trail.find(caller, query);
                    return new Found(entries, subjects.of(entries));
                },
                found -> {
                    if (question == asked) {
                        names.putAll(found.names());
                        show(found.entries());
                    }
                });
    }

    private record Found(List<AuditEntry> entries, Map<Reference, String> names) {}

    private void show(List<AuditEntry> next) {
        shown.addAll(next);
        more.setVisible(next.size() == AT_ONCE);
        table.removeAll();
        if (shown.isEmpty()) {
            Paragraph nothing = new Paragraph(context.text("audit.none"));
            nothing.addClassName("muted");
            table.add(nothing);
        } else {
            table.add(new RowsTable(
                    context.text("settings.page.audit"),
                    COLUMNS.stream()
                            .map(column -> context.text("audit." + column))
                            .toList(),
                    shown.stream().map(entry -> words.row(entry, names)).toList()));
        }
    }
}
