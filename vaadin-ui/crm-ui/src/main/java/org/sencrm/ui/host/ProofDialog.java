package org.sencrm.ui.host;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyNotifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.NotSignedIn;
import org.sencrm.api.fault.TooManyTries;
import org.sencrm.api.signin.Proofs;

/**
 * Asks once more who sits here, before something dangerous is done: for the password, or for a code of a second factor that
 * the person has. What was refused is done again after a right answer.
 */
final class ProofDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** Kinds that a browser answers and nobody types; the password does for whoever has no other. */
    private static final Set<String> UNTYPED = Set.of("webauthn", "x509");

    private final transient HostContext context;
    private final transient Proofs proofs;
    private final transient Runnable again;
    private final transient List<String> kinds;
    private final PasswordField password = new PasswordField();
    private final TextField code = new TextField();
    private final Div others = new Div();
    private String kind;
    private boolean proved;

    /**
     * @param again runs after the proof
     * @param onCancelled runs where the person closes the dialog without one
     */
    ProofDialog(HostContext context, Proofs proofs, Runnable again, Runnable onCancelled) {
        this.context = context;
        this.proofs = proofs;
        this.again = again;
        kinds = proofs.kinds(context.caller()).stream()
                .filter(known -> !UNTYPED.contains(known))
                .toList();
        setHeaderTitle(context.text("proof.title"));
        setWidth("min(420px, 96vw)");
        prepare(password, "current-password");
        prepare(code, "one-time-code");
        code.getElement().setAttribute("autocapitalize", "none");
        others.addClassName("stack");
        Div form = new Div(new Paragraph(context.text("proof.about")), password, code, others);
        form.addClassName("stack");
        add(form);
        Button confirm = new Button(context.text("proof.confirm"), event -> confirm());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(context.text("work.cancel"), event -> close()), confirm);
        use(kinds.get(0));
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                input().focus();
            } else if (!proved) {
                onCancelled.run();
            }
        });
    }

    private <T extends Component & KeyNotifier> void prepare(T field, String known) {
        field.getElement().setAttribute("autocomplete", known).getStyle().set("width", "100%");
        field.addKeyPressListener(Key.ENTER, event -> confirm());
    }

    private void use(String chosen) {
        kind = chosen;
        boolean typed = !isPassword();
        password.setVisible(!typed);
        code.setVisible(typed);
        password.setLabel(name(Proofs.PASSWORD));
        code.setLabel(name(chosen));
        others.removeAll();
        kinds.stream().filter(other -> !other.equals(kind)).forEach(other -> {
            Button instead = new Button(context.text("signin.code.instead", name(other)), event -> {
                use(other);
                input().focus();
            });
            instead.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            others.add(instead);
        });
    }

    private boolean isPassword() {
        return kind.equals(Proofs.PASSWORD);
    }

    private Focusable<?> input() {
        return isPassword() ? password : code;
    }

    private String name(String factor) {
        return context.text(factor.equals(Proofs.PASSWORD) ? "signin.password" : "factor.kind." + factor);
    }

    private void confirm() {
        String answer = isPassword() ? password.getValue() : code.getValue();
        if (answer.isEmpty()) {
            input().focus();
            return;
        }
        try {
            proofs.prove(context.caller(), kind, answer.toCharArray());
        } catch (TooManyTries locked) {
            refuse(context.text("signin.locked", Math.max(1, (locked.retryAfterSeconds() + 59) / 60)));
            return;
        } catch (NotSignedIn wrong) {
            refuse(context.text(isPassword() ? "proof.wrongPassword" : "proof.wrongCode"));
            return;
        } catch (Fault refused) {
            refuse(context.explain(refused));
            return;
        }
        proved = true;
        close();
        again.run();
    }

    private void refuse(String message) {
        password.clear();
        code.clear();
        password.setErrorMessage(message);
        password.setInvalid(true);
        code.setErrorMessage(message);
        code.setInvalid(true);
        input().focus();
    }
}
