package org.sencrm.ui.permission;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.api.signin.ProofRequired;
import org.sencrm.ui.api.ScreenContext;

/** Changes what a role grants: a line for each type, the rights in columns. */
final class PermissionsDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final String ROLES = "roles";
    private static final String PERMISSIONS = "permissions";

    private final transient ScreenContext context;
    private final transient RecordData role;
    private final List<PermissionLine> lines = new ArrayList<>();
    private final Div matrix = new Div();
    private final Div problem = new Div();

    PermissionsDialog(ScreenContext context, long roleId) {
        this.context = context;
        role = context.records().get(context.caller(), ROLES, roleId);
        setHeaderTitle(context.text("access.permissions.for", context.format(role.get("name"))));
        setWidth("min(1080px, 96vw)");
        problem.addClassNames("banner", "bad");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        matrix.addClassName("permission-matrix");
        Permissions.read(role.get(PERMISSIONS)).lines().forEach(this::addLine);
        Paragraph about = new Paragraph(context.text("access.permissions.about"));
        about.addClassName("muted");
        add(problem, about, matrix, adder());
        Button save = new Button(context.text("settings.save"), event -> context.withProof(this::save));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(context.text("work.cancel"), event -> close()), save);
    }

    private void addLine(Permission permission) {
        PermissionLine line = new PermissionLine(context, permission, this::removeLine);
        lines.add(line);
        matrix.add(line);
    }

    private void removeLine(PermissionLine line) {
        lines.remove(line);
        matrix.remove(line);
    }

    private Div adder() {
        TypeNames names = new TypeNames(context);
        Select<String> type = new Select<>();
        type.setLabel(context.text("access.permissions.add"));
        type.setItems(names.all());
        type.setItemLabelGenerator(name -> name == null ? "" : names.of(name));
        type.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                addLine(Permission.none(event.getValue()));
                type.clear();
            }
        });
        Div row = new Div(type, new Span());
        row.addClassName("row");
        return row;
    }

    private void save() {
        Permissions wanted =
                Permissions.of(lines.stream().map(PermissionLine::value).toList());
        try {
            context.records()
                    .update(
                            context.caller(),
                            ROLES,
                            role.id(),
                            role.version(),
                            Map.of(PERMISSIONS, wanted.structure()));
            close();
            context.inform(context.text("settings.saved"));
            context.open(Reference.to(ROLES, role.id()));
        } catch (ProofRequired due) {
            throw due;
        } catch (Fault refused) {
            problem.setText(refused.getMessage());
            problem.setVisible(true);
        }
    }
}
