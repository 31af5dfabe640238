package org.sencrm.vietnam;

import org.sencrm.api.access.Access;
import org.sencrm.api.record.Draft;

/** What holds for provinces and communes alike. */
final class UnitRules {

    private UnitRules() {}

    static void keepForAdministrators(Draft draft, Access access) {
        if (!draft.caller().isSystem() && !access.isAdministrator(draft.caller())) {
            draft.refuse(null, "vietnam.units.administrators");
        }
    }
}
