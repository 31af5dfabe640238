package org.sencrm.tokenkey.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.Factors;
import org.sencrm.ui.api.ScreenContext;

/** Takes a second factor away, for whoever gives the password again: a foreign hand at an open screen must not. */
final class RemoveDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient ScreenContext context;
    private final transient Factors factors;
    private final transient Factor factor;
    private final transient Runnable onDone;
    private final PasswordField password = new PasswordField();

    RemoveDialog(ScreenContext context, Factors factors, Factor factor, Runnable onDone) {
        this.context = context;
        this.factors = factors;
        this.factor = factor;
        this.onDone = onDone;
        setHeaderTitle(context.text("tokenKey.remove.title", factor.label()));
        setWidth("min(420px, 96vw)");
        password.setLabel(context.text("tokenKey.remove.password"));
        password.getElement().setAttribute("autocomplete", "current-password");
        password.setWidthFull();
        password.addKeyPressListener(Key.ENTER, event -> remove());
        Div content = new Div(new Paragraph(context.text("tokenKey.remove.about")), password);
        content.addClassName("stack");
        add(content);
        Button remove = new Button(context.text("tokenKey.remove"), event -> remove());
        remove.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        getFooter().add(new Button(context.text("tokenKey.cancel"), event -> close()), remove);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                password.focus();
            }
        });
    }

    private void remove() {
        try {
            context.stayingSignedIn(() -> {
                factors.remove(
                        context.caller(), factor.id(), password.getValue().toCharArray(), null);
                return factor;
            });
        } catch (NotSignedIn wrong) {
            say(context.text("tokenKey.remove.wrong"));
            return;
        } catch (Fault refused) {
            say(refused.getMessage());
            return;
        }
        close();
        context.inform(context.text("tokenKey.removed", factor.label()));
        onDone.run();
    }

    private void say(String message) {
        password.setErrorMessage(message);
        password.setInvalid(true);
        password.focus();
    }
}
