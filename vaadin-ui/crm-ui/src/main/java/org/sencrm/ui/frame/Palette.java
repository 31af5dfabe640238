package org.sencrm.ui.frame;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Function;
import org.sencrm.ui.host.HostContext;

/** The command palette: everything one can do or find, by typing. */
final class Palette extends Dialog {

    private static final long serialVersionUID = 1L;

    /** @param offer what to offer besides records for what was typed */
    Palette(HostContext context, Function<String, List<Hit>> offer) {
        Finder finder = new Finder(context, context.text("palette.label"), offer, this::close);
        Div content = new Div(finder.field(), finder.list());
        content.addClassName("palette");
        getElement().setAttribute("aria-label", context.text("palette.title"));
        add(content);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                finder.field().focus();
                finder.refresh();
            } else {
                getElement().removeFromParent();
            }
        });
    }
}
