package org.sencrm.ui.permission;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.sencrm.ui.host.HostContext;

/** Changes what a role grants in one row: its lines about one type. */
final class LineDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient RoleRights role;
    private final transient MatrixRow row;
    private final List<PermissionLine> lines = new ArrayList<>();
    private final Div place = new Div();

    LineDialog(HostContext context, RoleRights role, MatrixRow row) {
        this.context = context;
        this.role = role;
        this.row = row;
        setHeaderTitle(context.text("matrix.line", role.name(), row.name()));
        setWidth("min(1080px, 96vw)");
        place.addClassName("permission-matrix");
        role.permissions().of(row.code()).forEach(this::addLine);
        if (lines.isEmpty()) {
            addLine(Permission.none(row.code()));
        }
        add(about(), place, another());
        Button save = new Button(context.text("settings.save"), event -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(context.text("work.cancel"), event -> close()), save);
    }

    /** What the line about all types grants here as well. */
    private Paragraph about() {
        List<Permission> any = row.isCoveredByAny() ? role.permissions().of(TypeNames.ANY) : List.of();
        MatrixRow anyRow = new MatrixRow(TypeNames.ANY, context.text("access.anyType"), null, false);
        Paragraph about = new Paragraph(
                any.isEmpty()
                        ? context.text("access.permissions.about")
                        : context.text(
                                "matrix.line.any",
                                anyRow.name(),
                                new MatrixWords(context).of(anyRow, MatrixCell.of(role, anyRow))));
        about.addClassName("muted");
        return about;
    }

    private Button another() {
        Button another = new Button(context.text("matrix.line.another"), event -> addLine(Permission.none(row.code())));
        another.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return another;
    }

    private void addLine(Permission permission) {
        PermissionLine line = new PermissionLine(context, permission, this::removeLine);
        lines.add(line);
        place.add(line);
    }

    private void removeLine(PermissionLine line) {
        lines.remove(line);
        place.remove(line);
    }

    private void save() {
        List<Permission> wanted = lines.stream().map(PermissionLine::value).toList();
        close();
        new RoleChange(context, role).permissions(role.permissions().with(row.code(), wanted));
    }
}
