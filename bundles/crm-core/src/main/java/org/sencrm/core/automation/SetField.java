package org.sencrm.core.automation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sencrm.api.automation.AutomationAction;
import org.sencrm.api.automation.Occasion;
import org.sencrm.api.record.FieldKind;
import org.sencrm.api.record.RecordData;
import org.sencrm.api.record.Records;

/** Sets a field of the record; without a value it takes the field's away. */
@Component(property = AutomationAction.CODE + "=setField")
public final class SetField implements AutomationAction {

    private static final String FIELD = "field";

    private final Records records;

    @Activate
    public SetField(@Reference Records records) {
        this.records = records;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter(FIELD, FieldKind.TEXT, true, Source.fields()),
                new Parameter("value", null, false, Source.valuesOf(FIELD)));
    }

    @Override
    public String run(Occasion occasion) {
        RecordData record = occasion.record();
        String field = (String) occasion.parameters().get(FIELD);
        Map<String, Object> patch =
                Collections.singletonMap(field, occasion.parameters().get("value"));
        records.update(occasion.caller(), record.type(), record.id(), record.version(), patch);
        return null;
    }
}
