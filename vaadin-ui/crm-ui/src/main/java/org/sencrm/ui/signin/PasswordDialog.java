package org.sencrm.ui.signin;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.List;
import java.util.stream.Stream;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.ui.host.HostContext;

/** Lets people change their own password. What is wrong stands at the field where it is. */
public final class PasswordDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final PasswordField current;
    private final PasswordField next;
    private final PasswordField again;

    public PasswordDialog(HostContext context) {
        this.context = context;
        current = field("account.password.current", "current-password");
        next = field("account.password.next", "new-password");
        again = field("account.password.repeat", "new-password");
        next.setHelperText(context.text("account.password.rules"));
        setHeaderTitle(context.text("account.password.title"));
        Paragraph ends = new Paragraph(context.text("account.password.ends"));
        ends.addClassName("muted");
        Div form = new Div(current, next, again, ends);
        if (isAskedFor(context)) {
            form.addComponentAsFirst(new Paragraph(context.text("account.password.oneTime")));
        }
        form.addClassName("password-form");
        add(form);
        Button save = new Button(context.text("account.password.save"), event -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(context.text("account.password.cancel"), event -> close()), save);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                current.focus();
            }
        });
    }

    /** Whether the person came in with a password that is good for the first sign-in only. */
    public static boolean isAskedFor(HostContext context) {
        return context.services().signIn().isPasswordOneTime(context.caller());
    }

    private PasswordField field(String label, String purpose) {
        PasswordField field = PasswordInput.of(context, label, purpose);
        field.addKeyPressListener(Key.ENTER, event -> save());
        field.addValueChangeListener(event -> field.setInvalid(false));
        return field;
    }

    private void save() {
        if (!isComplete()) {
            return;
        }
        try {
            context.setPassword(
                    context.caller().userId(),
                    current.getValue().toCharArray(),
                    next.getValue().toCharArray());
        } catch (Fault fault) {
            refused(fault);
            return;
        }
        close();
        context.inform(context.text("account.password.changed"));
    }

    private boolean isComplete() {
        List<PasswordField> empty =
                Stream.of(again, next, current).filter(PasswordField::isEmpty).toList();
        empty.forEach(field -> say(field, context.text("account.password.needed")));
        if (empty.isEmpty() && !next.getValue().equals(again.getValue())) {
            say(again, context.text("account.password.differ"));
            return false;
        }
        return empty.isEmpty();
    }

    private void refused(Fault fault) {
        if (fault instanceof TooManyTries locked) {
            say(current, context.text("account.password.locked", locked.retryAfterMinutes()));
        } else if (fault instanceof NotSignedIn) {
            say(current, context.text("account.password.wrong"));
        } else {
            say(next, context.explain(fault));
        }
    }

    private static void say(PasswordField field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
        field.focus();
    }
}
