package org.sencrm.core.gate;

import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.Reference;

/** For records that work with the rights of their owner, such as webhooks: nobody but an administrator gives them away. */
public final class OwnRights {

    private static final String OWNER = "owner";

    private OwnRights() {}

    /**
     * Refuses the owner of a draft that was or would be somebody else's than the caller's.
     *
     * @param messageKey why, for the field of the owner
     */
    public static void guard(Access access, Draft draft, String messageKey) {
        Caller caller = draft.caller();
        if (caller.isSystem() || access.isAdministrator(caller)) {
            return;
        }
        boolean own =
                id(draft.get(OWNER)) == caller.userId() && (draft.isNew() || id(draft.old(OWNER)) == caller.userId());
        if (!own) {
            draft.refuse(OWNER, messageKey);
        }
    }

    private static long id(Object reference) {
        return reference instanceof Reference owner ? owner.id() : 0;
    }
}
