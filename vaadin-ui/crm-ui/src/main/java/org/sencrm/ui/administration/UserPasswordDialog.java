package org.sencrm.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.host.HostContext;

/** Sets the password of another user. */
final class UserPasswordDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient RecordData user;
    private final PasswordField next;
    private final PasswordField again;
    private final Div problem = new Div();

    UserPasswordDialog(HostContext context, RecordData user) {
        this.context = context;
        this.user = user;
        setHeaderTitle(context.text("access.password.for", context.format(user.get("name"))));
        setWidth("min(420px, 96vw)");
        problem.addClassNames("banner", "bad");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        next = field("access.password.next");
        again = field("access.password.again");
        Div form = new Div(problem, next, again);
        form.addClassName("stack");
        add(form);
        Button save = new Button(context.text("access.password.set"), event -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(context.text("work.cancel"), event -> close()), save);
    }

    private PasswordField field(String label) {
        PasswordField field = new PasswordField(context.text(label));
        field.getElement().setAttribute("autocomplete", "new-password");
        field.setWidthFull();
        return field;
    }

    private void save() {
        if (next.isEmpty() || !next.getValue().equals(again.getValue())) {
            say(context.text("access.password.differ"));
            return;
        }
        try {
            context.setPassword(user.id(), null, next.getValue().toCharArray());
        } catch (Fault refused) {
            if (!context.asks(refused, this::save)) {
                say(context.explain(refused));
            }
            return;
        }
        close();
        context.inform(context.text("access.password.done"));
    }

    private void say(String message) {
        problem.setText(message);
        problem.setVisible(true);
    }
}
