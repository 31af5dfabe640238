package org.sencrm.ui.list;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.provider.SortDirection;
import elemental.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Field;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.field.Editors;
import org.sencrm.ui.field.FieldText;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.record.Favourites;

/** The rows of a list, read as they are scrolled into sight; on a phone each row is a name and a line below it. */
final class RecordGrid extends Grid<RecordData> {

    private static final long serialVersionUID = 1L;

    private static final int CARD_VALUES = 3;
    private static final String STAR = "★";

    private static final String CELL = "element.getEventContext(event)";
    private static final String ROW = CELL + ".item.record";
    private static final String COLUMN = CELL + ".column.crmField";
    private static final String ON_CELL = "!event.target.closest('.cell-edit') && " + CELL + ".item && " + CELL
            + ".column && " + CELL + ".column.crmField && (event.preventDefault() || true)";
    private static final String WITHOUT_LINK = "event.composedPath()[0].localName === 'td'"
            + " && !event.composedPath()[0].querySelector('slot')?.assignedElements()[0]?.querySelector('a, button')";
    private static final String FOCUS_CELL = "setTimeout(() => { if (!document.activeElement"
            + " || document.activeElement === document.body) { this._itemsFocusable?.focus(); } }, 50)";

    private static final int FEW = 15;

    private final transient RecordType type;
    private final transient FieldText words;
    private final transient CellTemplates templates;
    private final transient HostContext context;
    private final transient Listener listener;
    private final KeysetProvider rows;
    private transient Set<Long> favourites = Set.of();

    /** What a grid tells of what the person does with it. */
    interface Listener {

        /** @param order that the person asks for */
        void sorted(String order);

        /** @param chosen rows, whenever they change */
        void selected(Set<RecordData> chosen);

        /** @param columns in their new order or width, as {@link ColumnChoice} writes them */
        void arranged(List<String> columns);

        /** A record was changed in its row. */
        void changed(RecordData record);

        /** A cell that was an input shows its value again. */
        void edited();
    }

    RecordGrid(HostContext context, RecordType type, Listener listener) {
        super(Query.DEFAULT_LIMIT);
        this.type = type;
        this.words = new FieldText(context);
        this.templates = new CellTemplates(context, type);
        this.context = context;
        this.listener = listener;
        rows = new KeysetProvider(query -> context.records().list(context.caller(), query));
        addClassName("record-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setMultiSort(true, MultiSortPriority.APPEND, true);
        nameParts(context.messages().many(context.locale(), type.name()), context.text("list.chooseRow"));
        addSortListener(event -> {
            if (event.isFromClient()) {
                listener.sorted(sortText(event.getSortOrder()));
            }
        });
        addColumnReorderListener(event -> listener.arranged(arranged(event.getColumns())));
        addColumnResizeListener(event -> listener.arranged(arranged(getColumns())));
        // each cell saves by itself; the binder of the component binds nothing
        getEditor().setBinder(new Binder<>());
        listenForEdits();
        // keys of rows are new at each reading: what somebody meant who pressed before is known by its id
        addDataGenerator((record, json) -> json.put("record", Long.toString(record.id())));
        setItems(rows);
        getLazyDataView().setItemCountUnknown();
    }

    /** Says to screen readers what the component does not: that the rows are no tree, and what a checkbox is for. */
    private void nameParts(String table, String checkbox) {
        addAttachListener(event -> getElement().executeJs(NAME_PARTS, table, checkbox));
    }

    /** Two clicks or F2 on any cell, Enter on one that has no link: its value becomes an input. */
    private void listenForEdits() {
        if (!context.may(Right.UPDATE, type.name())) {
            return;
        }
        getElement()
                .addEventListener("dblclick", event -> edit(event.getEventData()))
                .setFilter(ON_CELL)
                .addEventData(ROW)
                .addEventData(COLUMN);
        getElement()
                .addEventListener("keydown", event -> edit(event.getEventData()))
                .setFilter("(event.key === 'F2' || event.key === 'Enter' && " + WITHOUT_LINK + ") && " + ON_CELL)
                .addEventData(ROW)
                .addEventData(COLUMN);
    }

    private void edit(JsonObject cell) {
        RecordData record = rows.find(Long.parseLong(cell.getString(ROW)));
        Column<RecordData> column = getColumnByKey(cell.getString(COLUMN));
        Field field = column == null ? null : type.field(column.getKey()).orElse(null);
        boolean possible = record != null && field != null && new Editors(context, null).canEdit(field);
        if (possible && !getEditor().isOpen()) {
            new CellEdit(context, type, field, record, this, listener::changed, this::edited).open();
        }
    }

    private void edited() {
        focusCell();
        listener.edited();
    }

    /** Whether a cell is an input just now. To read the rows again would take away what is typed there. */
    boolean isEdited() {
        return getEditor().isOpen();
    }

    /** Gives the focus back to the cell that had it, unless the person went elsewhere. */
    private void focusCell() {
        getElement().executeJs(FOCUS_CELL);
    }

    /** The columns as they stand now. */
    private static List<String> arranged(List<Column<RecordData>> columns) {
        return columns.stream()
                .filter(column -> column.getKey() != null && !STAR.equals(column.getKey()))
                .map(column -> new ColumnChoice(column.getKey(), pixels(column)).written())
                .toList();
    }

    /** Only a column that somebody drew takes no share of the room that is left. */
    private static int pixels(Column<RecordData> column) {
        String width = column.getWidth();
        boolean drawn = column.getFlexGrow() == 0 && width != null && width.matches("\\d+(\\.\\d+)?px");
        return drawn ? (int) Math.round(Double.parseDouble(width.substring(0, width.length() - 2))) : 0;
    }

    /**
     * Draws the columns anew, in the width of a phone as one.
     *
     * @param widths in pixels by field, of those that are not as wide as usual
     */
    void configureColumns(List<Field> columns, Map<String, Integer> widths, boolean narrow) {
        removeAllColumns();
        setColumnReorderingAllowed(!narrow);
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
        selection.addMultiSelectionListener(event -> listener.selected(event.getAllSelectedItems()));
        addStar();
        columns.forEach(field -> addField(field, field == name, widths.getOrDefault(field.name(), 0)));
    }

    private void addStar() {
        addColumn(templates.star(record -> favourites.contains(record.id()), this::star))
                .setKey(STAR)
                .setWidth("44px")
                .setFlexGrow(0);
    }

    private void star(RecordData record) {
        Set<Long> marked = new HashSet<>(favourites);
        boolean now = !marked.remove(record.id());
        try {
            new Favourites(context.records(), context.caller()).set(type.name(), record.id(), now);
        } catch (Fault refused) {
            context.report(refused);
            return;
        }
        if (now) {
            marked.add(record.id());
        }
        favourites = marked;
        rows.refreshItem(record);
    }

    /** Reads again which records are the person's favourites, and draws their stars. */
    void loadFavourites() {
        Favourites own = new Favourites(context.records(), context.caller());
        context.background(() -> own.of(type.name()), marked -> {
            if (!marked.equals(favourites)) {
                favourites = marked;
                if (!isEdited()) {
                    rows.refreshAll();
                }
            }
        });
    }

    private void addField(Field field, boolean naming, int width) {
        Column<RecordData> column = addColumn(naming ? templates.name(field) : templates.cell(field))
                .setKey(field.name())
                .setHeader(words.label(type, field))
                .setWidth(width > 0 ? width + "px" : naming ? "212px" : ListColumns.width(field))
                .setResizable(true)
                .setFlexGrow(width > 0 ? 0 : naming ? 3 : 1);
        column.getElement().setProperty("crmField", field.name());
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

    /** Takes the row whose name has the focus into the choice, or out of it. */
    void chooseFocused() {
        getElement().executeJs(CHOOSE_FOCUSED);
    }

    private static final String CHOOSE_FOCUSED = """
            const cell = document.activeElement?.closest('vaadin-grid-cell-content');
            const row = cell && this.contains(cell) ? cell.assignedSlot.closest('tr') : null;
            row?.querySelectorAll('slot').forEach(slot =>
                slot.assignedElements()[0]?.querySelector(':scope > vaadin-checkbox input')?.click());
            """;

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
