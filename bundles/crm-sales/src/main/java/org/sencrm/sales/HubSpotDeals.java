package org.sencrm.sales;

import org.osgi.service.component.annotations.Component;
import org.sencrm.api.transfer.ImportProfile;

/** Deals as an export of HubSpot has them: labels as columns, the company by its name, stages of its standard pipeline. */
@Component(property = {ImportProfile.NAME + "=sales.hubspot.deals", ImportProfile.TYPE + "=opportunities"})
public final class HubSpotDeals implements ImportProfile {

    private static final String STAGE = "stage";

    @Override
    public Layout layout() {
        return Layout.recognisedBy("Record ID", "Deal Name", "Deal Stage")
                .column("externalId", "Record ID")
                .column("name", "Deal Name")
                .column("account", "Associated Company")
                .column("contact", "Associated Contact")
                .column(STAGE, "Deal Stage")
                .column("amount", "Amount")
                .column("expectedCloseOn", "Close Date")
                .value(STAGE, "Appointment Scheduled", "Prospecting")
                .value(STAGE, "Qualified To Buy", "Prospecting")
                .value(STAGE, "Presentation Scheduled", "Engaging")
                .value(STAGE, "Decision Maker Bought-In", "Engaging")
                .value(STAGE, "Contract Sent", "Engaging")
                .value(STAGE, "Closed Won", "Won")
                .value(STAGE, "Closed Lost", "Lost")
                .key("externalId");
    }
}
