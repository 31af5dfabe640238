package org.sencrm.sales;

import java.time.Clock;
import org.sencrm.testkit.TestCrm;

/** The product with sales, as the container puts it together. */
final class SalesCrm {

    private SalesCrm() {}

    static TestCrm make() {
        TestCrm crm = TestCrm.of("crm-sales", Lead.class, Opportunity.class, Pipeline.class, Stage.class);
        Stages stages = new Stages(crm.records());
        return crm.choices("opportunities.stage", new StageChoices(stages, crm.messages()))
                .listener(stages)
                .hook("leads", new LeadHook())
                .hook("opportunities", new OpportunityHook(stages, crm.records(), crm.settings(), Clock.systemUTC()));
    }
}
