package org.sencrm.tokenkey.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.signin.Factors;
import org.sencrm.ui.api.ScreenContext;

/** Registers a security key: asks what the person calls it, then the key itself, then shows recovery codes. */
final class EnrolKeyDialog extends SetUpDialog {

    static final String KIND = "webauthn";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_LABEL = 100;

    private final Div problem = new Div();
    private final TextField label = new TextField();

    EnrolKeyDialog(ScreenContext context, Factors factors, Runnable onDone) {
        super(context, factors, "tokenKey.own.setKey", "tokenKey.key.next", onDone);
        problem.addClassNames("banner", "bad");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        askLabel();
    }

    private void askLabel() {
        label.setLabel(context.text("tokenKey.own.label"));
        label.setHelperText(context.text("tokenKey.key.label.help"));
        label.setValue(context.text("factor.kind." + KIND));
        label.setMaxLength(LONGEST_LABEL);
        label.setAutoselect(true);
        label.setWidthFull();
        label.addKeyPressListener(Key.ENTER, event -> goOn());
        content.add(new Paragraph(context.text("tokenKey.key.about")), label, problem);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                label.focus();
            }
        });
    }

    @Override
    void goOn() {
        Factors.Begun begun;
        try {
            begun = factors.enrol(context.caller(), KIND, label.getValue());
        } catch (Fault refused) {
            refuse(refused.getMessage());
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
                        this::refuse),
                problem);
    }

    @Override
    void refuse(String message) {
        problem.setText(message);
        problem.setVisible(true);
    }
}
