package org.sencrm.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.host.HostContext;

/** Access of a user, on the user's page: administrators set a new password here, and hand over what is theirs. */
@Component(service = RecordPanel.class)
public class UserPanel extends AccountPanel {

    @Activate
    public UserPanel(@Reference Access access) {
        super(access, 10);
    }

    @Override
    public com.vaadin.flow.component.Component create(ScreenContext context, RecordData record) {
        Paragraph hint = new Paragraph(context.text("access.password.hint"));
        hint.addClassName("muted");
        Button set = new Button(
                context.text("access.password.set"),
                event -> new UserPasswordDialog(HostContext.current(), record).open());
        Paragraph leaving = new Paragraph(context.text("handOver.hint"));
        leaving.addClassName("muted");
        Button handOver = new Button(
                context.text("handOver.open"), event -> new HandOverDialog(HostContext.current(), record).open());
        Div panel = new Div(
                new H2(context.text("access.password.title")),
                hint,
                set,
                new H2(context.text("handOver.title")),
                leaving,
                handOver);
        panel.addClassName("stack");
        return panel;
    }
}
