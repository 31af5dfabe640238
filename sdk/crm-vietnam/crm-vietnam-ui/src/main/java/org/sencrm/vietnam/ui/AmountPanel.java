package org.sencrm.vietnam.ui;

import com.vaadin.flow.component.Component;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.setting.Settings;
import org.sencrm.ui.api.RecordPanel;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.vietnam.money.AmountWords;

/** The amount of an opportunity in words, as the contract will have it, and a field to enter it as people say it. */
@org.osgi.service.component.annotations.Component
public final class AmountPanel implements RecordPanel {

    static final String TYPE = "opportunities";
    static final String AMOUNT = "amount";
    static final String CURRENCY = "VND";

    private final Access access;
    private final Settings settings;

    @Activate
    public AmountPanel(@Reference Access access, @Reference Settings settings) {
        this.access = access;
        this.settings = settings;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean offered(ScreenContext context, RecordData record) {
        if (!record.values().containsKey(AMOUNT)) {
            return false;
        }
        Money amount = record.money(AMOUNT);
        return amount == null
                ? CURRENCY.equals(settings.get(Settings.CURRENCY, CURRENCY)) && mayEnter(context, record)
                : CURRENCY.equals(amount.currency());
    }

    @Override
    public Component create(ScreenContext context, RecordData record) {
        AmountWords words = AmountWords.of(settings);
        return new AmountView(context, words, record, mayEnter(context, record));
    }

    private boolean mayEnter(ScreenContext context, RecordData record) {
        return access.mayUpdate(context.caller(), TYPE, record.id());
    }
}
