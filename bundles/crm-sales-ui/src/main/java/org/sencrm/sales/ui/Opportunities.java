package org.sencrm.sales.ui;

import java.util.List;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Right;
import org.sencrm.ui.api.ScreenContext;

/** Names of what this bundle reads, and who may read it. */
final class Opportunities {

    static final String TYPE = "opportunities";
    static final String STAGE = "stage";
    static final String AMOUNT = "amount";
    static final String SUM = "sum:amount";
    static final List<String> MEASURES = List.of("count", SUM);

    private Opportunities() {}

    /** Whether the person may see totals of opportunities by stage. */
    static boolean readable(Access access, ScreenContext context) {
        return access.may(context.caller(), Right.READ, TYPE)
                && access.hiddenFields(context.caller(), TYPE).stream().noneMatch(List.of(STAGE, AMOUNT)::contains);
    }
}
