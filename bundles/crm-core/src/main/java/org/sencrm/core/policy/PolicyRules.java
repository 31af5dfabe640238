package org.sencrm.core.policy;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.privacy.Policies;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.core.store.Database;

/** A policy to which people agreed, or were asked to, stays with all that it said. */
@Component(property = RecordHook.TYPE + "=" + Policies.TYPE)
public final class PolicyRules implements RecordHook {

    private final Database database;
    private final PolicyTable table = new PolicyTable();

    @Activate
    public PolicyRules(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void beforeDelete(Draft draft) {
        boolean spoke = database.read(connection -> table.wasInForce(connection, draft.id()));
        if (spoke) {
            draft.refuse(null, "policies.stays");
        }
    }
}
