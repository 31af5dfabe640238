package org.sencrm.ui.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.sencrm.api.access.Caller;
import org.sencrm.api.audit.AuditCheck;
import org.sencrm.api.audit.AuditTrail;
import org.sencrm.ui.host.HostContext;

/** Walks along the chain when it is pressed. */
final class CheckButton extends Button {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient AuditTrail trail;
    private final Div said;

    /** @param said where it says what came of it */
    CheckButton(HostContext context, AuditTrail trail, Div said) {
        super(context.text("audit.verify"));
        this.context = context;
        this.trail = trail;
        this.said = said;
        said.getElement().setAttribute("role", "status");
        setDisableOnClick(true);
        addClickListener(event -> verify());
    }

    private void verify() {
        Caller caller = context.caller();
        context.background(() -> trail.verify(caller, null), this::show, failure -> {
            setEnabled(true);
            context.report(failure);
        });
    }

    private void show(AuditCheck check) {
        setEnabled(true);
        said.removeAll();
        Div words = new Div();
        words.addClassName("strong");
        words.setText(
                check.isWhole()
                        ? context.text("audit.whole", check.entries(), check.changes())
                        : context.text("audit.flaw." + check.flaw().code(), check.entry()));
        Div head = new Div();
        head.addClassName("small");
        head.getStyle().set("overflow-wrap", "anywhere");
        head.setText(context.text("audit.head", check.head()));
        Div result = new Div(new Div(words, head));
        result.addClassNames("banner", check.isWhole() ? "good" : "bad");
        said.add(result);
    }
}
