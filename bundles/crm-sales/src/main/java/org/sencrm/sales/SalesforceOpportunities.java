package org.sencrm.sales;

import org.osgi.service.component.annotations.Component;
import org.sencrm.api.transfer.ImportProfile;

/**
 * Opportunities as a data export of Salesforce has them: names of its interface as columns, ISO dates, its ids. Accounts
 * that were imported before are found by their ids. Stages of its standard sales process become ours.
 */
@Component(property = {ImportProfile.NAME + "=sales.salesforce.opportunities", ImportProfile.TYPE + "=opportunities"})
public final class SalesforceOpportunities implements ImportProfile {

    private static final String STAGE = "stage";

    @Override
    public Layout layout() {
        return Layout.recognisedBy("Id", "StageName", "CloseDate", "IsWon")
                .column("externalId", "Id")
                .column("name", "Name")
                .column("account", "AccountId")
                .column("contact", "ContactId")
                .column(STAGE, "StageName")
                .column("amount", "Amount")
                .column("amount.currency", "CurrencyIsoCode")
                .column("probability", "Probability")
                .column("expectedCloseOn", "CloseDate")
                .column("nextStep", "NextStep")
                .column("note", "Description")
                .value(STAGE, "Qualification", "Prospecting")
                .value(STAGE, "Needs Analysis", "Engaging")
                .value(STAGE, "Value Proposition", "Engaging")
                .value(STAGE, "Id. Decision Makers", "Engaging")
                .value(STAGE, "Perception Analysis", "Engaging")
                .value(STAGE, "Proposal/Price Quote", "Engaging")
                .value(STAGE, "Negotiation/Review", "Engaging")
                .value(STAGE, "Closed Won", "Won")
                .value(STAGE, "Closed Lost", "Lost")
                .key("externalId");
    }
}
