package org.sencrm.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.NotFound;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;

/** How far a customer has come, and since when. */
public abstract class JourneyPanel implements RecordPanel {

    private final Access access;
    private final String type;

    JourneyPanel(Access access, String type) {
        this.access = access;
        this.type = type;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public boolean offered(ScreenContext context, RecordData record) {
        return record.values().containsKey(Journey.STAGE);
    }

    @Override
    public Component create(ScreenContext context, RecordData record) {
        Div frame = new Div();
        show(frame, context, record);
        context.whenChanged(frame, type, () -> {
            try {
                show(frame, context, context.records().get(context.caller(), type, record.id()));
            } catch (NotFound gone) {
                frame.removeAll();
            }
        });
        return frame;
    }

    private void show(Div frame, ScreenContext context, RecordData record) {
        frame.removeAll();
        frame.add(new JourneySteps(context, record, access.may(context.caller(), Right.UPDATE, type)));
    }

    /** On the page of an account. */
    @org.osgi.service.component.annotations.Component(service = RecordPanel.class)
    public static final class OfAccounts extends JourneyPanel {

        @Activate
        public OfAccounts(@Reference Access access) {
            super(access, "accounts");
        }
    }

    /** On the page of a contact. */
    @org.osgi.service.component.annotations.Component(service = RecordPanel.class)
    public static final class OfContacts extends JourneyPanel {

        @Activate
        public OfContacts(@Reference Access access) {
            super(access, "contacts");
        }
    }
}
