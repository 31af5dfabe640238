package org.sencrm.ui.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Supplier;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** A line in place of what a module failed to draw: which module, and that the rest works. */
public final class BrokenNotice extends Div {

    private static final long serialVersionUID = 1L;

    private BrokenNotice(String message) {
        addClassNames("banner", "warn");
        getElement().setAttribute("role", "status");
        add(Icons.icon("warning"), new Span(message));
    }

    /** What a module draws, else the notice that it could not. The message of the guard names the module. */
    public static Component insteadOf(HostContext context, Supplier<? extends Component> drawing) {
        try {
            return drawing.get();
        } catch (RuntimeException | LinkageError failure) {
            return new BrokenNotice(context.explain(failure));
        }
    }
}
