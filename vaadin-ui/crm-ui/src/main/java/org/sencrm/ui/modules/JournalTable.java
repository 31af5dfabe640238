package org.sencrm.ui.modules;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sencrm.api.access.Caller;
import org.sencrm.api.module.ModuleEvent;
import org.sencrm.ui.field.RowsTable;
import org.sencrm.ui.host.Formats;
import org.sencrm.ui.host.HostContext;

/** What was done with modules: when, what, by whom, and how it ended. Follows what happens while it is shown. */
final class JournalTable extends Div {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 100;

    private final transient HostContext context;
    private final String module;
    private final transient UnaryOperator<String> labels;

    /**
     * @param module of which; null for all
     * @param labels gives the name of a module by its id
     */
    JournalTable(HostContext context, String module, UnaryOperator<String> labels) {
        this.context = context;
        this.module = module;
        this.labels = labels;
        load();
        context.whenModulesChanged(this, this::load);
    }

    private void load() {
        Caller caller = context.caller();
        context.background(() -> ModulesView.modules(context).journal(caller, module, MOST), this::show);
    }

    private void show(List<ModuleEvent> events) {
        removeAll();
        if (events.isEmpty()) {
            Paragraph nothing = new Paragraph(context.text("store.journal.nothing"));
            nothing.addClassName("muted");
            add(nothing);
            return;
        }
        List<String> columns = new ArrayList<>(Stream.of("at", "module", "action", "versions", "by", "result")
                .map(column -> context.text("store.journal." + column))
                .toList());
        if (module != null) {
            columns.remove(1);
        }
        RowsTable table = new RowsTable(
                context.text("store.tab.journal"),
                columns,
                events.stream().map(this::row).toList());
        table.addClassNames("card", "journal-table");
        add(table);
    }

    private List<String> row(ModuleEvent event) {
        Formats formats = context.formats();
        List<String> row = new ArrayList<>();
        row.add(event.at() == null ? "" : formats.dayTime(event.at()));
        if (module == null) {
            row.add(labels.apply(event.module()));
        }
        row.add(context.text("store." + PlanWords.of(event.action()) + ".go"));
        row.add(Stream.of(event.from(), event.to())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" → ")));
        boolean byProduct = event.by() == null && event.at() != null;
        row.add(byProduct ? context.text("store.journal.product") : formats.any(event.by()));
        row.add(context.text("store.result." + event.result().name().toLowerCase(Locale.ROOT)));
        return row;
    }
}
