package org.sencrm.sales.ui;

import org.sencrm.api.access.Access;
import org.sencrm.ui.api.ScreenContext;
import org.sencrm.ui.api.StandardView;

/** A ready view of opportunities that ended, in groups. */
abstract class ClosedView implements StandardView {

    private final Access access;
    private final String name;
    private final int order;
    private final String groupBy;
    private final Stage.Outcome[] outcomes;

    /**
     * @param name last part of the key of its label
     * @param outcomes how the opportunities that it shows ended
     */
    ClosedView(Access access, String name, int order, String groupBy, Stage.Outcome... outcomes) {
        this.access = access;
        this.name = name;
        this.order = order;
        this.groupBy = groupBy;
        this.outcomes = outcomes;
    }

    @Override
    public final String type() {
        return Opportunities.TYPE;
    }

    @Override
    public final int order() {
        return order;
    }

    @Override
    public final String label() {
        return "opportunities.view." + name;
    }

    @Override
    public final boolean offered(ScreenContext context) {
        return Opportunities.readable(access, context);
    }

    @Override
    public final String filter(ScreenContext context) {
        return new Pipelines(context).in(outcomes);
    }

    @Override
    public final String groupBy() {
        return groupBy;
    }
}
