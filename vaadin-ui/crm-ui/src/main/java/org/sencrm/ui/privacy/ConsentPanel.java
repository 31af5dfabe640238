package org.sencrm.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Right;
import org.sencrm.api.privacy.Consents;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordType;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.host.HostContext;

/** What a person allows, on the page of every record that is a person. */
@org.osgi.service.component.annotations.Component
public final class ConsentPanel implements RecordPanel {

    private final Access access;
    private final Consents consents;

    @Activate
    public ConsentPanel(@Reference Access access, @Reference Consents consents) {
        this.access = access;
        this.consents = consents;
    }

    @Override
    public String type() {
        return ANY;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public boolean offered(ScreenContext context, RecordData record) {
        return context.types().find(record.type()).filter(RecordType::isPerson).isPresent()
                && access.may(context.caller(), Right.READ, Consents.TYPE);
    }

    @Override
    public Component create(ScreenContext context, RecordData record) {
        HostContext host = HostContext.current();
        Div frame = new Div(new ConsentList(host, consents, record));
        context.whenChanged(frame, Consents.TYPE, () -> {
            frame.removeAll();
            frame.add(new ConsentList(host, consents, record));
        });
        return frame;
    }
}
