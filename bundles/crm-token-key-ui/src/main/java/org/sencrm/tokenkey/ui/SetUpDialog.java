package org.sencrm.tokenkey.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.signin.Factors;
import org.sencrm.ui.api.ScreenContext;

/** Sets up a factor: asks for what proves that the person has it, then shows recovery codes where these are the first ones. */
abstract class SetUpDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    final transient ScreenContext context;
    final transient Factors factors;
    final Div content = new Div();
    final Button next;
    private final transient Runnable onDone;
    private final Button close;

    /**
     * @param title key of its title
     * @param next key of what the button says that goes on
     * @param onDone run when the factor is set up
     */
    SetUpDialog(ScreenContext context, Factors factors, String title, String next, Runnable onDone) {
        this.context = context;
        this.factors = factors;
        this.onDone = onDone;
        setHeaderTitle(context.text(title));
        setWidth("min(480px, 96vw)");
        setCloseOnOutsideClick(false);
        content.addClassName("stack");
        add(content);
        this.next = new Button(context.text(next), event -> goOn());
        this.next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        close = new Button(context.text("tokenKey.cancel"), event -> close());
        getFooter().add(close, this.next);
    }

    /** The person wants to go on. */
    abstract void goOn();

    /** Says why the answer was refused. */
    abstract void refuse(String message);

    final void confirm(long id, String answer) {
        try {
            List<String> codes = context.stayingSignedIn(() -> factors.confirm(context.caller(), id, answer));
            onDone.run();
            showCodes(codes);
        } catch (Fault refused) {
            refuse(refused.getMessage());
        }
    }

    private void showCodes(List<String> codes) {
        content.removeAll();
        next.setVisible(false);
        close.setText(context.text("tokenKey.done"));
        if (codes.isEmpty()) {
            close();
            return;
        }
        content.add(new RecoverySheet(context, codes));
        close.focus();
    }
}
