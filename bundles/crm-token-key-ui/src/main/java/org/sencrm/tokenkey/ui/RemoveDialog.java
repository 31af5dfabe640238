package org.sencrm.tokenkey.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.signin.Factor;
import org.sencrm.api.signin.Factors;
import org.sencrm.api.signin.ProofRequired;
import org.sencrm.ui.api.ScreenContext;

/** Takes a second factor away, for whoever proved lately who they are: a foreign hand at an open screen must not. */
final class RemoveDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient ScreenContext context;
    private final transient Factors factors;
    private final transient Factor factor;
    private final transient Runnable onDone;
    private final Div problem = new Div();

    RemoveDialog(ScreenContext context, Factors factors, Factor factor, Runnable onDone) {
        this.context = context;
        this.factors = factors;
        this.factor = factor;
        this.onDone = onDone;
        setHeaderTitle(context.text("tokenKey.remove.title", factor.label()));
        setWidth("min(420px, 96vw)");
        problem.addClassNames("banner", "bad");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        Div content = new Div(new Paragraph(context.text("tokenKey.remove.about")), problem);
        content.addClassName("stack");
        add(content);
        Button remove = new Button(context.text("tokenKey.remove"), event -> context.withProof(this::remove));
        remove.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        Button cancel = new Button(context.text("tokenKey.cancel"), event -> close());
        getFooter().add(cancel, remove);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                cancel.focus();
            }
        });
    }

    private void remove() {
        try {
            context.stayingSignedIn(() -> {
                factors.remove(context.caller(), factor.id(), null, null);
                return factor;
            });
        } catch (ProofRequired due) {
            throw due;
        } catch (Fault refused) {
            problem.setText(refused.getMessage());
            problem.setVisible(true);
            return;
        }
        close();
        context.inform(context.text("tokenKey.removed", factor.label()));
        onDone.run();
    }
}
