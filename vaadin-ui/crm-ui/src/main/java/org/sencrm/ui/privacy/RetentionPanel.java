package org.sencrm.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.privacy.Retention;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.host.HostContext;

/** What a rule would let go, on its page. */
@org.osgi.service.component.annotations.Component
public final class RetentionPanel implements RecordPanel {

    private final Access access;
    private final Retention retention;

    @Activate
    public RetentionPanel(@Reference Access access, @Reference Retention retention) {
        this.access = access;
        this.retention = retention;
    }

    @Override
    public String type() {
        return Retention.RULES;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean offered(ScreenContext context, RecordData record) {
        return access.isAdministrator(context.caller());
    }

    @Override
    public Component create(ScreenContext context, RecordData record) {
        HostContext host = HostContext.current();
        Div frame = new Div(new RetentionPreview(host, retention, record.id()));
        context.whenChanged(frame, Retention.RULES, () -> {
            frame.removeAll();
            frame.add(new RetentionPreview(host, retention, record.id()));
        });
        return frame;
    }
}
