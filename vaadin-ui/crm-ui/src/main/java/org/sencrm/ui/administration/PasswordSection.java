package org.sencrm.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import org.sencrm.ui.host.HostContext;
import org.sencrm.ui.signin.PasswordDialog;

/** The person's own password. */
final class PasswordSection extends SettingsCard {

    private static final long serialVersionUID = 1L;

    PasswordSection(HostContext context) {
        super(context.text("account.password.section"));
        Paragraph about = new Paragraph(context.text("account.password.about"));
        about.addClassName("muted");
        add(about, new Button(context.text("account.password"), event -> new PasswordDialog(context).open()));
    }
}
