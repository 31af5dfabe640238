package org.sencrm.core.relation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.text.Messages;

/** One contact is in one account once, and the primary one stands at the contact. */
@Component(property = RecordHook.TYPE + "=affiliations")
public final class AffiliationRules implements RecordHook {

    private static final String CONTACTS = "contacts";

    private final Records records;
    private final Affiliations affiliations;
    private final Messages messages;

    @Activate
    public AffiliationRules(
            @org.osgi.service.component.annotations.Reference Records records,
            @org.osgi.service.component.annotations.Reference Messages messages) {
        this.records = records;
        this.affiliations = new Affiliations(records);
        this.messages = messages;
    }

    @Override
    public void beforeSave(Draft draft) {
        if (draft.get("role") == null) {
            draft.set("role", messages.text(draft.caller().locale(), "affiliations.member"));
        }
        if (draft.get("from") instanceof LocalDate from
                && draft.get("until") instanceof LocalDate until
                && until.isBefore(from)) {
            draft.refuse("until", "affiliations.until.early");
        }
        Reference contact = (Reference) draft.get(Affiliations.CONTACT);
        Reference account = (Reference) draft.get(Affiliations.ACCOUNT);
        if (contact == null || account == null) {
            return;
        }
        boolean moved = draft.changed(Affiliations.CONTACT) || draft.changed(Affiliations.ACCOUNT);
        if (moved && !isMerged(draft) && isThere(draft.id(), contact, account)) {
            draft.refuse(Affiliations.ACCOUNT, "affiliations.twice");
        }
        boolean toAnother = !draft.isNew() && draft.changed(Affiliations.CONTACT);
        if (toAnother || draft.isNew() && draft.get(Affiliations.PRIMARY) == null) {
            Reference stands =
                    records.get(Caller.system(), CONTACTS, contact.id()).reference(Affiliations.ACCOUNT);
            draft.set(Affiliations.PRIMARY, stands != null && stands.id() == account.id());
        }
    }

    /** Where contacts or accounts become one, what belonged to both stays. */
    static boolean isMerged(Draft draft) {
        return !draft.isNew() && draft.caller().job() != 0;
    }

    private boolean isThere(long id, Reference contact, Reference account) {
        return affiliations.of(Caller.system(), contact.id()).stream()
                .anyMatch(other -> other.id() != id
                        && other.reference(Affiliations.ACCOUNT).id() == account.id());
    }

    /** With the caller's rights, as it changes the contact. */
    @Override
    public void afterSave(Draft draft) {
        boolean isPrimary = Boolean.TRUE.equals(draft.get(Affiliations.PRIMARY));
        boolean moved = draft.changed(Affiliations.CONTACT) || draft.changed(Affiliations.ACCOUNT);
        if (!draft.changed(Affiliations.PRIMARY) && !(isPrimary && moved)) {
            return;
        }
        Reference contact = (Reference) draft.get(Affiliations.CONTACT);
        Reference account = (Reference) draft.get(Affiliations.ACCOUNT);
        RecordData person = records.get(draft.caller(), CONTACTS, contact.id());
        Reference stands = person.reference(Affiliations.ACCOUNT);
        boolean standsHere = stands != null && stands.id() == account.id();
        if (isPrimary && !standsHere) {
            put(draft.caller(), person, account);
        } else if (isPrimary) {
            affiliations.followAccount(draft.caller(), contact.id(), account.id());
        } else if (standsHere && draft.old(Affiliations.PRIMARY) != null) {
            put(draft.caller(), person, null);
        }
    }

    private void put(Caller caller, RecordData person, Reference account) {
        Map<String, Object> patch = Collections.singletonMap(Affiliations.ACCOUNT, account);
        records.update(caller, CONTACTS, person.id(), person.version(), patch);
    }
}
