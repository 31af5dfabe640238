package org.sencrm.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.SignIn;
import org.sencrm.ui.host.HostContext;

/** Makes an API token and shows its secret, which is never to be seen again. */
final class NewTokenDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int NEVER = 0;

    private final transient HostContext context;
    private final transient Runnable onCreated;
    private final TextField label = new TextField();
    private final Select<Integer> days = new Select<>();
    private final ScopeInput scopes;
    private final Div content = new Div();
    private final Button create;

    NewTokenDialog(HostContext context, Runnable onCreated) {
        this.context = context;
        this.onCreated = onCreated;
        setHeaderTitle(context.text("tokens.create"));
        setWidth("min(480px, 96vw)");
        label.setLabel(context.text("tokens.label"));
        label.setHelperText(context.text("tokens.label.help"));
        label.setMaxLength(100);
        label.setWidthFull();
        days.setLabel(context.text("tokens.expires"));
        days.setItems(30, 90, 365, NEVER);
        days.setValue(90);
        days.setItemLabelGenerator(number ->
                number == null || number == NEVER ? context.text("tokens.never") : context.text("tokens.days", number));
        scopes = new ScopeInput(context);
        content.addClassName("stack");
        content.add(label, days, scopes);
        add(content);
        create = new Button(context.text("tokens.create"), event -> create());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(context.text("action.close"), event -> close()), create);
    }

    private void create() {
        if (label.isEmpty()) {
            label.setInvalid(true);
            label.setErrorMessage(context.text("tokens.label.missing"));
            label.focus();
            return;
        }
        if (!scopes.isComplete()) {
            return;
        }
        Caller caller = context.caller();
        SignIn signIn = context.services().signIn();
        String name = label.getValue().strip();
        Integer lifetime = days.getValue() == NEVER ? null : days.getValue();
        List<String> limits = scopes.scopes();
        create.setEnabled(false);
        context.background(() -> signIn.issueToken(caller, name, lifetime, limits), this::show, failure -> {
            create.setEnabled(true);
            context.report(failure);
        });
    }

    private void show(SignIn.IssuedToken issued) {
        Div once = new Div();
        once.setText(context.text("tokens.once"));
        once.addClassNames("banner", "warn");
        once.getElement().setAttribute("role", "status");
        TextField secret = new TextField(context.text("tokens.secret"));
        secret.setValue(issued.secret());
        secret.setReadOnly(true);
        secret.setAutoselect(true);
        secret.setWidthFull();
        Button copy = new Button(
                context.text("tokens.copy"),
                event -> getElement()
                        .executeJs("return navigator.clipboard.writeText($0)", issued.secret())
                        .then(copied -> context.inform(context.text("tokens.copied"))));
        content.removeAll();
        content.add(once, secret, copy);
        create.setVisible(false);
        setCloseOnOutsideClick(false);
        onCreated.run();
    }
}
