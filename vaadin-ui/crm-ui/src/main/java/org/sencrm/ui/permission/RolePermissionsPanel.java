package org.sencrm.ui.permission;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;

/** What a role grants, in words, on the page of the role; those who may change the role change it in a dialog. */
@Component
public class RolePermissionsPanel implements RecordPanel {

    private static final String ROLES = "roles";

    private final Access access;

    @Activate
    public RolePermissionsPanel(@Reference Access access) {
        this.access = access;
    }

    @Override
    public String type() {
        return ROLES;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public com.vaadin.flow.component.Component create(ScreenContext context, RecordData record) {
        Div panel = new Div(new H2(context.text("access.permissions.title")));
        panel.addClassName("stack");
        if (Boolean.TRUE.equals(record.get("administrator"))) {
            panel.add(new Paragraph(context.text("access.permissions.everything")));
            return panel;
        }
        TypeNames names = new TypeNames(context);
        Permissions permissions = Permissions.read(record.get("permissions"));
        UnorderedList list = new UnorderedList();
        list.addClassName("permission-list");
        permissions.lines().forEach(line -> list.add(line(context, names, line)));
        panel.add(permissions.lines().isEmpty() ? new Paragraph(context.text("access.permissions.none")) : list);
        if (access.mayUpdate(context.caller(), ROLES, record.id())) {
            panel.add(new Button(
                    context.text("access.permissions.change"),
                    event -> new PermissionsDialog(context, record.id()).open()));
        }
        return panel;
    }

    private static ListItem line(ScreenContext context, TypeNames names, Permission line) {
        Span type = new Span(names.of(line.type()));
        type.addClassName("strong");
        String rights = Arrays.stream(Right.values())
                .filter(line.rights()::contains)
                .map(right -> context.text("access.right." + right.code()))
                .collect(Collectors.joining(", "));
        Div words = new Div(new Span(rights + " · " + context.text("access.scope." + line.scope())));
        words.addClassName("muted");
        ListItem item = new ListItem(type, words);
        if (!line.hidden().isEmpty()) {
            String hidden = line.hidden().stream()
                    .map(field -> context.messages().field(context.locale(), line.type(), field))
                    .sorted()
                    .collect(Collectors.joining(", "));
            Div without = new Div(new Span(context.text("access.hidden", hidden)));
            without.addClassName("muted");
            item.add(without);
        }
        if (line.totals()) {
            Div totals = new Div(new Span(context.text("access.totals")));
            totals.addClassName("muted");
            item.add(totals);
        }
        return item;
    }
}
