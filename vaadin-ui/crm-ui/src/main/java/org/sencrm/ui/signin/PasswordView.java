package org.sencrm.ui.signin;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.HasDynamicTitle;
import org.sencrm.api.access.PasswordLinks;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.fault.InvalidRequest;
import org.sencrm.ui.host.Addresses;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Brand;

/**
 * Where a link from a mail leads: asks for a new password. The token stands behind the sign {@code #} of the address, so it
 * gets into no log and no {@code Referer}.
 */
public final class PasswordView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String THROUGH = "ui";
    private static final String TOKEN = "return location.hash.substring(1)";

    private final transient HostContext context;
    private final Main card;
    private final Div content = new Div();
    private final PasswordField next;
    private final PasswordField again;
    private String token = "";

    public PasswordView(HostContext context) {
        this.context = context;
        next = field("account.password.next");
        again = field("account.password.repeat");
        addClassName("signin");
        content.addClassName("stack");
        card = new Main(Brand.withName(context.text("product.name")), new H1(getPageTitle()), content);
        card.addClassName("card");
        add(card);
    }

    @Override
    public String getPageTitle() {
        return context.text("signin.link.title");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (token.isEmpty()) {
            event.getUI().getPage().executeJs(TOKEN).then(String.class, this::open);
        }
    }

    private void open(String found) {
        token = found;
        boolean open = context.services()
                .passwordLinks()
                .filter(links -> links.isOpen(token))
                .isPresent();
        if (open) {
            ask();
        } else {
            tellDead();
        }
    }

    private void ask() {
        next.setHelperText(context.text("account.password.rules"));
        Button save = new Button(context.text("signin.link.save"), event -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        // a real form, so that password managers offer to keep what is typed; the browser itself never sends it
        Element form = new Element("form");
        form.executeJs("this.addEventListener('submit', event => event.preventDefault())");
        form.appendChild(next.getElement(), again.getElement(), save.getElement());
        content.removeAll();
        content.getElement().appendChild(form);
        next.focus();
    }

    private PasswordField field(String label) {
        PasswordField field = PasswordInput.of(context, label, "new-password");
        field.addKeyPressListener(Key.ENTER, event -> save());
        field.addValueChangeListener(event -> field.setInvalid(false));
        return field;
    }

    private void save() {
        if (next.isEmpty()) {
            refuse(next, context.text("account.password.needed"));
        } else if (!next.getValue().equals(again.getValue())) {
            refuse(again, context.text("account.password.differ"));
        } else {
            set();
        }
    }

    private void set() {
        PasswordLinks links = context.services().passwordLinks().orElse(null);
        if (links == null) {
            refuse(next, context.text("signin.forgotten.away"));
            return;
        }
        try {
            links.setPassword(token, next.getValue().toCharArray(), context.locale(), THROUGH);
            tell("good", "signin.link.done");
        } catch (InvalidRequest dead) {
            tellDead();
        } catch (Fault refused) {
            refuse(next, context.explain(refused));
        }
    }

    private void tellDead() {
        tell("bad", "signin.link.dead");
    }

    /** In place of the form, with the way to the sign-in page. */
    private void tell(String kind, String message) {
        Paragraph said = new Paragraph(context.text(message));
        said.addClassNames("banner", kind);
        said.getElement().setAttribute("role", "alert");
        content.removeAll();
        content.add(said, new Anchor(Addresses.SIGN_IN, context.text("signin.link.signIn")));
    }

    private static void refuse(PasswordField field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
        field.focus();
    }
}
