package org.sencrm.api.automation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.record.RecordData;

/**
 * What an {@link AutomationAction} is given.
 *
 * @param automation id of the automation
 * @param caller its owner, by whose rights everything is done
 * @param record as its owner sees it now
 * @param parameters by name, only those that were given; in the Java types of their kinds
 */
public record Occasion(long automation, Caller caller, RecordData record, Map<String, Object> parameters) {

    public Occasion {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
