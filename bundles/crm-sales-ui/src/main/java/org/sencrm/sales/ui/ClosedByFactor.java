package org.sencrm.sales.ui;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.ui.api.StandardView;

/** Which factors decided won and lost opportunities, the most frequent by their numbers and sums. */
@Component(service = StandardView.class)
public class ClosedByFactor extends ClosedView {

    @Activate
    public ClosedByFactor(@Reference Access access) {
        super(access, "closedByFactor", 20, "decisionFactors", Stage.Outcome.WON, Stage.Outcome.LOST);
    }
}
