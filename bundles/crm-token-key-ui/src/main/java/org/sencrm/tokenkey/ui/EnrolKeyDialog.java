package org.sencrm.tokenkey.ui;

import com.vaadin.flow.component.html.Paragraph;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.signin.Factors;
import org.sencrm.ui.api.ScreenContext;

/** Registers a security key: asks what the person calls it, then the key itself, then shows recovery codes. */
final class EnrolKeyDialog extends LabelledDialog {

    static final String KIND = "webauthn";

    private static final long serialVersionUID = 1L;

    EnrolKeyDialog(ScreenContext context, Factors factors, Runnable onDone) {
        super(context, factors, KIND, "tokenKey.own.setKey", "tokenKey.key.next", onDone);
        content.add(new Paragraph(context.text("tokenKey.key.about")), label, problem);
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
}
