package org.sencrm.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.sencrm.api.fault.Fault;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;

/** How many records a set has for whoever looks at it, and the way to their list. */
@org.osgi.service.component.annotations.Component
public final class SetPanel implements RecordPanel {

    static final String SETS = "sets";

    @Override
    public String type() {
        return SETS;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Component create(ScreenContext context, RecordData record) {
        Div frame = new Div();
        fill(frame, context, record);
        context.whenChanged(frame, SETS, () -> fill(frame, context, record));
        return frame;
    }

    private static void fill(Div frame, ScreenContext context, RecordData record) {
        frame.removeAll();
        frame.add(new H2(context.text("set.members")));
        String type = record.text("type");
        String filter = "set==" + record.id();
        try {
            long count =
                    context.records().count(context.caller(), Query.of(type).where(filter));
            frame.add(
                    new Paragraph(context.text("set.count", count)),
                    new Button(context.text("set.open"), event -> context.openList(type, filter)));
        } catch (Fault unreadable) {
            frame.add(new Paragraph(unreadable.getMessage()));
        }
    }
}
