package org.sencrm.ui.people;

import com.vaadin.flow.component.Component;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Right;
import org.sencrm.api.record.Query;
import org.sencrm.ui.api.HomeTile;
import org.sencrm.ui.api.ScreenContext;

/** How many accounts stand at each stage of the journey; not before somebody has put one there. */
@org.osgi.service.component.annotations.Component
public final class JourneyTile implements HomeTile {

    private final Access access;

    @Activate
    public JourneyTile(@Reference Access access) {
        this.access = access;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public boolean offered(ScreenContext context) {
        if (!access.may(context.caller(), Right.READ, AccountTreePanel.ACCOUNTS)
                || access.hiddenFields(context.caller(), AccountTreePanel.ACCOUNTS)
                        .contains(Journey.STAGE)) {
            return false;
        }
        Query any = Query.of(AccountTreePanel.ACCOUNTS)
                .where(Journey.STAGE + "=isnull=false")
                .reading("id")
                .limitedTo(1);
        return !context.records().list(context.caller(), any).items().isEmpty();
    }

    @Override
    public Component create(ScreenContext context) {
        return new JourneyCounts(context);
    }
}
