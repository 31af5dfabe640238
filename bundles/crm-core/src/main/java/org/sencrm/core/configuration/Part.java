package org.sencrm.core.configuration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sencrm.api.access.Caller;
import org.sencrm.api.configuration.ConfigurationItem;
import org.sencrm.api.configuration.ConfigurationPart;

/** A part with what its service properties say of it. */
record Part(String name, int order, ConfigurationPart service) {

    /** By key. */
    Map<String, ConfigurationItem> items(Caller caller) {
        Map<String, ConfigurationItem> byKey = new LinkedHashMap<>();
        service.items(caller).forEach(item -> byKey.put(item.key(), item));
        return byKey;
    }
}
