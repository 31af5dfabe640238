package org.sencrm.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.privacy.PersonalData;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.host.HostContext;

/** Answers a request about personal data, on its page. */
@org.osgi.service.component.annotations.Component
public final class RequestPanel implements RecordPanel {

    private final Access access;
    private final PersonalData data;

    @Activate
    public RequestPanel(@Reference Access access, @Reference PersonalData data) {
        this.access = access;
        this.data = data;
    }

    @Override
    public String type() {
        return PersonalData.REQUESTS;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean offered(ScreenContext context, RecordData record) {
        return "open".equals(record.text("state"))
                && access.allows(context.caller(), PersonalData.PERMISSION)
                && access.mayUpdate(context.caller(), record.type(), record.id());
    }

    @Override
    public Component create(ScreenContext context, RecordData record) {
        return new Div(new Answer(HostContext.current(), data, record));
    }
}
