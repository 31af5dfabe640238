package org.sencrm.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Right;
import org.sencrm.api.privacy.Policies;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.host.HostContext;

/** Who has not yet agreed, on the page of a policy. */
@org.osgi.service.component.annotations.Component
public final class PolicyPanel implements RecordPanel {

    private final Access access;
    private final Policies policies;

    @Activate
    public PolicyPanel(@Reference Access access, @Reference Policies policies) {
        this.access = access;
        this.policies = policies;
    }

    @Override
    public String type() {
        return Policies.TYPE;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean offered(ScreenContext context, RecordData record) {
        return access.may(context.caller(), Right.READ, Policies.ACCEPTANCES);
    }

    @Override
    public Component create(ScreenContext context, RecordData record) {
        HostContext host = HostContext.current();
        Div frame = new Div(new MissingList(host, policies, record));
        Runnable again = () -> {
            frame.removeAll();
            frame.add(new MissingList(host, policies, record));
        };
        context.whenChanged(frame, Policies.ACCEPTANCES, again);
        context.whenChanged(frame, Policies.VERSIONS, again);
        return frame;
    }
}
