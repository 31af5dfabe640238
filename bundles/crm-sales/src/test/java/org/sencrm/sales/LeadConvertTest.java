package org.sencrm.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.record.Money;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Reference;

class LeadConvertTest {

    private static final Caller CALLER = new Caller(7, Locale.ENGLISH, ZoneId.of("UTC"), "rest", 0);
    private static final Reference OWNER = new Reference("users", 8, "Lan");

    private final FakeRecords records =
            new FakeRecords().type("accounts").type("contacts").type("opportunities");
    private final LeadConvert convert = new LeadConvert(records, new TestMessages());

    @Test
    void aLeadBecomesAccountContactAndOpportunityOfItsOwner() {
        RecordData lead = lead(Map.of());

        Map<?, ?> made = run(lead, Map.of("name", "First order"));

        RecordData account = only("accounts");
        assertEquals("Đông Á", account.text("name"));
        assertEquals("prospect", account.text("status"));
        RecordData contact = only("contacts");
        assertEquals("Trần Thị Mai", contact.text("name"));
        assertEquals(account.id(), contact.reference("account").id());
        RecordData opportunity = only("opportunities");
        assertEquals("First order", opportunity.text("name"));
        assertEquals(contact.id(), opportunity.reference("contact").id());
        assertEquals(lead.id(), opportunity.reference("lead").id());
        assertEquals(new Money(BigDecimal.TEN, "USD"), opportunity.money("amount"));
        assertEquals(OWNER, opportunity.reference("owner"));
        assertEquals("converted", only("leads").text("status"));
        assertEquals(opportunity.id(), ((Reference) made.get("opportunity")).id());
        assertEquals(new Reference("accounts", account.id(), "Đông Á"), made.get("account"));
    }

    @Test
    void whatTheCallerMayNotGiveToTheOwnerOfTheLeadBecomesTheCallersOwn() {
        records.refuseToOwn(OWNER);

        run(lead(Map.of()), Map.of());

        for (String type : List.of("accounts", "contacts", "opportunities")) {
            assertNull(only(type).get("owner"), type);
        }
        assertEquals("converted", only("leads").text("status"));
    }

    @Test
    void anAccountOfTheSameNameAndItsContactAreUsedAgain() {
        RecordData account = records.add("accounts", Map.of("name", "Đông Á"));
        records.add("contacts", Map.of("email", "mai@example.com", "account", Reference.to("accounts", account.id())));

        run(lead(Map.of()), Map.of());

        assertEquals(account.id(), only("accounts").id());
        assertEquals(1, records.all("contacts").size());
        assertEquals(account.id(), only("opportunities").reference("account").id());
    }

    @Test
    void aPersonWithoutCompanyIsTheirOwnAccount() {
        Map<String, Object> noCompany = new HashMap<>();
        noCompany.put("company", null);

        run(lead(noCompany), Map.of());

        assertEquals("Trần Thị Mai", only("accounts").text("name"));
        assertEquals("0900 000 001", only("accounts").text("phone"));
    }

    @Test
    void aConvertedLeadIsNotConvertedAgain() {
        RecordData lead = lead(Map.of("status", "converted"));

        assertFalse(convert.offered(CALLER, lead));
        NotNow refusal = assertThrows(NotNow.class, () -> convert.run(CALLER, lead, Map.of()));
        assertEquals("This lead was converted already.", refusal.getMessage());
        assertEquals(0, records.all("accounts").size());
    }

    private Map<?, ?> run(RecordData lead, Map<String, Object> input) {
        return (Map<?, ?>) convert.run(CALLER, lead, input);
    }

    private RecordData lead(Map<String, Object> other) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", "Trần Thị Mai");
        values.put("company", "Đông Á");
        values.put("email", "mai@example.com");
        values.put("phone", "0900 000 001");
        values.put("status", "qualified");
        values.put("expectedAmount", new Money(BigDecimal.TEN, "USD"));
        values.put("owner", OWNER);
        values.putAll(other);
        return records.add("leads", values);
    }

    private RecordData only(String type) {
        assertEquals(1, records.all(type).size());
        return records.all(type).get(0);
    }
}
