package org.sencrm.ui.people;

import org.osgi.service.component.annotations.Component;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.StandardView;

/** How many accounts each factor decides for. */
@Component
public final class AccountsByFactor implements StandardView {

    private static final String FACTORS = "decisionFactors";

    @Override
    public String type() {
        return "accounts";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String label() {
        return "accounts.view.byFactor";
    }

    @Override
    public String filter(ScreenContext context) {
        return FACTORS + "=isnull=false";
    }

    @Override
    public String groupBy() {
        return FACTORS;
    }
}
