package org.sencrm.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.access.Right;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;
import org.sencrm.testkit.TestCrm;

class LeadConvertTest {

    @AutoClose
    private final TestCrm crm = SalesCrm.make();

    private final RecordAction convert = new LeadConvert(crm.records(), crm.messages());
    private final Caller owner = seller("Lan");
    private final Caller caller = seller("Minh");

    LeadConvertTest() {
        crm.action("leads", "convert", convert);
    }

    @Test
    void aLeadBecomesAccountContactAndOpportunityOfItsOwner() {
        RecordData lead = lead(Map.of());

        Map<?, ?> made = convert(lead, Map.of("name", "First order"));

        RecordData account = only("accounts");
        assertEquals("Đông Á", account.text("name"));
        assertEquals("prospect", account.text("status"));
        RecordData contact = only("contacts");
        assertEquals("Trần Thị Mai", contact.text("name"));
        assertEquals(account.id(), contact.reference("account").id());
        RecordData opportunity = only("opportunities");
        assertEquals("First order", opportunity.text("name"));
        assertEquals("Prospecting", opportunity.text("stage"));
        assertEquals(contact.id(), opportunity.reference("contact").id());
        assertEquals(lead.id(), opportunity.reference("lead").id());
        assertEquals("10.00", opportunity.money("amount").amountText());
        assertEquals(owner.userId(), opportunity.reference("owner").id());
        assertEquals("converted", only("leads").text("status"));
        assertEquals(opportunity.id(), ((Reference) made.get("opportunity")).id());
        assertEquals(new Reference("accounts", account.id(), "Đông Á"), made.get("account"));
    }

    @Test
    void anAccountOfTheSameNameAndItsContactAreUsedAgain() {
        RecordData account = crm.records().create(caller, "accounts", Map.of("name", "Đông Á"));
        Map<String, Object> mai =
                Map.of("name", "Mai", "email", "mai@example.com", "account", Reference.to("accounts", account.id()));
        crm.records().create(caller, "contacts", mai);

        convert(lead(Map.of()), Map.of());

        assertEquals(account.id(), only("accounts").id());
        assertEquals("Mai", only("contacts").text("name"));
        assertEquals(account.id(), only("opportunities").reference("account").id());
    }

    @Test
    void aPersonWithoutCompanyIsTheirOwnAccount() {
        Map<String, Object> noCompany = new HashMap<>();
        noCompany.put("company", null);

        convert(lead(noCompany), Map.of());

        assertEquals("Trần Thị Mai", only("accounts").text("name"));
        assertEquals("0900 000 001", only("accounts").text("phone"));
    }

    @Test
    void aConvertedLeadIsNotConvertedAgain() {
        RecordData lead = lead(Map.of("status", "converted"));

        assertFalse(convert.offered(caller, lead));
        NotNow refusal = assertThrows(NotNow.class, () -> convert(lead, Map.of()));
        assertEquals("This lead was converted already.", refusal.getMessage());
        assertEquals(List.of(), all("accounts"));
    }

    @Test
    void whoMayMakeNoOpportunityLeavesNothingHalfMade() {
        Caller clerk = crm.user("Hoa")
                .may("leads", Right.READ, Right.UPDATE)
                .may("accounts", Right.READ, Right.CREATE)
                .may("contacts", Right.READ, Right.CREATE)
                .may("opportunities", Right.READ)
                .caller();
        RecordData lead = lead(Map.of());

        assertThrows(Forbidden.class, () -> crm.records().act(clerk, "leads", lead.id(), "convert", Map.of()));

        assertEquals(List.of(), all("accounts"));
        assertEquals("qualified", only("leads").text("status"));
    }

    private Caller seller(String name) {
        return crm.user(name).may("*", Right.READ, Right.CREATE, Right.UPDATE).caller();
    }

    private Map<?, ?> convert(RecordData lead, Map<String, Object> input) {
        return (Map<?, ?>) crm.records().act(caller, "leads", lead.id(), "convert", input);
    }

    private RecordData lead(Map<String, Object> other) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", "Trần Thị Mai");
        values.put("company", "Đông Á");
        values.put("email", "mai@example.com");
        values.put("phone", "0900 000 001");
        values.put("status", "qualified");
        values.put("expectedAmount", new Money(BigDecimal.TEN, "USD"));
        values.putAll(other);
        return crm.records().create(owner, "leads", values);
    }

    private RecordData only(String type) {
        List<RecordData> all = all(type);
        assertEquals(1, all.size());
        return all.get(0);
    }

    private List<RecordData> all(String type) {
        return crm.records().list(Caller.system(), Query.of(type)).items();
    }
}
