package org.sencrm.tokenkey.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.sencrm.api.signin.Factors;
import org.sencrm.ui.api.ScreenContext;

/** Sets up codes of an app: shows its secret once, as a picture and as text, asks for the first code, then shows recovery codes. */
final class EnrolDialog extends SetUpDialog {

    private static final long serialVersionUID = 1L;

    static final String KIND = "totp";

    private final transient Factors.Begun begun;
    private final TextField code = new TextField();

    EnrolDialog(ScreenContext context, Factors factors, Runnable onDone) {
        super(context, factors, "tokenKey.own.set", "tokenKey.confirm", onDone);
        begun = factors.enrol(context.caller(), KIND, null);
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
        code.addKeyPressListener(Key.ENTER, event -> goOn());
        content.add(new Paragraph(context.text("tokenKey.scan")), picture(), secret, code);
    }

    private Html picture() {
        Html picture =
                new Html("<div>" + QrImage.svg(String.valueOf(begun.told().get("uri"))) + "</div>");
        picture.getElement().setAttribute("role", "img").setAttribute("aria-label", context.text("tokenKey.picture"));
        return picture;
    }

    @Override
    void goOn() {
        confirm(begun.factor().id(), code.getValue());
    }

    @Override
    void refuse(String message) {
        code.setErrorMessage(message);
        code.setInvalid(true);
        code.focus();
    }
}
