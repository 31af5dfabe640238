package org.sencrm.ui.administration;

import com.vaadin.flow.component.html.Paragraph;
import org.sencrm.ui.host.HostContext;

/** Where the person is signed in. */
final class SessionsSection extends SettingsCard {

    private static final long serialVersionUID = 1L;

    SessionsSection(HostContext context) {
        super(context.text("sessions.title"));
        Paragraph about = new Paragraph(context.text("sessions.about"));
        about.addClassName("muted");
        long own = context.caller().userId();
        add(about, new SessionTable(context, own), SignInList.of(context, own));
    }
}
