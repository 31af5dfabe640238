package org.sencrm.sales.ui;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.StandardView;

/** How many opportunities went to each competitor, and what they were worth. */
@Component
public class LostByCompetitor implements StandardView {

    private final Access access;

    @Activate
    public LostByCompetitor(@Reference Access access) {
        this.access = access;
    }

    @Override
    public String type() {
        return Opportunities.TYPE;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String label() {
        return "opportunities.view.lostByCompetitor";
    }

    @Override
    public boolean offered(ScreenContext context) {
        return Opportunities.readable(access, context);
    }

    @Override
    public String filter(ScreenContext context) {
        return new Pipelines(context).in(Stage.Outcome.LOST);
    }

    @Override
    public String groupBy() {
        return "competitor";
    }
}
