package org.sencrm.core.relation;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;

/** Where a contact moves to another account, the affiliation with that one becomes the primary one. */
@Component(property = RecordHook.TYPE + "=contacts")
public final class ContactAccounts implements RecordHook {

    private final Affiliations affiliations;

    @Activate
    public ContactAccounts(@org.osgi.service.component.annotations.Reference Records records) {
        this.affiliations = new Affiliations(records);
    }

    @Override
    public void afterSave(Draft draft) {
        if (!draft.isNew() && draft.changed(Affiliations.ACCOUNT)) {
            Reference account = (Reference) draft.get(Affiliations.ACCOUNT);
            affiliations.followAccount(draft.caller(), draft.id(), account == null ? null : account.id());
        }
    }
}
