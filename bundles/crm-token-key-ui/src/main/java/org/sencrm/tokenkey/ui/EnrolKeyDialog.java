package org.sencrm.tokenkey.ui;

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

/** Registers a security key: asks what the person calls it, then the key itself, then shows recovery codes. */
final class EnrolKeyDialog extends Dialog {

    static final String KIND = "webauthn";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_LABEL = 100;

    private final transient ScreenContext context;
    private final transient Factors factors;
    private final transient Runnable onDone;
    private final Div content = new Div();
    private final Div problem = new Div();
    private final TextField label = new TextField();
    private final Button next;
    private final Button close;

    EnrolKeyDialog(ScreenContext context, Factors factors, Runnable onDone) {
        this.context = context;
        this.factors = factors;
        this.onDone = onDone;
        setHeaderTitle(context.text("tokenKey.own.setKey"));
        setWidth("min(480px, 96vw)");
        setCloseOnOutsideClick(false);
        content.addClassName("stack");
        problem.addClassNames("banner", "bad");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        add(content);
        next = new Button(context.text("tokenKey.key.next"), event -> askKey());
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        close = new Button(context.text("tokenKey.cancel"), event -> close());
        getFooter().add(close, next);
        askLabel();
    }

    private void askLabel() {
        label.setLabel(context.text("tokenKey.own.label"));
        label.setHelperText(context.text("tokenKey.key.label.help"));
        label.setValue(context.text("factor.kind." + KIND));
        label.setMaxLength(LONGEST_LABEL);
        label.setAutoselect(true);
        label.setWidthFull();
        label.addKeyPressListener(Key.ENTER, event -> askKey());
        content.add(new Paragraph(context.text("tokenKey.key.about")), label, problem);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                label.focus();
            }
        });
    }

    private void askKey() {
        Factors.Begun begun;
        try {
            begun = factors.enrol(context.caller(), KIND, label.getValue());
        } catch (Fault refused) {
            say(refused.getMessage());
            return;
        }
        next.setVisible(false);
        problem.setVisible(false);
        content.removeAll();
        content.add(
                new Paragraph(context.text("tokenKey.key.touch")),
                new KeyButton(
                        context::text,
                        "tokenKey.key.register",
                        begun.told(),
                        answer -> confirm(begun.factor().id(), answer),
                        this::say),
                problem);
    }

    private void confirm(long id, String answer) {
        try {
            List<String> codes = context.stayingSignedIn(() -> factors.confirm(context.caller(), id, answer));
            onDone.run();
            showCodes(codes);
        } catch (Fault refused) {
            say(refused.getMessage());
        }
    }

    private void showCodes(List<String> codes) {
        content.removeAll();
        close.setText(context.text("tokenKey.done"));
        if (codes.isEmpty()) {
            close();
            return;
        }
        content.add(new RecoverySheet(context, codes));
        close.focus();
    }

    private void say(String message) {
        problem.setText(message);
        problem.setVisible(true);
    }
}
