package org.sencrm.ui.signin;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.sencrm.api.access.PasswordLinks;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.ui.host.HostContext;

/** Asks for a link by mail to a new password. What it answers does not tell whether there is such a user. */
final class ForgottenDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final TextField user = new TextField();
    private final Button send;

    /** @param typed as a user name on the page below */
    ForgottenDialog(HostContext context, String typed) {
        this.context = context;
        setHeaderTitle(context.text("signin.forgotten.title"));
        setWidth("min(420px, 96vw)");
        user.setLabel(context.text("signin.forgotten.user"));
        user.setValue(typed);
        user.setWidthFull();
        user.getElement().setAttribute("autocapitalize", "none");
        user.addKeyPressListener(Key.ENTER, event -> send());
        Div form = new Div(new Paragraph(context.text("signin.forgotten.about")), user);
        form.addClassName("stack");
        add(form);
        send = new Button(context.text("signin.forgotten.send"), event -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(context.text("action.close"), event -> close()), send);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                user.focus();
            }
        });
    }

    private void send() {
        if (user.isEmpty()) {
            refuse(context.text("signin.forgotten.missing"));
            return;
        }
        PasswordLinks links = context.services().passwordLinks().orElse(null);
        if (links == null) {
            refuse(context.text("signin.forgotten.away"));
            return;
        }
        try {
            links.forgot(user.getValue(), context.address(), context.locale());
        } catch (TooManyTries often) {
            refuse(context.text("signin.locked", often.retryAfterMinutes()));
            return;
        } catch (Fault refused) {
            refuse(context.explain(refused));
            return;
        }
        tellSent();
    }

    private void tellSent() {
        Div sent = new Div();
        sent.setText(context.text("signin.forgotten.sent"));
        sent.addClassNames("banner", "good");
        sent.getElement().setAttribute("role", "status");
        removeAll();
        add(sent);
        send.setVisible(false);
    }

    private void refuse(String message) {
        user.setErrorMessage(message);
        user.setInvalid(true);
        user.focus();
    }
}
