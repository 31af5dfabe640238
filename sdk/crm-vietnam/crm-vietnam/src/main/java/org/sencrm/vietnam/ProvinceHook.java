package org.sencrm.vietnam;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Access;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.RecordHook;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Rsql;

/** A province that is called otherwise is called so in its communes too. Only administrators change the list. */
@Component(property = RecordHook.TYPE + "=" + Units.PROVINCES)
public final class ProvinceHook implements RecordHook {

    private final Records records;
    private final Access access;

    @Activate
    public ProvinceHook(@Reference Records records, @Reference Access access) {
        this.records = records;
        this.access = access;
    }

    @Override
    public void beforeSave(Draft draft) {
        UnitRules.keepForAdministrators(draft, access);
    }

    @Override
    public void afterSave(Draft draft) {
        if (draft.isNew() || !draft.changed("name")) {
            return;
        }
        // no province has as many as one page holds
        Query within = Query.of(Units.COMMUNES)
                .where(Rsql.equal("province", draft.id()))
                .reading("title")
                .limitedTo(Query.MAX_LIMIT);
        List<RecordData> communes = records.list(Caller.system(), within).items();
        communes.forEach(commune -> records.update(
                Caller.system(),
                Units.COMMUNES,
                commune.id(),
                commune.version(),
                java.util.Map.of("title", commune.text("title"))));
    }

    @Override
    public void beforeDelete(Draft draft) {
        UnitRules.keepForAdministrators(draft, access);
        Query within = Query.of(Units.COMMUNES)
                .where(Rsql.equal("province", draft.id()))
                .reading("id")
                .limitedTo(1);
        if (!records.list(Caller.system(), within).items().isEmpty()) {
            draft.refuse(null, "provinces.used");
        }
    }
}
