package org.sencrm.sales;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.fault.Forbidden;
import org.sencrm.api.fault.NotNow;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;
import org.sencrm.api.text.Messages;

/**
 * Turns a lead into an account, a contact and an opportunity, all with the caller's rights and in the transaction of the
 * action. They stay with the owner of the lead; where the caller may not give records to that owner, as of a foreign team,
 * they are the caller's own. An account of the same name that the caller may see, and its contact of the same e-mail, are used again.
 *
 * <p>Input, all optional: {@code name}, {@code amount} and {@code expectedCloseOn} of the opportunity. Answer: references
 * {@code account}, {@code contact} and {@code opportunity}.
 */
@Component(property = {RecordAction.TYPE + "=leads", RecordAction.NAME + "=convert"})
public class LeadConvert implements RecordAction {

    private static final String CONVERTED = "converted";
    private static final List<String> OF_OPPORTUNITY = List.of("name", "amount", "expectedCloseOn");

    private final Records records;
    private final Messages messages;

    @Activate
    public LeadConvert(
            @org.osgi.service.component.annotations.Reference Records records,
            @org.osgi.service.component.annotations.Reference Messages messages) {
        this.records = records;
        this.messages = messages;
    }

    @Override
    public boolean offered(Caller caller, RecordData lead) {
        return !CONVERTED.equals(lead.text("status"));
    }

    @Override
    public Object run(Caller caller, RecordData lead, Map<String, Object> input) {
        if (!offered(caller, lead)) {
            throw new NotNow(messages.text(caller.locale(), "leads.convert.done"));
        }
        Reference account = account(caller, lead);
        Reference contact = contact(caller, lead, account);
        Reference opportunity = opportunity(caller, lead, account, contact, input);
        records.update(caller, "leads", lead.id(), lead.version(), Map.of("status", CONVERTED));

        Map<String, Object> made = new LinkedHashMap<>();
        made.put("account", account);
        made.put("contact", contact);
        made.put("opportunity", opportunity);
        return made;
    }

    /** By the lead's company; somebody who buys for themselves is their own account. */
    private Reference account(Caller caller, RecordData lead) {
        String company = lead.text("company");
        String name = company == null ? lead.text("name") : company;
        Query sameName = Query.of("accounts").where(Rsql.equal("name", name));
        List<RecordData> found = first(caller, sameName);
        if (!found.isEmpty()) {
            return reference(found.get(0));
        }
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        values.put("status", "prospect");
        values.put("phone", company == null ? lead.get("phone") : null);
        return make(caller, lead, "accounts", values);
    }

    private Reference contact(Caller caller, RecordData lead, Reference account) {
        String email = lead.text("email");
        if (email != null) {
            Query sameEmail = Query.of("contacts")
                    .where(Rsql.equal("account", account.id()))
                    .where(Rsql.equal("email", email));
            List<RecordData> found = first(caller, sameEmail);
            if (!found.isEmpty()) {
                return reference(found.get(0));
            }
        }
        Map<String, Object> values = new HashMap<>();
        values.put("account", account);
        List.of("name", "title", "email", "phone").forEach(field -> values.put(field, lead.get(field)));
        return make(caller, lead, "contacts", values);
    }

    private Reference opportunity(
            Caller caller, RecordData lead, Reference account, Reference contact, Map<String, Object> input) {
        Map<String, Object> values = new HashMap<>();
        values.put("account", account);
        values.put("contact", contact);
        values.put("lead", Reference.to("leads", lead.id()));
        values.put("amount", lead.get("expectedAmount"));
        List.of("product", "nextStep", "nextStepOn", "note").forEach(field -> values.put(field, lead.get(field)));
        OF_OPPORTUNITY.stream().filter(input::containsKey).forEach(field -> values.put(field, input.get(field)));
        return make(caller, lead, "opportunities", values);
    }

    private List<RecordData> first(Caller caller, Query query) {
        return records.list(caller, query.sortedBy("createdAt").reading("name").limitedTo(1))
                .items();
    }

    /** What is made stays with the one who worked on the lead; without one, or out of the caller's reach, it is the caller's. */
    private Reference make(Caller caller, RecordData lead, String type, Map<String, Object> values) {
        if (lead.get("owner") == null) {
            return reference(records.create(caller, type, values));
        }
        Map<String, Object> owned = new HashMap<>(values);
        owned.put("owner", lead.get("owner"));
        owned.put("team", lead.get("team"));
        try {
            return reference(records.create(caller, type, owned));
        } catch (Forbidden outOfReach) {
            return reference(records.create(caller, type, values));
        }
    }

    private static Reference reference(RecordData record) {
        return new Reference(record.type(), record.id(), record.text("name"));
    }
}
