package org.sencrm.sales.ui;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.ui.api.StandardView;

/** How many opportunities went to each competitor, and what they were worth. */
@Component(service = StandardView.class)
public class LostByCompetitor extends ClosedView {

    @Activate
    public LostByCompetitor(@Reference Access access) {
        super(access, "lostByCompetitor", 10, "competitor", Stage.Outcome.LOST);
    }
}
