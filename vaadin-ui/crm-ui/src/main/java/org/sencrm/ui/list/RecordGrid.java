package org.sencrm.ui.list;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.host.HostContext;

/** The rows of a list, read as they are scrolled into sight; on a phone each row is a name and a line below it. */
final class RecordGrid extends Grid<RecordData> {

    private static final long serialVersionUID = 1L;

    private static final int CARD_VALUES = 3;

    private static final int FEW = 15;

    private final transient RecordType type;
    private final transient FieldText words;
    private final transient CellTemplates templates;
    private final transient Consumer<Set<RecordData>> onSelect;
    private final KeysetProvider rows;

    /**
     * @param onSort gets the order that the person asks for
     * @param onSelect gets the chosen rows whenever they change
     */
    RecordGrid(HostContext context, RecordType type, Consumer<String> onSort, Consumer<Set<RecordData>> onSelect) {
        super(Query.DEFAULT_LIMIT);
        this.type = type;
        this.words = new FieldText(context);
        this.templates = new CellTemplates(context, type);
        this.onSelect = onSelect;
        rows = new KeysetProvider(query -> context.records().list(context.caller(), query));
        addClassName("record-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setColumnReorderingAllowed(false);
        setMultiSort(true, MultiSortPriority.APPEND, true);
        nameParts(context.messages().many(context.locale(), type.name()), context.text("list.chooseRow"));
        addSortListener(event -> {
            if (event.isFromClient()) {
                onSort.accept(sortText(event.getSortOrder()));
            }
        });
        setItems(rows);
        getLazyDataView().setItemCountUnknown();
    }

    /** Says to screen readers what the component does not: that the rows are no tree, and what a checkbox is for. */
    private void nameParts(String table, String checkbox) {
        addAttachListener(event -> getElement().executeJs(NAME_PARTS, table, checkbox));
    }

    /** Draws the columns anew, in the width of a phone as one. */
    void configureColumns(List<Field> columns, boolean narrow) {
        removeAllColumns();
        setClassName("narrow", narrow);
        setSelectionMode(narrow ? SelectionMode.NONE : SelectionMode.MULTI);
        Field name = columns.get(0);
        if (narrow) {
            List<Field> others = columns.stream().skip(1).limit(CARD_VALUES).toList();
            addColumn(templates.card(name, others)).setKey(name.name()).setFlexGrow(1);
            return;
        }
        GridMultiSelectionModel<RecordData> selection = (GridMultiSelectionModel<RecordData>) getSelectionModel();
        selection.setSelectAllCheckboxVisibility(GridMultiSelectionModel.SelectAllCheckboxVisibility.HIDDEN);
        selection.addMultiSelectionListener(event -> onSelect.accept(event.getAllSelectedItems()));
        columns.forEach(field -> addField(field, field == name));
    }

    private void addField(Field field, boolean naming) {
        Column<RecordData> column = addColumn(naming ? templates.name(field) : templates.cell(field))
                .setKey(field.name())
                .setHeader(words.label(type, field))
                .setWidth(naming ? "184px" : ListColumns.width(field))
                .setResizable(true)
                .setFlexGrow(naming ? 3 : 1);
        if (ListColumns.isFigure(field)) {
            column.setTextAlign(ColumnTextAlign.END);
        }
        if (ListColumns.isSortable(field)) {
            column.setSortable(true).setSortProperty(field.name());
        }
    }

    /** Shows the arrows of an order, without asking for it again. */
    void showSort(List<String> fields) {
        List<GridSortOrder<RecordData>> order = new ArrayList<>();
        for (String field : fields) {
            boolean down = field.startsWith("-");
            Column<RecordData> column = getColumnByKey(down ? field.substring(1) : field);
            if (column != null && column.isSortable()) {
                order.add(new GridSortOrder<>(column, down ? SortDirection.DESCENDING : SortDirection.ASCENDING));
            }
        }
        sort(order);
    }

    private static String sortText(List<GridSortOrder<RecordData>> order) {
        return order.stream()
                .map(each -> (each.getDirection() == SortDirection.DESCENDING ? "-" : "")
                        + each.getSorted().getKey())
                .collect(Collectors.joining(","));
    }

    /**
     * Reads the list anew.
     *
     * @return whether there is anything in it
     */
    boolean show(Query query) {
        return rows.show(query.limitedTo(Query.DEFAULT_LIMIT));
    }

    /** Ends with its last row where there are few. @param number of all rows; null where it is not known */
    void expect(Long number) {
        boolean few = number != null && number <= FEW;
        setClassName("short", few);
        getElement().getStyle().set("--rows", few ? number.toString() : null);
    }

    /** Moves the focus to the name some rows further on, or to the first in sight. */
    void moveFocus(int step) {
        getElement().executeJs(MOVE_FOCUS, step);
    }

    /** Tells the id of the record whose name has the focus; nothing where none has. */
    void whenFocused(LongConsumer work) {
        getElement()
                .executeJs("const link = document.activeElement;"
                        + "return link && this.contains(link) && link.dataset.id ? link.dataset.id : ''")
                .then(String.class, id -> {
                    if (!id.isEmpty()) {
                        work.accept(Long.parseLong(id));
                    }
                });
    }

    private static final String NAME_PARTS = """
            const table = this.shadowRoot.querySelector('table');
            table.setAttribute('role', 'grid');
            table.setAttribute('aria-label', $0);
            const name = () => this.querySelectorAll('vaadin-checkbox input:not([aria-label])')
                .forEach(input => input.setAttribute('aria-label', $1));
            if (!this.namesRows) {
              this.namesRows = new MutationObserver(name);
              this.namesRows.observe(this, { childList: true, subtree: true });
            }
            name();
            """;

    private static final String MOVE_FOCUS = """
            const box = this.getBoundingClientRect();
            const place = link => link.getBoundingClientRect().top;
            const links = [...this.querySelectorAll('a.row-link')]
                .filter(link => link.offsetParent !== null)
                .sort((one, other) => place(one) - place(other));
            const now = links.indexOf(document.activeElement);
            const inSight = links.findIndex(link => place(link) > box.top + 30);
            const next = now < 0 ? inSight : now + $0;
            if (links[next]) {
              links[next].focus();
            }
            """;
}
