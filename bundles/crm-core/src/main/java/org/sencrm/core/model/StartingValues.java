package org.sencrm.core.model;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.sencrm.api.record.Draft;
import org.sencrm.api.record.RecordHook;

/** What a new record of the core begins with where nobody says otherwise. */
@Component(
        property = {
            RecordHook.TYPE + "=users",
            RecordHook.TYPE + "=roles",
            RecordHook.TYPE + "=views",
            RecordHook.TYPE + "=activities",
            RecordHook.TYPE + "=products"
        })
public final class StartingValues implements RecordHook {

    private static final Map<String, Map<String, Object>> VALUES = Map.of(
            "users", Map.of("active", true, "kind", "staff"),
            "roles", Map.of("administrator", false),
            "views", Map.of("kind", "list", "scope", "private"),
            "activities", Map.of("kind", "task"),
            "products", Map.of("active", true));

    @Override
    public void beforeSave(Draft draft) {
        if (draft.isNew()) {
            VALUES.getOrDefault(draft.type(), Map.of()).forEach((field, value) -> {
                if (draft.get(field) == null) {
                    draft.set(field, value);
                }
            });
        }
    }
}
