package org.sencrm.ui.permission;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Explanations;
import org.sencrm.api.record.RecordTypes;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.text.Messages;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.list.NarrowPage;

/**
 * Roles against record types and permissions of modules. One reading brings all roles, and what is looked at of them is
 * chosen here; only a person's rights are asked of the gate itself.
 */
final class MatrixPanel extends Div {

    private static final long serialVersionUID = 1L;
    /** Rows of which the table shows all; more are scrolled. */
    private static final int TALL = 14;

    private final transient HostContext context;
    private final transient Explanations explanations;
    private final MatrixFilters filters;
    private final RightDrawings drawings;
    private final MatrixLink file;
    private final MatrixGrid grid;
    private final MatrixList list;
    private final Paragraph note = new Paragraph();
    private transient Matrix matrix;
    private transient PersonColumns person;
    private boolean narrow;
    /** Answers to what was asked before are not shown any more. */
    private int asked;

    MatrixPanel(HostContext context, Explanations explanations) {
        this.context = context;
        this.explanations = explanations;
        filters = new MatrixFilters(context, this::choose);
        drawings = new RightDrawings(context);
        file = new MatrixLink(context);
        grid = new MatrixGrid(context, this::open);
        list = new MatrixList(context, this::open);
        addClassNames("stack", "right-panel");
        note.addClassName("muted");
        note.getElement().setAttribute("aria-live", "polite");
        Span gap = new Span();
        gap.addClassName("grow");
        Div head = new Div(drawings, gap, file);
        head.addClassName("row");
        add(filters, head, note, grid, list);
        NarrowPage.follow(this, this::narrow);
        context.whenChanged(this, RoleRights.TYPE, this::load);
        context.whenChanged(this, "users", this::choose);
        context.whenModulesChanged(this, this::load);
        load();
    }

    private void narrow(boolean now) {
        narrow = now;
        filters.narrow(now);
        drawings.setVisible(!now);
        show();
    }

    private void load() {
        Records records = context.records();
        RecordTypes types = context.types();
        Messages messages = context.messages();
        Caller caller = context.caller();
        context.background(() -> Matrix.read(records, types, messages, caller), read -> {
            matrix = read;
            filters.offer(read.roles());
            choose();
        });
    }

    /** Reads what the choice asks for beyond the roles, and shows it. */
    private void choose() {
        int question = ++asked;
        Reference wanted = filters.person();
        if (filters.way() != MatrixFilters.Way.PERSON || wanted == null) {
            person = null;
            show();
            return;
        }
        Records records = context.records();
        Caller caller = context.caller();
        context.background(() -> PersonColumns.read(records, explanations, caller, wanted.id()), read -> {
            if (question == asked) {
                person = read;
                show();
            }
        });
    }

    private void show() {
        if (matrix == null) {
            return;
        }
        List<MatrixColumn> columns = columns();
        List<MatrixRow> rows = columns.isEmpty() ? List.of() : filters.among(rows(columns));
        file.show(rows, columns);
        file.setVisible(!rows.isEmpty());
        note.setText(said(columns, rows));
        note.setVisible(!note.getText().isEmpty());
        grid.setVisible(!narrow && !rows.isEmpty());
        list.setVisible(narrow && !rows.isEmpty());
        if (narrow) {
            list.show(rows, columns.size() > 1 && person != null ? columns.subList(0, 1) : columns);
        } else {
            grid.setAllRowsVisible(rows.size() <= TALL);
            grid.show(context.text("matrix.corner"), rows, columns);
        }
    }

    private List<MatrixColumn> columns() {
        if (filters.way() == MatrixFilters.Way.PERSON) {
            return person == null ? List.of() : person.columns(context.text("matrix.altogether"), matrix.roles());
        }
        return filters.of(matrix.roles()).stream().map(MatrixColumn::of).toList();
    }

    private List<MatrixRow> rows(List<MatrixColumn> columns) {
        return switch (filters.way()) {
            case ROLES -> matrix.rows();
            case COMPARE -> Matrix.differing(matrix.rows(), columns);
            case PERSON ->
                matrix.rows().stream()
                        .filter(row -> !row.code().equals(TypeNames.ANY))
                        .toList();
        };
    }

    private String said(List<MatrixColumn> columns, List<MatrixRow> rows) {
        if (filters.way() == MatrixFilters.Way.PERSON) {
            return context.text(aboutPerson());
        } else if (filters.way() == MatrixFilters.Way.COMPARE && rows.isEmpty()) {
            return context.text(columns.size() < 2 ? "matrix.compare.none" : "matrix.compare.same");
        }
        return rows.isEmpty() ? context.text("matrix.noRows") : "";
    }

    private String aboutPerson() {
        if (person == null) {
            return "matrix.person.none";
        }
        return person.isOutside() ? "matrix.person.outside" : "matrix.person.about";
    }

    private void open(MatrixRow row, MatrixColumn column) {
        if (column.role() == null) {
            return;
        }
        RoleRights role = column.role();
        if (role.administrator()) {
            context.inform(context.text("access.permissions.everything"));
        } else if (row.permission()) {
            new RoleChange(context, role).turn(row.code());
        } else {
            LineDialog line = new LineDialog(context, role, row);
            line.addOpenedChangeListener(event -> {
                if (!event.isOpened()) {
                    grid.focusCell();
                }
            });
            line.open();
        }
    }
}
