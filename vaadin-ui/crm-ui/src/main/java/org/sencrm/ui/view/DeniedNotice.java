package org.sencrm.ui.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.look.Icons;

/** Says that this person may not see the page, and nothing of what is on it. */
final class DeniedNotice extends Section {

    private static final long serialVersionUID = 1L;

    DeniedNotice(HostContext context) {
        addClassNames("card", "empty", "removed");
        getElement().setAttribute("role", "status");
        Anchor home = new Anchor("", context.text("removed.home"));
        home.getElement().setAttribute("router-link", true);
        home.addClassName("link");
        add(Icons.icon("info"), new H1(context.text("denied.title")), new Paragraph(context.text("denied.text")), home);
    }
}
