package org.sencrm.core.retention;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.access.Caller;
import org.sencrm.api.privacy.Retention;
import org.sencrm.api.record.RecordAction;
import org.sencrm.api.record.RecordData;

/** {@code {}} gives {@code {"today":1,"soon":2,"first":[…]}}, for scripts; the panel on the page shows it to people. */
@Component(property = {RecordAction.TYPE + "=" + Retention.RULES, RecordAction.NAME + "=preview"})
public final class PreviewAction implements RecordAction {

    private final Retention retention;

    @Activate
    public PreviewAction(@Reference Retention retention) {
        this.retention = retention;
    }

    @Override
    public Object run(Caller caller, RecordData rule, Map<String, Object> input) {
        Retention.Preview preview = retention.preview(caller, rule.id());
        List<Map<String, Object>> first = new ArrayList<>();
        preview.first().forEach(found -> {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("record", found.record());
            members.put("keptBecause", found.keptBecause());
            first.add(members);
        });
        return Map.of("today", preview.today(), "soon", preview.soon(), "first", first);
    }

    @Override
    public boolean offered(Caller caller, RecordData rule) {
        return false;
    }
}
