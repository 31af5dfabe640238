package org.sencrm.sales;

import org.osgi.service.component.annotations.Component;
import org.sencrm.api.demo.DemoData;

/** Sales of the demonstration firm: two years of opportunities with its customers, and the leads of the last months. */
@Component(property = "service.ranking:Integer=50")
public class SalesDemo implements DemoData {

    private static final int LEADS = 120;
    private static final int OPPORTUNITIES = 500;

    @Override
    public void fill(Writer writer) {
        new DemoLeads(writer).write(LEADS);
        new DemoOpportunities(writer).write(OPPORTUNITIES);
    }
}
