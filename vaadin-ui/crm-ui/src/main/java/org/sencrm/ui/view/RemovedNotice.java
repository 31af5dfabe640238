package org.sencrm.ui.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** Says that what the page showed was removed, that nothing is lost, and that the page comes back by itself. */
public final class RemovedNotice extends Section {

    private static final long serialVersionUID = 1L;

    public RemovedNotice(HostContext context) {
        addClassNames("card", "empty", "removed");
        getElement().setAttribute("role", "status");
        Anchor home = new Anchor("", context.text("removed.home"));
        home.getElement().setAttribute("router-link", true);
        home.addClassName("link");
        add(
                Icons.icon("puzzle"),
                new H1(context.text("removed.title")),
                new Paragraph(context.text("removed.text")),
                home);
    }
}
