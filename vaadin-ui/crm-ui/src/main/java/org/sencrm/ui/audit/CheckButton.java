package org.sencrm.ui.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.sencrm.api.access.Caller;
import org.sencrm.api.audit.AuditCheck;
import org.sencrm.api.audit.AuditTrail;
import org.sencrm.ui.host.HostContext;

/** Walks along the chain when it is pressed, and says what came of it. */
final class CheckButton extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;
    private final transient AuditTrail trail;
    private final Button button;
    private final Div said = new Div();

    CheckButton(HostContext context, AuditTrail trail) {
        this.context = context;
        this.trail = trail;
        addClassName("stack");
        button = new Button(context.text("audit.verify"), event -> verify());
        button.setDisableOnClick(true);
        said.getElement().setAttribute("role", "status");
        add(new Div(button), said);
    }

    private void verify() {
        Caller caller = context.caller();
        context.background(() -> trail.verify(caller, null), this::show, failure -> {
            button.setEnabled(true);
            context.report(failure);
        });
    }

    private void show(AuditCheck check) {
        button.setEnabled(true);
        said.removeAll();
        Span words = new Span(
                check.isWhole()
                        ? context.text("audit.whole", check.entries(), check.changes())
                        : context.text("audit.flaw." + check.flaw().code(), check.entry()));
        words.addClassName("strong");
        Span head = new Span(context.text("audit.head", check.head()));
        head.addClassNames("muted", "small");
        Div result = new Div(words, head);
        result.addClassNames("stack", "banner", check.isWhole() ? "good" : "bad");
        said.add(result);
    }
}
