package org.sencrm.sales;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.privacy.RetentionHold;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;

/** Accounts and people with an opportunity that is not closed stay, however old they are. */
@Component
public final class OpportunityHold implements RetentionHold {

    private static final Map<String, String> FIELDS = Map.of("accounts", "account", "contacts", "contact");

    private final Records records;

    @Activate
    public OpportunityHold(@org.osgi.service.component.annotations.Reference Records records) {
        this.records = records;
    }

    @Override
    public Map<Long, String> held(String type, Collection<Long> ids) {
        Map<Long, String> held = new HashMap<>();
        String field = FIELDS.get(type);
        if (field == null) {
            return held;
        }
        Query query = Query.of("opportunities")
                .where("closedOn=isnull=true;" + Rsql.in(field, ids))
                .reading(field);
        records.all(Caller.system(), query)
                .forEach(opportunity -> held.put(((Reference) opportunity.get(field)).id(), "opportunities.retention"));
        return held;
    }
}
