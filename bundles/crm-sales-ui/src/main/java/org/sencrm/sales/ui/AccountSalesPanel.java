package org.sencrm.sales.ui;

import com.vaadin.flow.component.Component;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.record.RecordData;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;

/** What is being sold to an account and what was sold, on the account's page. */
@org.osgi.service.component.annotations.Component
public class AccountSalesPanel implements RecordPanel {

    private final Access access;

    @Activate
    public AccountSalesPanel(@Reference Access access) {
        this.access = access;
    }

    @Override
    public String type() {
        return "accounts";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean offered(ScreenContext context, RecordData record) {
        return Opportunities.readable(access, context)
                && !access.hiddenFields(context.caller(), Opportunities.TYPE).contains("account");
    }

    @Override
    public Component create(ScreenContext context, RecordData record) {
        return new AccountSales(context, record.id());
    }
}
