package org.sencrm.ui.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.host.HostContext;

/** The API tokens of a user, on the user's page; for administrators. */
@Component(service = RecordPanel.class)
public class TokensPanel extends AccountPanel {

    @Activate
    public TokensPanel(@Reference Access access) {
        super(access, 21);
    }

    @Override
    public com.vaadin.flow.component.Component create(ScreenContext context, RecordData record) {
        Div panel = new Div(new H2(context.text("tokens.title")), new TokenCards(HostContext.current(), record.id()));
        panel.addClassName("stack");
        return panel;
    }
}
