package org.sencrm.ui.transfer;

import com.vaadin.flow.component.html.Div;
import org.sencrm.api.fault.Fault;
import org.sencrm.ui.host.HostContext;

/** Says in place why something was not taken; not seen while there is nothing to say. */
final class Refusal extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;

    Refusal(HostContext context) {
        this.context = context;
        addClassNames("banner", "bad");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void say(String message) {
        setText(message);
        setVisible(true);
    }

    /** A fault is told here; what nobody expected is reported as everywhere. */
    void say(Throwable failure) {
        if (failure instanceof Fault) {
            say(context.explain(failure));
        } else {
            context.report(failure);
        }
    }

    void clear() {
        setVisible(false);
    }
}
