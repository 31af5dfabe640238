package org.sencrm.ui.permission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import elemental.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;

/**
 * The matrix on a wide screen. Head and names stay in sight; the arrows go from cell to cell, Enter or a click opens one.
 * Only rows in sight are drawn.
 */
final class MatrixGrid extends Grid<MatrixRow> {

    private static final long serialVersionUID = 1L;

    private static final String CELL = "element.getEventContext(event)";
    private static final String ROW = CELL + ".item.row";
    private static final String COLUMN = CELL + ".column.crmColumn";
    private static final String ON_CELL = "!!(" + CELL + ".item && " + CELL + ".column && " + COLUMN + ")";
    /** A dialog that goes keeps the focus for a moment. */
    private static final String FOCUS_CELL = """
            const back = times => setTimeout(() => {
              const now = document.activeElement;
              if (!now || now === document.body) {
                this._itemsFocusable?.focus();
              } else if (times > 0 && now.closest('vaadin-dialog-overlay')) {
                back(times - 1);
              }
            }, 100);
            back(10);
            """;

    private static final String NAME_TABLE = """
            const table = this.shadowRoot.querySelector('table');
            table.setAttribute('role', 'grid');
            table.setAttribute('aria-label', $0);
            """;

    private final transient MatrixWords words;
    private transient Map<String, MatrixRow> rows = Map.of();
    private transient Map<String, MatrixColumn> columns = Map.of();

    /** @param onOpen told which cell somebody opens */
    MatrixGrid(HostContext context, BiConsumer<MatrixRow, MatrixColumn> onOpen) {
        this.words = new MatrixWords(context);
        addClassName("right-matrix");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COLUMN_BORDERS);
        setSelectionMode(SelectionMode.NONE);
        addDataGenerator((row, json) -> json.put("row", row.key()));
        addAttachListener(event -> getElement().executeJs(NAME_TABLE, context.text("settings.page.permissions")));
        getElement()
                .addEventListener("click", event -> open(event.getEventData(), onOpen))
                .setFilter(ON_CELL)
                .addEventData(ROW)
                .addEventData(COLUMN);
        getElement()
                .addEventListener("keydown", event -> open(event.getEventData(), onOpen))
                .setFilter("event.key === 'Enter' && " + ON_CELL)
                .addEventData(ROW)
                .addEventData(COLUMN);
    }

    private void open(JsonObject cell, BiConsumer<MatrixRow, MatrixColumn> onOpen) {
        MatrixRow row = rows.get(cell.getString(ROW));
        MatrixColumn column = columns.get(cell.getString(COLUMN));
        if (row != null && column != null) {
            onOpen.accept(row, column);
        }
    }

    /** @param corner what the names stand for */
    void show(String corner, List<MatrixRow> shown, List<MatrixColumn> wanted) {
        rows = shown.stream().collect(Collectors.toMap(MatrixRow::key, Function.identity()));
        boolean same = heads(columns.values()).equals(heads(wanted));
        columns = new LinkedHashMap<>();
        wanted.forEach(column -> columns.put(column.key(), column));
        if (!same) {
            removeAllColumns();
            addNames(corner);
            wanted.forEach(this::addCells);
        }
        setItems(shown);
    }

    /** Gives the focus back to the cell that had it, unless the person went elsewhere. */
    void focusCell() {
        getElement().executeJs(FOCUS_CELL);
    }

    private static List<String> heads(Collection<MatrixColumn> columns) {
        return columns.stream().map(column -> column.key() + column.title()).toList();
    }

    private MatrixCell cell(String column, MatrixRow row) {
        return columns.get(column).cells().apply(row);
    }

    private void addNames(String corner) {
        addColumn(LitRenderer.<MatrixRow>of("<span class=\"strong\" title=\"${item.name}\">${item.name}</span>")
                        .withProperty("name", MatrixRow::name))
                .setHeader(corner)
                .setFrozen(true)
                .setWidth("210px")
                .setFlexGrow(0);
    }

    private void addCells(MatrixColumn column) {
        Column<MatrixRow> cells = addColumn(LitRenderer.<MatrixRow>of(RightDrawings.TEMPLATE)
                        .withProperty("words", row -> words.of(row, cell(column.key(), row)))
                        .withProperty("brief", row -> words.brief(cell(column.key(), row)))
                        .withProperty("tone", row -> tone(cell(column.key(), row))))
                .setHeader(head(column))
                .setWidth("178px")
                .setFlexGrow(0);
        cells.getElement().setProperty("crmColumn", column.key());
    }

    private static Component head(MatrixColumn column) {
        if (column.role() == null) {
            return new Span(column.title());
        }
        Anchor role = new Anchor(Addresses.record(RoleRights.TYPE, column.role().id()), column.title());
        role.getElement().setAttribute("router-link", true);
        role.addClassName("quiet-link");
        role.setTitle(column.title());
        return role;
    }

    private static String tone(MatrixCell cell) {
        return (cell.inherited() ? "inherited " : "") + cell.kind().name().toLowerCase(Locale.ROOT);
    }
}
