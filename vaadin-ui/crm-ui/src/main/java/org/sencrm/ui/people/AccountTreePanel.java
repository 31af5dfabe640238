package org.sencrm.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Rsql;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;

/** The tree in which an account stands, on its page; none where it stands alone. */
@org.osgi.service.component.annotations.Component
public final class AccountTreePanel implements RecordPanel {

    static final String ACCOUNTS = "accounts";
    static final String PARENT = "parent";

    @Override
    public String type() {
        return ACCOUNTS;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean offered(ScreenContext context, RecordData record) {
        if (!record.values().containsKey(PARENT)) {
            return false;
        }
        Query children = Query.of(ACCOUNTS)
                .where(Rsql.equal(PARENT, record.id()))
                .reading("id")
                .limitedTo(1);
        return record.reference(PARENT) != null
                || !context.records().list(context.caller(), children).items().isEmpty();
    }

    @Override
    public Component create(ScreenContext context, RecordData record) {
        Div frame = new Div(new AccountTree(context, record));
        context.whenChanged(frame, ACCOUNTS, () -> {
            frame.removeAll();
            frame.add(new AccountTree(context, record));
        });
        return frame;
    }
}
