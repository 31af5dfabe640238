package org.sencrm.core.retention;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.access.Caller;
import org.sencrm.api.privacy.RetentionHold;
import org.sencrm.api.record.Query;
import org.sencrm.api.record.Records;
import org.sencrm.api.record.Reference;
import org.sencrm.api.record.Rsql;

/** Whoever, or whatever, somebody still has something to do for stays. */
@Component
public final class ActivityHold implements RetentionHold {

    private static final String OPEN = "doneAt=isnull=true;(kind==task,dueAt=isnull=false);";
    private static final List<String> FIELDS = List.of("regarding", "contact");

    private final Records records;

    @Activate
    public ActivityHold(@org.osgi.service.component.annotations.Reference Records records) {
        this.records = records;
    }

    @Override
    public Map<Long, String> held(String type, Collection<Long> ids) {
        Map<Long, String> held = new HashMap<>();
        for (String field : FIELDS) {
            Query query =
                    Query.of("activities").where(OPEN + Rsql.in(field, ids)).reading(field);
            records.all(Caller.system(), query).forEach(activity -> {
                if (activity.get(field) instanceof Reference to && to.type().equals(type)) {
                    held.put(to.id(), "retention.kept.activity");
                }
            });
        }
        return held;
    }
}
