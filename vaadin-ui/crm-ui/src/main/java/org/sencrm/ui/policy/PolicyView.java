package org.sencrm.ui.policy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;
import org.sencrm.api.access.Caller;
import org.sencrm.api.privacy.Policies;
import org.sencrm.api.privacy.Policies.Due;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Brand;

/**
 * Shows one after the other what the person has to agree to. It stands in for any page until that is done; loading the
 * address again after it leads where the person wanted to go.
 */
public final class PolicyView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final Main card = new Main();

    public PolicyView(HostContext context) {
        this.context = context;
        addClassName("signin");
        card.addClassNames("card", "policy", "stack");
        card.getElement().setAttribute("aria-live", "polite");
        add(card);
        context.markHeldUp();
        show();
    }

    @Override
    public String getPageTitle() {
        return context.text("policy.title");
    }

    private void show() {
        Policies policies = context.services().policies().orElse(null);
        List<Due> due = policies == null ? List.of() : policies.due(context.caller());
        if (due.isEmpty()) {
            UI.getCurrent().getPage().reload();
            return;
        }
        show(policies, due.get(0));
    }

    private void show(Policies policies, Due due) {
        Paragraph about = new Paragraph(context.text("policy.about", due.number(), context.format(due.inForceFrom())));
        about.addClassName("muted");
        Div text = new Div();
        text.setText(due.text());
        text.addClassName("policy-text");
        // what scrolls has to be reached by the keyboard
        text.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("lang", due.language())
                .setAttribute("aria-label", due.name());
        Button accept = new Button(context.text("policy.accept"), event -> accept(policies, due));
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        accept.setDisableOnClick(true);
        Button leave = new Button(context.text("policy.signOut"), event -> context.signOut());
        Div buttons = new Div(accept, leave);
        buttons.addClassNames("row", "tight");
        card.removeAll();
        card.add(Brand.withName(context.text("product.name")), new H1(due.name()), about, text, buttons);
    }

    private void accept(Policies policies, Due due) {
        Caller caller = context.caller();
        context.background(
                () -> {
                    policies.accept(caller, due.version(), due.digest());
                    return due;
                },
                done -> show(),
                failure -> {
                    context.report(failure);
                    show();
                });
    }
}
