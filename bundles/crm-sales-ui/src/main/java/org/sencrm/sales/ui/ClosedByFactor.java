package org.sencrm.sales.ui;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.StandardView;

/** Which factors decided won and lost opportunities, the most frequent by their numbers and sums. */
@Component
public class ClosedByFactor implements StandardView {

    private final Access access;

    @Activate
    public ClosedByFactor(@Reference Access access) {
        this.access = access;
    }

    @Override
    public String type() {
        return Opportunities.TYPE;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String label() {
        return "opportunities.view.closedByFactor";
    }

    @Override
    public boolean offered(ScreenContext context) {
        return Opportunities.readable(access, context);
    }

    @Override
    public String filter(ScreenContext context) {
        return new Pipelines(context).in(Stage.Outcome.WON, Stage.Outcome.LOST);
    }

    @Override
    public String groupBy() {
        return "decisionFactors";
    }
}
