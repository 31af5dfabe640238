package org.sencrm.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import org.sencrm.ui.host.HostContext;

/** The person's own API tokens. */
final class TokensSection extends SettingsCard {

    private static final long serialVersionUID = 1L;

    TokensSection(HostContext context) {
        super(context.text("tokens.title"));
        Paragraph about = new Paragraph(context.text("tokens.about"));
        about.addClassName("muted");
        TokenTable table = new TokenTable(context, context.caller().userId());
        Button create =
                new Button(context.text("tokens.create"), event -> new NewTokenDialog(context, table::load).open());
        add(about, table, create);
    }
}
