package org.sencrm.ui.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.sencrm.ui.host.HostContext;

/** The global search in the top bar, with its results below it. */
final class SearchBox extends Div {

    private static final long serialVersionUID = 1L;

    SearchBox(HostContext context) {
        addClassName("global-search");
        getElement().setAttribute("role", "search");
        Finder finder = new Finder(context, context.text("finder.label"), text -> List.of(), () -> {});
        TextField field = finder.field();
        field.setSuffixComponent(key());
        field.getElement().addEventListener("keydown", event -> finder.clear()).setFilter("event.key === 'Escape'");
        field.addBlurListener(event -> finder.list().setVisible(false));
        field.addFocusListener(event -> {
            if (!field.isEmpty()) {
                finder.refresh();
            }
        });
        add(field, finder.list());
    }

    private static Span key() {
        Span key = new Span();
        key.addClassName("hide-s");
        key.getElement().setAttribute("aria-hidden", "true");
        key.getElement().appendChild(new Element("kbd").setText("/"));
        return key;
    }
}
