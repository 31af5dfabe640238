package org.sencrm.vietnam;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;

/** A commune is called by its title and its province. The list is everybody's, so only administrators change it. */
@Component(property = RecordHook.TYPE + "=" + Units.COMMUNES)
public final class CommuneHook implements RecordHook {

    private final Records records;
    private final Access access;

    @Activate
    public CommuneHook(
            @org.osgi.service.component.annotations.Reference Records records,
            @org.osgi.service.component.annotations.Reference Access access) {
        this.records = records;
        this.access = access;
    }

    @Override
    public void beforeSave(Draft draft) {
        UnitRules.keepForAdministrators(draft, access);
        if (draft.get("title") instanceof String title && draft.get("province") instanceof Reference province) {
            String name = title + ", "
                    + records.get(Caller.system(), Units.PROVINCES, province.id())
                            .text("name");
            if (!name.equals(draft.get("name"))) {
                draft.set("name", name);
            }
        }
    }

    @Override
    public void beforeDelete(Draft draft) {
        UnitRules.keepForAdministrators(draft, access);
    }
}
