package org.sencrm.ui.list;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.api.record.Summary;
import org.sencrm.ui.host.HostContext;

/** One group of a list: a line that folds it up, and its rows, which are read when it is opened for the first time. */
final class GroupSection extends Section implements RecordGrid.Listener {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient RecordType type;
    private final String key;
    private final transient BiConsumer<GroupSection, Set<RecordData>> onSelect;
    private final transient RecordGrid.Listener listener;
    private final NativeButton head = new NativeButton();
    private final Div body = new Div();
    private transient GroupedList.Rows rows;
    private transient GroupedList.Rows drawn;
    private long count;
    private RecordGrid grid;

    /**
     * @param key of the group; null for the records without a value
     * @param onSelect told which of its rows are chosen
     */
    GroupSection(
            HostContext context,
            RecordType type,
            String key,
            BiConsumer<GroupSection, Set<RecordData>> onSelect,
            RecordGrid.Listener listener) {
        this.context = context;
        this.type = type;
        this.key = key;
        this.onSelect = onSelect;
        this.listener = listener;
        addClassName("list-group");
        head.addClassNames("plain", "row", "group-head");
        head.addClickListener(event -> fold(body.isVisible()));
        body.addClassName("group-rows");
        fold(true);
        add(head, body);
    }

    /** @param company what all records of the group come to; null where the person is not told */
    void show(GroupedList.Rows shown, Summary.Group group, Summary.Totals company) {
        rows = shown;
        count = group.totals().count();
        head.removeAll();
        Span arrow = new Span("▸");
        arrow.addClassName("group-arrow");
        arrow.getElement().setAttribute("aria-hidden", "true");
        head.add(arrow);
        String name = group.key() == null ? context.text("group.none") : group.label();
        GroupTotals words = new GroupTotals(context, type, rows.columns());
        words.fill(head, name, group.totals());
        if (company != null) {
            Span all = new Span();
            all.addClassNames("row", "company-total");
            all.setTitle(context.text("company.about"));
            words.fill(all, context.text("company.short"), company);
            head.add(all);
        }
        if (body.isVisible()) {
            read();
        }
    }

    void open() {
        fold(false);
    }

    private void fold(boolean folded) {
        body.setVisible(!folded);
        head.getElement().setAttribute("aria-expanded", Boolean.toString(!folded));
        if (!folded) {
            read();
        }
    }

    private void read() {
        if (grid == null) {
            grid = new RecordGrid(context, type, this);
            body.add(grid);
        }
        boolean same = drawn != null
                && drawn.columns().equals(rows.columns())
                && drawn.widths().equals(rows.widths())
                && drawn.narrow() == rows.narrow();
        if (!same) {
            grid.configureColumns(rows.columns(), rows.widths(), rows.narrow());
        }
        drawn = rows;
        grid.showSort(rows.sort());
        grid.loadFavourites();
        grid.expect(count);
        try {
            grid.show(rows.of(key));
        } catch (Fault away) {
            context.report(away);
        }
    }

    void deselectAll() {
        if (grid != null) {
            grid.deselectAll();
        }
    }

    @Override
    public void sorted(String order) {
        listener.sorted(order);
    }

    @Override
    public void selected(Set<RecordData> chosen) {
        onSelect.accept(this, chosen);
    }

    @Override
    public void arranged(List<String> columns) {
        listener.arranged(columns);
    }

    @Override
    public void changed(RecordData record) {
        listener.changed(record);
    }

    @Override
    public void edited() {
        listener.edited();
    }

    boolean isEdited() {
        return grid != null && grid.isEdited();
    }
}
