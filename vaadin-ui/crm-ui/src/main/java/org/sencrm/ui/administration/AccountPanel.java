package org.sencrm.ui.administration;

import org.sencrm.api.access.Access;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;

/** A part of a user's page that administrators alone see. */
abstract class AccountPanel implements RecordPanel {

    private final Access access;
    private final int order;

    AccountPanel(Access access, int order) {
        this.access = access;
        this.order = order;
    }

    @Override
    public final String type() {
        return "users";
    }

    @Override
    public final int order() {
        return order;
    }

    @Override
    public final boolean offered(ScreenContext context, RecordData record) {
        return access.isAdministrator(context.caller());
    }
}
