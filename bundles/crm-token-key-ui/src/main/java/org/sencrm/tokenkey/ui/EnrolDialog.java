package org.sencrm.tokenkey.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.signin.Factors;
import org.sencrm.ui.api.ScreenContext;

/** Sets up codes of an app: shows its secret once, as a picture and as text, asks for the first code, then shows recovery codes. */
final class EnrolDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    static final String KIND = "totp";

    private final transient ScreenContext context;
    private final transient Factors factors;
    private final transient Runnable onDone;
    private final transient Factors.Begun begun;
    private final Div content = new Div();
    private final TextField code = new TextField();
    private final Button confirm;
    private final Button close;

    EnrolDialog(ScreenContext context, Factors factors, Runnable onDone) {
        this.context = context;
        this.factors = factors;
        this.onDone = onDone;
        begun = factors.enrol(context.caller(), KIND, null);
        setHeaderTitle(context.text("tokenKey.own.set"));
        setWidth("min(480px, 96vw)");
        setCloseOnOutsideClick(false);
        content.addClassName("stack");
        add(content);
        confirm = new Button(context.text("tokenKey.confirm"), event -> confirm());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        close = new Button(context.text("tokenKey.cancel"), event -> close());
        getFooter().add(close, confirm);
        showSecret();
    }

    private void showSecret() {
        TextField secret = new TextField(context.text("tokenKey.secret"));
        secret.setValue(String.valueOf(begun.told().get("secret")));
        secret.setReadOnly(true);
        secret.setAutoselect(true);
        secret.setWidthFull();
        code.setLabel(context.text("tokenKey.code"));
        code.setHelperText(context.text("tokenKey.code.help"));
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.setWidthFull();
        code.addKeyPressListener(Key.ENTER, event -> confirm());
        content.add(new Paragraph(context.text("tokenKey.scan")), picture(), secret, code);
    }

    private Html picture() {
        Html picture =
                new Html("<div>" + QrImage.svg(String.valueOf(begun.told().get("uri"))) + "</div>");
        picture.getElement().setAttribute("role", "img").setAttribute("aria-label", context.text("tokenKey.picture"));
        return picture;
    }

    private void confirm() {
        try {
            List<String> codes = context.stayingSignedIn(
                    () -> factors.confirm(context.caller(), begun.factor().id(), code.getValue()));
            onDone.run();
            showCodes(codes);
        } catch (Fault refused) {
            code.setErrorMessage(refused.getMessage());
            code.setInvalid(true);
            code.focus();
        }
    }

    private void showCodes(List<String> codes) {
        content.removeAll();
        confirm.setVisible(false);
        close.setText(context.text("tokenKey.done"));
        if (codes.isEmpty()) {
            close();
            return;
        }
        content.add(new RecoverySheet(context, codes));
        close.focus();
    }
}
