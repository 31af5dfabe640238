package org.sencrm.ui.upload;

import com.vaadin.flow.component.html.Div;
import org.sencrm.api.fault.Fault;
import org.sencrm.ui.host.HostContext;

/** Says in place why something was not taken; not seen while there is nothing to say. */
public final class Refusal extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HostContext context;

    public Refusal(HostContext context) {
        this.context = context;
        addClassNames("banner", "bad");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    public void say(String message) {
        setText(message);
        setVisible(true);
    }

    /** A fault is told here; what nobody expected is reported as everywhere. */
    public void say(Throwable failure) {
        if (failure instanceof Fault) {
            say(context.explain(failure));
        } else {
            context.report(failure);
        }
    }

    public void clear() {
        setVisible(false);
    }
}
