package org.sencrm.ui.signin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Fault;
import org.sencrm.ui.host.HostContext;

/** Lets people change their own password. */
public final class PasswordDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final PasswordField current;
    private final PasswordField next;
    private final PasswordField again;
    private final Div problem = new Div();

    public PasswordDialog(HostContext context) {
        this.context = context;
        current = PasswordInput.of(context, "account.password.current", "current-password");
        next = PasswordInput.of(context, "account.password.next", "new-password");
        again = PasswordInput.of(context, "account.password.repeat", "new-password");
        setHeaderTitle(context.text("account.password.title"));
        problem.addClassNames("banner", "bad");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        Div form = new Div(problem, current, next, again);
        form.addClassName("password-form");
        add(form);
        Button save = new Button(context.text("account.password.save"), event -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(context.text("account.password.cancel"), event -> close()), save);
    }

    private void save() {
        if (current.isEmpty() || next.isEmpty() || again.isEmpty()) {
            say(context.text("account.password.missing"));
            return;
        }
        if (!next.getValue().equals(again.getValue())) {
            say(context.text("account.password.differ"));
            return;
        }
        Caller caller = context.caller();
        char[] old = current.getValue().toCharArray();
        char[] wanted = next.getValue().toCharArray();
        context.background(
                () -> {
                    context.services().signIn().setPassword(caller, caller.userId(), old, wanted);
                    return caller;
                },
                changed -> {
                    close();
                    context.inform(context.text("account.password.changed"));
                },
                this::refused);
    }

    private void refused(Throwable failure) {
        if (failure instanceof Fault) {
            say(failure.getMessage());
        } else {
            context.report(failure);
        }
    }

    private void say(String message) {
        problem.setText(message);
        problem.setVisible(true);
    }
}
